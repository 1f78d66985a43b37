import fc from "fast-check";
import type { DnsName } from "../../../lib/dns/name";
import type { DnsRecord, DnsRecordType } from "../../../lib/dns/record";
import { declareGiven } from "../../../lib/domain/declare";
import { isMapping } from "../../../lib/mapping";
import type { ServedZone } from "../dns/zone/servers";

/** A mail domain as an estate has it, what else stands in its zone, and what is asked about it. */
export interface MailWorld {
  readonly domain: string;
  /** What the estate says of the domain, without its zone. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly host: "cloudflare" | "route53";
  /** Does the plan name the zone? */
  readonly isZonePlanned: boolean;
  /** Records of the zone that the estate does not know. */
  readonly alien: readonly DnsRecord[];
  /** What those serve to whom names of the domain are delegated, relative to the cut. */
  readonly delegated: readonly DnsRecord[];
  readonly questions: readonly Question[];
}

export interface Question {
  readonly name: string;
  readonly type: DnsRecordType;
}

export const TENANT = {
  name: "contoso",
  initialDomain: "contoso.onmicrosoft.com",
  domainsAddedBefore: "2026-07-01",
} as const;

/** Zones of others, the same for all. */
export const ABROAD: readonly ServedZone[] = [
  {
    apex: "vendor.example",
    records: [
      text("_dmarc.vendor.example", "v=DMARC1; p=quarantine; rua=mailto:d@vendor.example"),
      text("key.vendor.example", "v=DKIM1; p="),
      alias("next.vendor.example", "_dmarc.vendor.example"),
    ],
  },
  {
    apex: "contoso.onmicrosoft.com",
    records: Array.from({ length: 300 }, (_, index) =>
      text(`selector1-m${index}-example._domainkey.contoso.onmicrosoft.com`, `v=DKIM1; p=; n=${index}`),
    ).filter((_, index) => index % 2 === 0),
  },
  { apex: "outlook.com", records: [text("outlook.com", "v=spf1 -all")] },
];

const TARGETS_ABROAD = [
  "_dmarc.vendor.example",
  "key.vendor.example",
  "next.vendor.example",
  "gone.vendor.example",
];
const SERVERS = ["ns1.vendor.example", "ns2.vendor.example"];

/** Where mail stands, and names beside it that wildcards, aliases, cuts and empty non-terminals make meet. */
const MAIL = [
  "_dmarc",
  "_domainkey",
  "selector1._domainkey",
  "s1._domainkey",
  "*._domainkey",
  "_mta-sts",
  "_smtp._tls",
  "_tls",
  "default._bimi",
  "_dmarc.a",
  "s1._domainkey.a",
];
const HOSTS = ["a", "b.a", "*", "*.a", "*.b.a", "c.b.a", "x", "mta-sts", "autodiscover"];

const owners = fc.oneof(
  { arbitrary: fc.constantFrom(...MAIL), weight: 3 },
  { arbitrary: fc.constantFrom(...HOSTS), weight: 3 },
  { arbitrary: fc.constant("@"), weight: 1 },
);
const texts = fc.constantFrom(
  "v=DMARC1; p=none",
  "v=DKIM1; p=",
  "v=spf1 -all",
  "v=TLSRPTv1; rua=mailto:t@x.example",
  "x",
);

function targetsIn(domain: string): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: owners.map((owner) => (owner === "@" ? domain : `${owner}.${domain}`)), weight: 4 },
    { arbitrary: fc.constantFrom(...TARGETS_ABROAD), weight: 2 },
  );
}

/** A record by hand, as `records:` of the estate has it. */
function written(domain: string): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const names = targetsIn(domain).filter((target) => !target.startsWith("*"));
  const of = (type: string, data: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
    fc.record({ type: fc.constant(type), name: owners, ...data });
  return fc.oneof(
    { arbitrary: of("TXT", { value: texts }), weight: 5 },
    { arbitrary: of("CNAME", { target: names }), weight: 5 },
    {
      arbitrary: of("NS", { host: fc.constantFrom(...SERVERS) }).filter(({ name }) => name !== "@"),
      weight: 2,
    },
    { arbitrary: of("A", { address: fc.constantFrom("192.0.2.1", "192.0.2.2") }), weight: 2 },
    { arbitrary: of("MX", { preference: fc.constant(0), exchange: names }), weight: 1 },
  );
}

