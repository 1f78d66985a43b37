import type { Diagnostic } from "../diagnostics";
import type { Failure } from "../run-record";
import type { StateResource } from "./state";

/** Terraform's and OpenTofu's word for a plan that would destroy what `prevent_destroy` protects. */
const REFUSED = "Instance cannot be destroyed";

/** What our stacks create with `prevent_destroy`: where no configuration says otherwise, it counts as protected. */
export const PROTECTED_TYPES: ReadonlySet<string> = new Set([
  "azuread_group",
  "azurerm_dns_zone",
  "cloudflare_zone",
]);

/** Signing belongs to its zone: switched off, with the DS record still at the registry, no name of the zone resolves. */
const COMPANIONS: ReadonlyMap<string, string> = new Map([["cloudflare_zone_dnssec", "cloudflare_zone"]]);

/** What of a stack is let go of, so that what is protected stays as it is. */
export function keptWith(
  held: readonly StateResource[],
  resources: readonly StateResource[],
): readonly StateResource[] {
  const types = new Set(held.map(({ type }) => type));
  return resources.filter(
    (resource) => held.includes(resource) || types.has(COMPANIONS.get(resource.type) ?? ""),
  );
}

/** What Terraform would say of a resource if the configuration still had it. */
export function protectionError({ address, label }: StateResource): Diagnostic {
  const named = label === undefined ? "" : ` (${label})`;
  return {
    summary: REFUSED,
    detail: `Resource ${address} has lifecycle.prevent_destroy set${named}.`,
    address,
  };
}

/** What a plan of destruction failed for because it is protected, with the name that people know it by. */
export function protectedIn(
  failure: Failure | undefined,
): readonly Pick<StateResource, "address" | "label">[] {
  return (failure?.errors ?? []).flatMap(({ summary, detail = "", address }) => {
    if (summary !== REFUSED) return [];
    const [, named, label] =
      /^Resource (\S+) has lifecycle\.prevent_destroy set(?: \((.+)\)\.$)?/.exec(detail) ?? [];
    const told = address ?? named;
    return told === undefined ? [] : [{ address: told, ...(label === undefined ? {} : { label }) }];
  });
}
