import type { ExchangePosture, SigningPosture, TenantPosture } from "../posture/model";
import type { ReviewContext } from "./context";
import type { ResourceFact } from "./resources/resource-fact";
import type { Contribution, SideName } from "./side";

type Kind = ResourceFact["kind"];

/** Which kinds of facts each tenant has in its plans, on either side: of the others nothing is known. */
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
  context: ReviewContext,
): string | undefined {
  if (!TENANT_KINDS.has(fact.kind)) return undefined;
  const byDomain = "domain" in fact ? context.domains.get(fact.domain)?.tenant : undefined;
  return byDomain ?? context.tenantOf(stack) ?? stack.replace(/^tenant-/, "");
}

export function kindsOf(
  sides: Readonly<Record<SideName, readonly Contribution[]>>,
  context: ReviewContext,
): Kinds {
  const kinds = new Map<string, Set<Kind>>();
  for (const one of [...sides.before, ...sides.after]) {
    const tenant = tenantOf(one, context);
    if (tenant !== undefined) kinds.set(tenant, (kinds.get(tenant) ?? new Set()).add(one.fact.kind));
  }
  return kinds;
}

/** The tenants that plans concern, as they are on one side. */
export function tenantPostures(
  side: readonly Contribution[],
  context: ReviewContext,
  kinds: Kinds,
): readonly TenantPosture[] {
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kindsHere]) => {
      const facts = side.filter((one) => tenantOf(one, context) === name).map(({ fact }) => fact);
      const policies = facts.flatMap((fact) => (fact.kind === "policy" ? [fact] : []));
      // What a policy spares may be the very group; a rule that compares names could not tell.
      const breakGlass = policies.some(({ sparesUnknown }) => sparesUnknown)
        ? undefined
        : context.breakGlass(name);
      const exchange = exchangeOf(facts, kindsHere);
      return {
        name,
        ...(kindsHere.has("policy")
          ? { policies: policies.map(({ key, policy, where }) => ({ key, policy, where })) }
          : {}),
        ...(breakGlass === undefined ? {} : { breakGlass }),
        ...(Object.keys(exchange).length > 0 ? { exchange } : {}),
        where: context.whereOf(name),
      };
    });
}

function exchangeOf(facts: readonly ResourceFact[], kinds: ReadonlySet<Kind>): ExchangePosture {
  const ofKind = <K extends Kind>(kind: K) => {
    const is = (fact: ResourceFact): fact is Extract<ResourceFact, { readonly kind: K }> =>
      fact.kind === kind;
    return facts.filter(is);
  };
  const keys = ofKind("dkim keys");
  const signing = ofKind("dkim signing");
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
    ...(kinds.has("inbound connector") ? { inboundConnectors: ofKind("inbound connector") } : {}),
    ...(kinds.has("outbound connector") ? { outboundConnectors: ofKind("outbound connector") } : {}),
    ...(kinds.has("forwarding") ? { forwarding: ofKind("forwarding") } : {}),
  };
}
