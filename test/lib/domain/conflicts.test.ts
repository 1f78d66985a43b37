import fc from "fast-check";
import { type DnsName, parseName } from "../../../lib/dns/name";
import type { DnsRecord } from "../../../lib/dns/record";
import { type OwnedRecord, recordConflicts } from "../../../lib/domain/conflicts";
import { formatFault, unwrap } from "../../../lib/fault";
import type { ExtraRecordOptions, MailDomainOptions } from "../../../lib/options";
import { CONTOSO, declared, refused } from "../posture/declared";

/** What `contoso.com` with Exchange Online cannot have beside its own records. */
function beside(
  records: Readonly<Record<string, ExtraRecordOptions>>,
  more: Partial<MailDomainOptions> = {},
) {
  return refused({ domain: "contoso.com", profile: "exchange-online", tenant: CONTOSO, records, ...more });
}

describe("records that cannot stand together", () => {
  test("a second SPF record at a name, also one that came through records", () => {
    expect(beside({ old: { type: "TXT", value: "v=spf1 include:_spf.google.com ~all" } })).toEqual([
      'spf: 2 SPF records at contoso.com: receivers then have none, got "v=spf1 include:spf.protection.outlook.com -all", "v=spf1 include:_spf.google.com ~all"; expected one SPF record at a name; merge them into one; beside it: records.old',
    ]);
  });

  test("a second SPF record in other case, at a return path that a sender declares", () => {
    const tokens = ["a", "b", "c"].map((letter) => letter.repeat(32));
    expect(
      beside(
        { bounce: { type: "TXT", name: "bounce", value: "V=SPF1 -all" } },
        { senders: [{ "amazon-ses": { tokens, mailFrom: "bounce", region: "eu-west-1" } }] },
      ),
    ).toEqual([
      'senders: 2 SPF records at bounce.contoso.com: receivers then have none, got "v=spf1 include:amazonses.com ~all", "V=SPF1 -all"; expected one SPF record at a name; merge them into one; beside it: records.bounce',
    ]);
  });

  test("text that merely begins like SPF is no second record", () => {
    const records = { note: { type: "TXT", value: "v=spf10 -all" } } as const;
    const lines = declared({ domain: "contoso.com", profile: "exchange-online", tenant: CONTOSO, records });
    expect(lines).toContain("Record-note: contoso.com TXT v=spf10 -all");
  });

  test("a second DMARC record at _dmarc", () => {
    expect(beside({ dmarc: { type: "TXT", name: "_dmarc", value: "v=DMARC1; p=reject;" } })).toEqual([
      'dmarc: 2 DMARC records at _dmarc.contoso.com: receivers then have none, got "v=DMARC1; p=none;", "v=DMARC1; p=reject;"; expected one DMARC record at a name; keep one; beside it: records.dmarc',
    ]);
  });

  test("the same record twice", () => {
    expect(beside({ a: { type: "TXT", value: "MS=ms1" }, b: { type: "TXT", value: "MS=ms1" } })).toEqual([
      'records.a: the same TXT record is declared twice at contoso.com, got "MS=ms1"; expected one declaration of each record; beside it: records.b',
    ]);
  });

  test("a CNAME beside other data, each beside it told", () => {
    expect(
      beside({
        alias: { type: "CNAME", name: "www", target: "contoso.azurewebsites.net" },
        one: { type: "A", name: "www", address: "192.0.2.80" },
        two: { type: "TXT", name: "www", value: "asuid" },
      }),
    ).toEqual([
      "records.alias: a CNAME stands beside other data at www.contoso.com, got CNAME contoso.azurewebsites.net, A 192.0.2.80, TXT asuid; expected a CNAME alone at its name (RFC 1034 §3.6.2); beside it: records.one, records.two",
    ]);
  });

  test("two CNAMEs at a name: Microsoft's selector and one that was declared by hand", () => {
    expect(
      beside({ dkim: { type: "CNAME", name: "selector1._domainkey", target: "s.example.net" } }),
    ).toHaveLength(1);
  });

  test("a null MX that is not alone", () => {
    expect(beside({ mx: { type: "MX", preference: 0, exchange: "." } })).toEqual([
      "mx: a null MX stands beside other MX records at contoso.com; expected the null MX alone (RFC 7505 §3); beside it: records.mx",
    ]);
  });

  test("an MX host that is an alias", () => {
    const alias = { type: "CNAME", name: "mx", target: "mail.contoso.net" } as const;
    expect(beside({ alias }, { mx: { host: "mx.contoso.com" } })).toEqual([
      "mx: MX host mx.contoso.com is an alias; expected a host name with an address of its own (RFC 2181 §10.3); beside it: records.alias",
    ]);
  });

  test("an SRV host that is an alias", () => {
    const alias = { type: "CNAME", name: "sip", target: "sip.contoso.net" } as const;
    const at = { type: "SRV", name: "_sip._tls", priority: 1, weight: 1, port: 443 } as const;
    const srv = { ...at, target: "sip.contoso.com" };
    expect(beside({ alias, srv })).toEqual([
      "records.srv: SRV host sip.contoso.com is an alias; expected a host name with an address of its own (RFC 2782); beside it: records.alias",
    ]);
  });

  test("an alias of a service beside services, and one for itself", () => {
    const at = { type: "HTTPS", name: "www" } as const;
    const own = { type: "SVCB", name: "www", priority: 0, target: "www.contoso.com" } as const;
    expect(
      beside({
        a: { ...at, priority: 0, target: "www.contoso.net" },
        b: { ...at, priority: 1, target: "." },
        own,
      }),
    ).toEqual([
      "records.a: HTTPS records with priority 0 stand beside others at www.contoso.com, which clients then ignore; expected either an alias or services (RFC 9460 §2.4.1); beside it: records.b",
      "records.own: SVCB alias of www.contoso.com for itself; expected another name (RFC 9460 §2.4.2)",
    ]);
  });

  test("a DS where nothing is delegated", () => {
    const ds = { type: "DS", name: "sub", keyTag: 1, algorithm: 13, digestType: 2 } as const;
    const records = { ds: { ...ds, digest: "ab".repeat(32) } } as const;
    expect(beside(records)).toEqual([
      "records.ds: DS at sub.contoso.com, which nothing delegates; expected NS records at the same name (RFC 4035 §2.4)",
    ]);
    const options = { domain: "contoso.com", profile: "exchange-online", tenant: CONTOSO } as const;
    const ns = { type: "NS", name: "sub", host: "ns1.contoso.net" } as const;
    expect(declared({ ...options, records: { ...records, ns } })).toContain(
      "Record-ns: sub.contoso.com NS ns1.contoso.net",
    );
  });

  test("an address at the host of the MTA-STS policy, which the zone's host publishes itself", () => {
    const alias = { type: "CNAME", name: "mta-sts", target: "policy.contoso.net" } as const;
    const note = { type: "TXT", name: "mta-sts", value: "not an address" } as const;
    expect(beside({ alias, note }, { mtaSts: { mode: "testing" } })).toEqual([
      "records.alias: mta-sts.contoso.com gets its address from whoever serves the MTA-STS policy, got CNAME policy.contoso.net; expected no address beside it; remove the record, or set mtaSts.hosting: external",
      "records.alias: a CNAME stands beside other data at mta-sts.contoso.com, got CNAME policy.contoso.net, TXT not an address; expected a CNAME alone at its name (RFC 1034 §3.6.2); beside it: records.note",
    ]);
    const external = { mode: "testing", hosting: "external" } as const;
    const options = { domain: "contoso.com", profile: "exchange-online", tenant: CONTOSO } as const;
    expect(declared({ ...options, records: { alias }, mtaSts: external })).toContain(
      "Record-alias: mta-sts.contoso.com CNAME policy.contoso.net",
    );
  });
});

