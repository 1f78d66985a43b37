import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineEstate, type Estate, type Tenant } from "../../lib/estate";
import { FaultError } from "../../lib/fault";
import { formatLocatedFault } from "../../lib/located-fault";
import { isMapping, type Mapping } from "../../lib/mapping";
import { synthesize } from "../../stacks/synthesize";

/**
 * The configurations of stacks as a synth of an estate writes them.
 * @throws FaultError if the estate has problems
 */
export async function configurationsOf(
  estate: Estate,
  names: readonly string[],
): Promise<ReadonlyMap<string, Mapping>> {
  if (names.length === 0) return new Map();
  const folder = mkdtempSync(join(tmpdir(), "mail-hygiene-"));
  try {
    const result = await synthesize({ estate, out: folder, only: new Set(names) });
    if (!result.ok) {
      throw new FaultError(
        "the earlier estate",
        result.problems.map((problem) => ({ message: formatLocatedFault(problem) })),
      );
    }
    return new Map(
      names
        .filter((name) => result.kinds.get(name) === "terraform")
        .flatMap((name) => {
          const file = join(folder, "stacks", name, "cdk.tf.json");
          const configuration: unknown = JSON.parse(readFileSync(file, "utf8"));
          return isMapping(configuration) ? [[name, configuration] as const] : [];
        }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A configuration for a stack of which nothing but its name is known: that of a domain at Cloudflare, or of a tenant of
 * the estate, in the estate's state backend. Whether it fits shows what the state holds.
 * @returns `undefined` where a name does not tell enough
 */
export async function supposedConfiguration(name: string, estate: Estate): Promise<Mapping | undefined> {
  const supposed = supposedEstate(name, estate);
  return supposed && (await configurationsOf(supposed, [name])).get(name);
}

function supposedEstate(name: string, estate: Estate): Estate | undefined {
  const [, kind, tenant] = /^(tenant|exchange)-(.+)$/.exec(name) ?? [];
  if (tenant === undefined) {
    const alone = defineEstate({
      version: 1,
      domains: { [name]: { profile: "parked", zone: { cloudflare: { zoneName: name } } } },
    });
    return { ...alone, state: estate.state };
  }
  const known = estate.tenants[tenant];
  if (!known) return undefined;
  const { identity: _identity, exchange: _exchange, ...bare } = known;
  const declared: Pick<Tenant, "identity" | "exchange"> =
    kind === "tenant" ? { identity: {} } : { exchange: { managed: true, rules: {} } };
  return { ...estate, tenants: { [tenant]: { ...bare, ...declared } }, domains: [] };
}
