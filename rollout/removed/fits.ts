import { type Fault, fail, ok, type Result } from "../../lib/fault";
import { isMapping, type Mapping } from "../../lib/mapping";
import { isAddressOf } from "../lock-file";
import type { StateResource } from "./state";

/** The configuration, if it has every provider that resources in state were made with. */
export function fitting(
  configuration: Mapping,
  resources: readonly StateResource[],
  fix: string,
): Result<Mapping> {
  const missing = new Map<string, StateResource>();
  for (const resource of resources) {
    if (!isConfigured(configuration, resource))
      missing.set(`${resource.provider} ${resource.alias ?? ""}`, resource);
  }
  const faults = [...missing.values()].map(
    ({ address, provider, alias }): Fault => ({
      message: `${address} was made with a provider that is not configured`,
      received: alias === undefined ? provider : `${provider}, alias ${alias}`,
      fix,
    }),
  );
  return faults.length === 0 ? ok(configuration) : fail(...faults);
}

function isConfigured({ terraform, provider }: Mapping, { provider: source, alias }: StateResource): boolean {
  // Part of Terraform itself.
  if (source.endsWith("/builtin/terraform")) return true;
  const required =
    isMapping(terraform) && isMapping(terraform.required_providers) ? terraform.required_providers : {};
  const [name] =
    Object.entries(required).find(
      ([, one]) => isMapping(one) && typeof one.source === "string" && isAddressOf(one.source, source),
    ) ?? [];
  if (name === undefined) return false;
  if (alias === undefined) return true;
  const blocks = isMapping(provider) ? [provider[name]].flat() : [];
  return blocks.some((block) => isMapping(block) && block.alias === alias);
}
