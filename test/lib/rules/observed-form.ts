import { type DnsName, isWithin } from "../../../lib/dns/name";
import type { CnameRecord, DnsRecord } from "../../../lib/dns/record";
import type { DnsAnswer, DnsData, DnsType, Resolve } from "../../../lib/dns/resolve";
import type { Ask, Asked, AskedType } from "../../../observe/ask";
import { observePosture } from "../../../observe/posture";
import { subjectOf } from "../../../observe/subject";
import { type Fixture, nameOf, recordOf } from "./fixture";
import type { Form } from "./forms";
import { tenantsOf } from "./tenants-form";

/** As an observer finds the fixture's world, through the code that looks at the live one. */
export function observedForm(declared: Form): Form {
  return async (fixture) => {
    const { domains } = await declared(fixture);
    const ask = askIn(fixture);
    const policies = new Map(domains.map(({ domain, mtaStsPolicy }) => [domain, mtaStsPolicy]));
    const observed = await observePosture(domains.map(subjectOf), {
      ask,
      resolve: resolveIn(ask, fixture.gone ?? []),
      fetchPolicy: async (domain) => {
        const policy = policies.get(domain);
        return policy?.kind === "text" ? policy : { kind: "failed", why: "status 404" };
      },
    });
    const seen = new Map(fixture.domains.map((one) => [nameOf(one.domain), one.seen]));
    return {
      ...observed,
      domains: observed.domains.map((mail) => ({ ...mail, ...seen.get(mail.domain) })),
      tenants: tenantsOf(fixture, "observed"),
    };
  };
}

/** The DNS of a fixture: its domains hold what they hold, and of names that it does not mention nobody answers. */
function askIn({ domains, outside = [], unknown = [] }: Fixture): Ask {
  const held = [...domains.flatMap(({ records }) => records), ...outside.filter((line) => !isNothing(line))];
  const records = held.map(recordOf);
  const apexes = domains.map(({ domain }) => nameOf(domain));
  const empty = outside.filter(isNothing);
  const isKnown = (name: DnsName) =>
    apexes.some((apex) => isWithin(name, apex)) ||
    records.some((record) => record.name === name) ||
    empty.some((line) => line.startsWith(`${name} `)) ||
    apexes.some((apex) => isWithin(apex, name));
  return async function ask(name: DnsName, type: AskedType): Promise<Asked> {
    const isSilent = unknown.some((line) => line === `${name} ${type}` || line === `${name} CNAME`);
    if (isSilent || !isKnown(name)) return { kind: "failure", why: "timeout" };
    const there = records.filter((record) => record.name === name);
    const authentic = domains.some(({ domain, dnssec }) => dnssec === true && isWithin(name, nameOf(domain)));
    const alias = there.find((record): record is CnameRecord => record.type === "CNAME");
    if (alias && type !== "CNAME") {
      const behind = await ask(alias.target, type);
      return behind.kind === "failure" ? behind : { ...behind, aliases: [alias, ...behind.aliases] };
    }
    const found = there.filter((record) => record.type === type);
    return { kind: "answer", aliases: [], end: name, records: found, count: found.length, authentic };
  };
}

function isNothing(line: string): boolean {
  return /^\S+ \S+$/.test(line);
}

const DATA: { readonly [T in DnsType]: (record: DnsRecord) => DnsData[T] | undefined } = {
  A: (record) => (record.type === "A" ? record.address : undefined),
  AAAA: (record) => (record.type === "AAAA" ? record.address : undefined),
  CNAME: (record) => (record.type === "CNAME" ? record.target : undefined),
  MX: (record) => (record.type === "MX" ? record : undefined),
  NS: (record) => (record.type === "NS" ? record.host : undefined),
  PTR: () => undefined,
  TXT: (record) => (record.type === "TXT" ? [new TextEncoder().encode(record.value)] : undefined),
};

function resolveIn(ask: Ask, gone: readonly string[]): Resolve {
  return async <T extends DnsType>(name: string, type: T): Promise<DnsAnswer<T>> => {
    if (type === "PTR") return { kind: "nxdomain" };
    if (gone.some((apex) => name === apex || name.endsWith(`.${apex}`))) return { kind: "nxdomain" };
    const asked = await ask(nameOf(name), type);
    if (asked.kind === "failure") return { kind: "failure", reason: "timeout" };
    const read: (record: DnsRecord) => DnsData[T] | undefined = DATA[type];
    const records = asked.records.map(read).filter((data) => data !== undefined);
    return records.length > 0 ? { kind: "records", records } : { kind: "nodata" };
  };
}
