import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { isMapping, type Mapping } from "../lib/mapping";
import type { Use } from "../lib/permissions/needs";
import { APP_CONTEXT } from "./app-context";
import { stackMakers } from "./stack-makers";
import type { StackSettings, StackSources } from "./stack-sources";
import { withoutStackTraces } from "./without-stack-traces";

/** The environment's variables that a provider is opened with, without their prefix. */
const VARIABLES: Readonly<Record<string, string>> = { cloudflare: "CLOUDFLARE_*" };

/** Every resource and data source of an estate's Terraform stacks, once a stack. No stack is written. */
export async function resourceUses(sources: StackSources, settings: StackSettings): Promise<readonly Use[]> {
  const makers = await stackMakers(sources, settings);
  // cdktf makes its output folder whether or not anything comes into it.
  const outdir = mkdtempSync(join(tmpdir(), "mail-hygiene-"));
  try {
    return withoutStackTraces(() =>
      makers.flatMap((make) => {
        const stack = make(new App({ outdir, stackTraces: false, context: APP_CONTEXT }));
        return usesIn(stack.node.id, stack.toTerraform());
      }),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** @param terraform a stack in Terraform's JSON syntax */
export function usesIn(stack: string, terraform: Mapping): readonly Use[] {
  const uses = new Map<string, Use>();
  for (const [block, before] of [
    ["resource", ""],
    ["data", "data."],
  ] as const) {
    for (const [type, resources] of entries(terraform[block])) {
      for (const [, resource] of entries(resources)) {
        if (!isMapping(resource)) continue;
        const use = {
          key: `${before}${type}${variant(resource)}`,
          construct: constructOf(resource),
          stack,
          credentials: credentialsOf(type, resource, terraform.provider),
        };
        uses.set(JSON.stringify(use), use);
      }
    }
  }
  return [...uses.values()];
}

/** What takes more than others of its type. */
function variant({ owners, service }: Mapping): string {
  if (Array.isArray(owners) ? owners.length > 0 : owners !== undefined) return " with owners";
  return service === "purview" ? " of Purview" : "";
}

/** `Sspr` of `tenant-contoso/Sspr/Resource`. */
function constructOf(resource: Mapping): string | undefined {
  const about = resource["//"];
  const metadata = isMapping(about) ? about.metadata : undefined;
  const path = isMapping(metadata) ? metadata.path : undefined;
  return typeof path === "string" ? path.split("/")[1] : undefined;
}

/** `CONTOSO_ARM_*, tenant 11111111-…`. */
function credentialsOf(type: string, resource: Mapping, providers: unknown): string {
  const [name, alias] = typeof resource.provider === "string" ? resource.provider.split(".") : [];
  const own = name ?? type.split("_")[0] ?? "";
  const given = isMapping(providers) ? providers[own] : undefined;
  const all = (Array.isArray(given) ? given : [given]).filter(isMapping);
  const found = all.find((one) => one.alias === alias) ?? {};
  const note = found["//"];
  const prefix = found.credentials_prefix ?? (isMapping(note) ? note.credentials : undefined);
  const variables = `${typeof prefix === "string" ? `${prefix}_` : ""}${VARIABLES[own] ?? "ARM_*"}`;
  return typeof found.tenant_id === "string" ? `${variables}, tenant ${found.tenant_id}` : variables;
}

function entries(block: unknown): readonly (readonly [string, unknown])[] {
  return isMapping(block) ? Object.entries(block) : [];
}
