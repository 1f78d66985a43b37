import fc from "fast-check";
import type { DnsName } from "../../../../lib/dns/name";
import type { DnsRecord, DnsRecordType } from "../../../../lib/dns/record";
import type { ServedZone } from "./servers";

/** A zone of mail, and in some worlds a second one at a cut inside it that the same server has. */
export interface World {
  readonly zones: readonly ServedZone[];
  readonly questions: readonly { readonly name: string; readonly type: DnsRecordType }[];
}

const LABELS = ["a", "b", "_dmarc", "_domainkey", "s1", "*"];
const TYPES = ["TXT", "A", "MX", "CNAME", "NS"] as const satisfies readonly DnsRecordType[];
/** Stands in no zone: the server says nothing of it. */
const ABROAD = ["vendor.invalid", "_dmarc.vendor.invalid"];

/** Names that share their labels, so that wildcards, aliases, cuts and empty non-terminals meet. */
function nameBelow(apex: string): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 4 })
    .map((labels) => [...labels, apex].join("."));
}

function recordBelow(apex: string, targets: fc.Arbitrary<string>): fc.Arbitrary<DnsRecord> {
  const name = nameBelow(apex).map(named);
  const ttl = fc.constant(300);
  const value = fc.constantFrom("v=DMARC1; p=none", "v=DKIM1; p=", "v=spf1 -all");
  const owned = <T extends DnsRecordType, D>(type: T, data: { [K in keyof D]: fc.Arbitrary<D[K]> }) =>
    fc.record({ type: fc.constant(type), name, ttl, ...data });
  return fc.oneof(
    { arbitrary: owned("TXT", { value }), weight: 5 },
    { arbitrary: owned("A", { address: fc.constantFrom("192.0.2.1", "192.0.2.2") }), weight: 3 },
    {
      arbitrary: owned("MX", { preference: fc.constant(0), exchange: targets.map(named) }),
      weight: 2,
    },
    { arbitrary: owned("CNAME", { target: targets.map(named) }), weight: 5 },
    {
      arbitrary: owned("NS", {
        host: fc.constantFrom("ns1.vendor.invalid", "ns2.vendor.invalid").map(named),
      }),
      weight: 2,
    },
  ) as fc.Arbitrary<DnsRecord>;
}

/** Names with a `*` in their middle are legal, and no estate can write them. */
function named(name: string): DnsName {
  return name as DnsName;
}

/**
 * @param index keeps the names of worlds apart that one server has
 * @param options.wildcardServers NS records at wildcards too, which bind9 does not load (RFC 4592 §4.2)
 */
export function arbitraryWorld(
  index: number,
  { questions, wildcardServers }: { readonly questions: number; readonly wildcardServers: boolean },
): fc.Arbitrary<World> {
  const apex = `w${index}.example`;
  const child = `a.${apex}`;
  const targets = fc.oneof(
    { arbitrary: nameBelow(apex), weight: 5 },
    { arbitrary: fc.constantFrom(apex, ...ABROAD), weight: 2 },
  );
  const records = (below: string) =>
    fc
      .array(recordBelow(below, targets), { minLength: 2, maxLength: 14 })
      .map((drawn) => loadable(drawn, wildcardServers));
  const asked = fc.array(
    fc.record({
      name: fc.oneof(nameBelow(apex), nameBelow(child), fc.constant(apex)),
      type: fc.constantFrom(...TYPES),
    }),
    { minLength: questions, maxLength: questions },
  );
  return fc
    .tuple(records(apex), fc.option(records(child), { freq: 3 }), asked)
    .map(([own, below, questions]) => ({
      zones: below
        ? [
            { apex, records: own.filter(({ name, type }) => !isOccluded(name, type, child)) },
            { apex: child, records: below },
          ]
        : [{ apex, records: own }],
      questions,
    }));
}

/** nsd keeps all zones in one tree, where such records of the parent's make names of the child exist. */
function isOccluded(name: string, type: DnsRecordType, child: string): boolean {
  return name.endsWith(`.${child}`) || (name === child && type !== "NS");
}

/** What servers load: an alias stands alone, and no record stands twice. */
function loadable(records: readonly DnsRecord[], wildcardServers: boolean): readonly DnsRecord[] {
  const kept = new Map<string, DnsRecord>();
  const kinds = new Map<string, "alias" | "data">();
  for (const record of records) {
    const kind = record.type === "CNAME" ? "alias" : "data";
    const held = kinds.get(record.name);
    if (held === "alias" || (held === "data" && kind === "alias")) continue;
    if (!wildcardServers && record.type === "NS" && record.name.startsWith("*.")) continue;
    kinds.set(record.name, kind);
    kept.set(JSON.stringify(record), record);
  }
  return [...kept.values()];
}