/** The mechanisms of a domain, of which each may be somebody else's. */
function profiles(domain: string): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const hosted = targetsIn(domain).filter((target) => !target.startsWith("*"));
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
  const rua = fc.constant(["mailto:d@vendor.example"]);
  return fc
    .record({
      profile: fc.constantFrom("exchange-online", "parked", "send-only"),
      dmarc: fc.record({ policy: fc.constant("reject"), hosted: maybe(hosted) }),
      tlsRpt: maybe(fc.record({ rua, hosted: maybe(hosted) })),
      mtaSts: maybe(
        fc.record({
          mode: fc.constant("enforce"),
          hosting: fc.constant(undefined),
          hosted: fc.record({ record: hosted, policy: hosted }),
        }),
      ),
      dkim: maybe(
        fc.record({
          microsoft: fc.boolean(),
          hosted: maybe(fc.constant({ nameServers: SERVERS })),
        }),
      ),
    })
    .map(({ profile, dmarc, tlsRpt, mtaSts, dkim }) =>
      pruned(
        profile === "exchange-online"
          ? { profile, dmarc, tlsRpt, mtaSts, dkim }
          : profile === "parked"
            ? { profile, dmarc }
            : { profile, dmarc, spf: { ip4: ["192.0.2.0/24"] } },
      ),
    );
}

/** Without keys of `undefined`. */
function pruned(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      one === undefined ? [] : [[key, isMapping(one) ? pruned(one) : one]],
    ),
  );
}

/** @param index keeps the names of worlds apart that one server has */
export function arbitraryMailWorld(index: number, questions: number): fc.Arbitrary<MailWorld> {
  const domain = `m${index}.example`;
  const host = fc.constantFrom("cloudflare" as const, "route53" as const);
  return host.chain((host) =>
    fc.record({
      domain: fc.constant(domain),
      host: fc.constant(host),
      isZonePlanned: fc.boolean(),
      options: fc
        .tuple(
          // An alias of itself is refused.
          profiles(domain).filter((options) => isDeclarable(domain, host, options)),
          fc.array(written(domain), { minLength: 2, maxLength: 10 }),
        )
        .map(([options, records]) => declarable(domain, host, options, records)),
      alien: fc.array(alien(domain), { maxLength: 4 }),
      delegated: fc.array(
        fc
          .tuple(fc.constantFrom("", "s1.", "selector1.", "a."), texts)
          .map(([label, value]) => text(label, value)),
        { maxLength: 3 },
      ),
      questions: fc.array(asked(domain), { minLength: questions, maxLength: questions }),
    }),
  );
}

/** What an estate accepts of it: each record that it can have beside those before. */
function declarable(
  domain: string,
  host: MailWorld["host"],
  options: Readonly<Record<string, unknown>>,
  drawn: readonly Readonly<Record<string, unknown>>[],
): Readonly<Record<string, unknown>> {
  let records: Readonly<Record<string, unknown>> = {};
  for (const [index, record] of drawn.entries()) {
    const more = { ...records, [`r${index}`]: record };
    if (isDeclarable(domain, host, { ...options, records: more })) records = more;
  }
  return { ...options, records };
}

function isDeclarable(
  domain: string,
  host: MailWorld["host"],
  options: Readonly<Record<string, unknown>>,
): boolean {
  const flattened = host === "cloudflare" ? (domain as DnsName) : undefined;
  return declareGiven({ domain, tenant: TENANT, ...options }, flattened).ok;
}

/**
 * Records that stand at no name of mail. A wildcard of this kind would answer for names of mail that the estate believes
 * to be empty, as only a look at the live world shows.
 */
function alien(domain: string): fc.Arbitrary<DnsRecord> {
  const name = fc
    .constantFrom("a", "b.a", "c.b.a", "x", "y.x", "d.c.b.a")
    .map((owner) => `${owner}.${domain}`);
  return fc.oneof(
    fc.tuple(name, texts).map(([owner, value]) => text(owner, value)),
    fc.tuple(name, targetsIn(domain)).map(([owner, target]) => alias(owner, target)),
    name.map((owner): DnsRecord => ({ type: "A", name: owner as DnsName, ttl: 300, address: "192.0.2.9" })),
  );
}

function asked(domain: string): fc.Arbitrary<Question> {
  const labels = fc
    .array(fc.constantFrom("a", "b", "x", "_dmarc", "_domainkey", "s1", "n"), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join("."));
  const name = fc.oneof(
    { arbitrary: fc.constantFrom(...MAIL, ...HOSTS), weight: 3 },
    { arbitrary: labels, weight: 2 },
    { arbitrary: fc.constant("@"), weight: 1 },
  );
  return fc.record({
    name: name.map((owner) => (owner === "@" ? domain : `${owner}.${domain}`)),
    type: fc.constantFrom<DnsRecordType>("TXT", "TXT", "MX", "A", "CNAME"),
  });
}

function text(name: string, value: string): DnsRecord {
  return { type: "TXT", name: name as DnsName, ttl: 300, value };
}

function alias(name: string, target: string): DnsRecord {
  return { type: "CNAME", name: name as DnsName, ttl: 300, target: target as DnsName };
}
