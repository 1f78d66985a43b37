import { type DnsName, isWithin } from "../dns/name";
import type { DnsRecord } from "../dns/record";
import { mtaStsPolicyHost } from "../mail/mta-sts";
import { inferredIntent } from "../posture/intent";
import type { Answer, Intent, KnownRecord, MailPosture, Posture, UnknownRecord } from "../posture/model";
import type { EstateDomainFacts, ReviewContext } from "./context";
import type { Domains } from "./domains";
import type { Contribution, SideName } from "./side";
import { type Kinds, tenantPostures } from "./tenants";

/**
 * The posture of one side of the plans. Of a domain that has nothing on this side nobody knows anything: Terraform does
 * not manage it yet, or no longer.
 */
export function plannedPosture(
  sides: Readonly<Record<SideName, readonly Contribution[]>>,
  name: SideName,
  domains: Domains,
  context: ReviewContext,
  kinds: Kinds,
  base?: ReviewContext,
): Posture {
  const side = sides[name];
  const records = new Map<DnsName, KnownRecord[]>();
  const unknown = new Map<DnsName, UnknownRecord[]>();
  const outside = new Map<string, { readonly answer: Answer; readonly records: DnsRecord[] }>();
  const scripts = new Map<string, Extract<Contribution["fact"], { kind: "policy worker" }>>();
  const shared = namesOfSeveralTypes(side);
  for (const { fact } of side) {
    if (fact.kind === "policy worker") scripts.set(fact.script, fact);
    if (fact.kind === "unknown record") {
      const { kind: _kind, ...one } = fact;
      const owner = domains.ownerOf(one.name);
      if (owner !== undefined) push(unknown, owner, one);
    }
    if (fact.kind !== "record") continue;
    const { kind: _kind, flattens, ...one } = fact;
    const { record } = one;
    const owner = domains.ownerOf(record.name);
    if (flattens && shared.has(record.name)) {
      const { zone, where } = one;
      const place = { name: record.name, type: "A", where, ...(zone === undefined ? {} : { zone }) } as const;
      if (owner !== undefined) push(unknown, owner, { ...place, why: "routed" });
    } else if (owner !== undefined) push(records, owner, one);
    else {
      const key = `${record.name} ${record.type}`;
      const found = outside.get(key)?.records ?? [];
      found.push(record);
      outside.set(key, { answer: { name: record.name, type: record.type, records: found }, records: found });
    }
  }
  if (name === "after") {
    for (const answer of goneAnswers(sides))
      outside.set(`${answer.name} ${answer.type}`, { answer, records: [] });
  }
  const policies = new Map<string, NonNullable<MailPosture["mtaStsPolicy"]>>();
  for (const { fact } of side) {
    const script = fact.kind === "worker host" ? scripts.get(fact.script) : undefined;
    if (fact.kind === "worker host" && script?.text !== undefined) {
      policies.set(fact.host, { kind: "text", text: script.text, where: script.where });
    }
  }
  const present = [...domains.names].filter((name) => records.has(name) || unknown.has(name)).sort();
  return {
    source: "planned",
    domains: present.map((domain): MailPosture => {
      const own = records.get(domain) ?? [];
      const facts = context.domains.get(domain);
      const inferred = inferredIntent(
        domain,
        own.map(({ record }) => record),
      );
      const policy = policies.get(mtaStsPolicyHost(domain));
      const zone = zoneAround(domain, own);
      return {
        domain,
        intent: name === "before" ? intentBefore(domain, facts, inferred, base) : (facts?.intent ?? inferred),
        records: own,
        unknown: unknown.get(domain) ?? [],
        ...(zone === undefined ? {} : { zone }),
        ...(policy ? { mtaStsPolicy: policy } : {}),
        ...(facts?.demands ? { demands: facts.demands } : {}),
        where: facts?.where ?? { address: domain },
      };
    }),
    tenants: tenantPostures(sides, name, context, kinds, base),
    outside: [...outside.values()].map(({ answer }) => answer),
  };
}

/** Names that hold records of more than one type: an alias beside others is none to resolvers. */
function namesOfSeveralTypes(side: readonly Contribution[]): ReadonlySet<DnsName> {
  const types = new Map<DnsName, Set<string>>();
  for (const { fact } of side) {
    if (fact.kind !== "record" && fact.kind !== "unknown record") continue;
    const { name, type } = fact.kind === "record" ? fact.record : fact;
    types.set(name, (types.get(name) ?? new Set()).add(type));
  }
  return new Set([...types].flatMap(([name, held]) => (held.size > 1 ? [name] : [])));
}

/** What plans take away: of these names it is known that nothing of the type is found there any more. */
function goneAnswers({
  before,
  after,
}: Readonly<Record<SideName, readonly Contribution[]>>): readonly Answer[] {
  const placeOf = ({ fact }: Contribution) =>
    fact.kind === "record" ? fact.record : fact.kind === "unknown record" ? fact : undefined;
  const stay = new Set(
    after.flatMap((one) => {
      const at = placeOf(one);
      return at ? [`${at.name} ${at.type}`] : [];
    }),
  );
  return before.flatMap(({ fact }) =>
    fact.kind === "record" && !stay.has(`${fact.record.name} ${fact.record.type}`)
      ? [{ name: fact.record.name, type: fact.record.type, records: [] }]
      : [],
  );
}

/**
 * What a domain was for. Without the estate as it was, one that is declared to be parked or in use, and whose records say
 * the other, has been that: its purpose is what changes.
 */
function intentBefore(
  domain: DnsName,
  facts: EstateDomainFacts | undefined,
  inferred: Intent,
  base: ReviewContext | undefined,
): Intent {
  if (base) return base.domains.get(domain)?.intent ?? inferred;
  if (!facts) return inferred;
  const isParked = ({ sends, receives }: Intent) => !sends && !receives;
  return isParked(facts.intent) !== isParked(inferred) ? inferred : facts.intent;
}

/** The zone that a domain itself lies in, as far as its records say: zones of names below it may be among theirs. */
function zoneAround(domain: DnsName, records: readonly KnownRecord[]): DnsName | undefined {
  return records.flatMap(({ zone }) => (zone !== undefined && isWithin(domain, zone) ? [zone] : []))[0];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}