describe("any set of records", () => {
  const name = fc
    .constantFrom("contoso.com", "a.contoso.com", "b.contoso.com")
    .map((text) => text as DnsName);
  const ttl = 3600;
  const record: fc.Arbitrary<DnsRecord> = fc.oneof(
    fc.record({
      type: fc.constant("TXT" as const),
      name,
      ttl: fc.constant(ttl),
      value: fc.constantFrom("v=spf1 -all", "v=spf1 mx -all", "x"),
    }),
    fc.record({ type: fc.constant("CNAME" as const), name, ttl: fc.constant(ttl), target: name }),
    fc.record({
      type: fc.constant("MX" as const),
      name,
      ttl: fc.constant(ttl),
      preference: fc.constantFrom(0, 10),
      exchange: fc.oneof(name, fc.constant("." as const)),
    }),
  );
  const declaredRecords = fc
    .array(record, { maxLength: 8 })
    .map((records) =>
      records.map((one, index) => ({ domain: "contoso.com" as DnsName, role: `R${index}`, record: one })),
    );

  test("a host that all domains have, and that has many addresses, is looked at a few times a record", () => {
    const count = 2000;
    let reads = 0;
    const counted = (one: OwnedRecord): OwnedRecord => ({
      ...one,
      get record() {
        reads += 1;
        return one.record;
      },
    });
    const host = unwrap("host", parseName("mail.contoso.com"));
    const declared = Array.from({ length: count }, (_, at) => {
      const domain = unwrap("domain", parseName(`brand-${at}.example`));
      const address = `10.0.${Math.floor(at / 256)}.${at % 256}`;
      const mx = { type: "MX", name: domain, ttl: 3600, preference: 0, exchange: host } as const;
      return [
        counted({ domain, role: "Mx", record: mx }),
        counted({
          domain: host,
          role: `Record-${at}`,
          record: { type: "A", name: host, ttl: 3600, address },
        }),
      ];
    }).flat();
    expect(recordConflicts(declared)).toEqual([]);
    expect(reads).toBeLessThan(20 * declared.length);
  });

  test("conflicts say the same whatever the order of declaration", () => {
    const messages = (all: Parameters<typeof recordConflicts>[0]) =>
      recordConflicts(all)
        .map(({ fault }) => fault.message)
        .sort();
    fc.assert(
      fc.property(declaredRecords, (all) => {
        expect(messages([...all].reverse())).toEqual(messages(all));
      }),
    );
  });

  test("what has no conflict is a zone: no CNAME has company, no SPF or null MX a second", () => {
    fc.assert(
      fc.property(declaredRecords, (all) => {
        fc.pre(recordConflicts(all).length === 0);
        for (const at of new Set(all.map(({ record }) => record.name))) {
          const here = all.map(({ record }) => record).filter((one) => one.name === at);
          const spf = here.filter((one) => one.type === "TXT" && one.value.startsWith("v=spf1"));
          const mx = here.filter((one) => one.type === "MX");
          expect(here.some(({ type }) => type === "CNAME") && here.length > 1).toBe(false);
          expect(spf.length).toBeLessThan(2);
          expect(mx.length > 1 && mx.some((one) => one.exchange === ".")).toBe(false);
        }
      }),
    );
  });

  test("what is taken out of a set without conflicts has none either", () => {
    fc.assert(
      fc.property(declaredRecords, fc.nat(7), (all, index) => {
        fc.pre(recordConflicts(all).length === 0);
        const fewer = all.filter((_, at) => at !== index);
        expect(recordConflicts(fewer).map(({ fault }) => formatFault(fault))).toEqual([]);
      }),
    );
  });
});
