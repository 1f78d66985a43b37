import type { ExchangePosture, SigningPosture, TenantPosture } from "../posture/model";
import type { ReviewContext } from "./context";
import type { ResourceFact } from "./resources/resource-fact";
import type { Contribution, SideName } from "./side";

type Kind = ResourceFact["kind"];

/** Which kinds of things each tenant has in its plans, on either side: of the others nothing is known. */
export type Kinds = ReadonlyMap<string, ReadonlySet<Kind>>;

const TENANT_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  "policy",
  "dkim keys",
  "dkim signing",
  "inbound connector",
  "outbound connector",
  "forwarding",
  "accepted domain",
]);

/** The tenant that something belongs to: the estate's, else one that is known by its stack. */
export function tenantOf(
  { change: { stack }, fact }: Contribution,
  surroundings: ReviewContext,
): string | undefined {
  if (!TENANT_KINDS.has(fact.kind)) return undefined;
  const byDomain = "domain" in fact ? surroundings.domains.get(fact.domain)?.tenant : undefined;
  return byDomain ?? surroundings.tenantOf(stack) ?? stack.replace(/^tenant-/, "");
}

export function kindsOf(
  sides: Readonly<Record<SideName, readonly Contribution[]>>,
  surroundings: ReviewContext,
): Kinds {
  const kinds = new Map<string, Set<Kind>>();
  for (const one of [...sides.before, ...sides.after]) {
    const tenant = tenantOf(one, surroundings);
    if (tenant !== undefined) kinds.set(tenant, (kinds.get(tenant) ?? new Set()).add(one.fact.kind));
  }
  return kinds;
}

/** The tenants that plans concern, as they are on one side. */
export function tenantPostures(
  side: readonly Contribution[],
  surroundings: ReviewContext,
  kinds: Kinds,
): readonly TenantPosture[] {
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, known]) => {
      const things = side.filter((one) => tenantOf(one, surroundings) === name).map(({ fact }) => fact);
      const policies = things.flatMap((thing) => (thing.kind === "policy" ? [thing] : []));
      // What a policy spares may be the very group; a rule that compares names could not tell.
      const breakGlass = policies.some(({ sparesUnknown }) => sparesUnknown)
        ? undefined
        : surroundings.breakGlass(name);
      const exchange = exchangeOf(things, known);
      return {
        name,
        ...(known.has("policy")
          ? { policies: policies.map(({ key, policy, where }) => ({ key, policy, where })) }
          : {}),
        ...(breakGlass === undefined ? {} : { breakGlass }),
        ...(Object.keys(exchange).length > 0 ? { exchange } : {}),
        where: surroundings.whereOf(name),
      };
    });
}

function exchangeOf(things: readonly ResourceFact[], kinds: ReadonlySet<Kind>): ExchangePosture {
  const of = <K extends Kind>(kind: K) => {
    const is = (thing: ResourceFact): thing is Extract<ResourceFact, { readonly kind: K }> =>
      thing.kind === kind;
    return things.filter(is);
  };
  const keys = of("dkim keys");
  const signing = of("dkim signing");
  const domains = [...new Set([...keys, ...signing].map(({ domain }) => domain))].sort();
  return {
    ...(kinds.has("dkim keys") || kinds.has("dkim signing")
      ? {
          signing: domains.flatMap((domain): readonly SigningPosture[] => {
            const [key, on] = [
              keys.find((one) => one.domain === domain),
              signing.find((one) => one.domain === domain),
            ];
            const where = on?.where ?? key?.where;
            if (!where) return [];
            const keySizes = key?.keySize === undefined ? [] : [key.keySize];
            return [{ domain, enabled: on !== undefined, keySizes, where }];
          }),
        }
      : {}),
    ...(kinds.has("inbound connector") ? { inboundConnectors: of("inbound connector") } : {}),
    ...(kinds.has("outbound connector") ? { outboundConnectors: of("outbound connector") } : {}),
    ...(kinds.has("forwarding") ? { forwarding: of("forwarding") } : {}),
  };
}
