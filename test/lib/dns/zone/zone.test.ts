import type { DnsName } from "../../../../lib/dns/name";
import { parseRecord } from "../../../../lib/dns/parse-record";
import { type DnsRecordType, recordData } from "../../../../lib/dns/record";
import {
  type Knowledge,
  occludedIn,
  WHOLE,
  type Zone,
  type ZoneEntry,
  zonesOf,
} from "../../../../lib/dns/zone";
import { unwrap } from "../../../../lib/fault";

/** `name TYPE data` a line; `name TYPE ?` for a value that is not known. */
function entriesOf(text: string): readonly ZoneEntry[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [, name = "", type = "", data = ""] = /^\s*(\S+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
      const kind = type as DnsRecordType;
      if (data === "?") return { name, type: kind };
      // A `*` in the middle is legal in the DNS, and none of our names.
      const record = unwrap(line, parseRecord("owner.example", kind, data, 300));
      return { name, type: kind, record: { ...record, name: name as DnsName } };
    });
}

function zone(apex: string, text: string, knowledge: Knowledge = WHOLE): Zone {
  return { apex, entries: entriesOf(text), knowledge };
}

/** An answer in one line. */
function ask(zones: readonly Zone[], name: string, type: DnsRecordType): string {
  const answer = zonesOf(zones).answer(name, type);
  const path = answer.path.map(({ target }) => `→ ${target} `).join("");
  const data = (entries: readonly ZoneEntry[]) =>
    entries.map(({ record }) => (record ? recordData(record) : "?")).join(" | ");
  switch (answer.kind) {
    case "records":
      return `${path}${data(answer.entries)}${answer.wildcard === undefined ? "" : ` (${answer.wildcard})`}`;
    case "none":
      return `${path}${answer.exists ? "no data" : "no such name"}`;
    case "elsewhere":
      return `${path}elsewhere by ${answer.how}: ${answer.to.join(" | ")}`;
    case "loop":
      return `${path}loop`;
    case "unknown":
      return `${path}unknown: ${answer.why}${answer.entries.length === 0 ? "" : ` ${data(answer.entries)}`}`;
  }
}

describe("the example of RFC 4592 §2.2.1", () => {
  // Its SRV records are TXT here: what counts is that something stands there.
  const EXAMPLE = zone(
    "example",
    `example NS ns.example.com
     example NS ns.example.net
     *.example TXT this is a wildcard
     *.example MX 10 host1.example
     sub.*.example TXT this is not a wildcard
     host1.example A 192.0.2.1
     _ssh._tcp.host1.example TXT srv
     _ssh._tcp.host2.example TXT srv
     subdel.example NS ns.example.com
     subdel.example NS ns.example.net`,
  );

  test.each<[string, DnsRecordType, string]>([
    ["host3.example", "MX", "10 host1.example (*.example)"],
    ["host3.example", "A", "no data"],
    ["foo.bar.example", "TXT", "this is a wildcard (*.example)"],
  ])("%s %s is made from the wildcard: %s", (name, type, expected) => {
    expect(ask([EXAMPLE], name, type)).toBe(expected);
  });

  test.each<[string, DnsRecordType, string, string]>([
    ["host1.example", "MX", "no data", "the name exists"],
    ["sub.*.example", "MX", "no data", "the name exists"],
    ["_telnet._tcp.host1.example", "TXT", "no such name", "its closest encloser is _tcp.host1.example"],
    ["host2.example", "MX", "no data", "it is an empty non-terminal (§2.2.2)"],
    [
      "host.subdel.example",
      "A",
      "elsewhere by delegation: ns.example.com | ns.example.net",
      "it is delegated",
    ],
    ["ghost.*.example", "MX", "no such name", "its closest encloser is *.example"],
    ["*.example", "TXT", "this is a wildcard", "the wildcard's own name is a name like others"],
  ])("%s %s is not: %s, since %s", (name, type, expected) => {
    expect(ask([EXAMPLE], name, type)).toBe(expected);
  });
});

describe("what servers refer to others (RFC 1034 §4.3.2)", () => {
  const CONTOSO = zone(
    "contoso.com",
    `contoso.com NS ns1.cloud.example
     _dmarc.contoso.com NS ns1.vendor.example
     _dmarc.contoso.com TXT v=DMARC1; p=reject
     _domainkey.contoso.com NS ns1.vendor.example
     s1._domainkey.contoso.com TXT v=DKIM1; p=
     b.contoso.com NS ?
     c.contoso.com NS ns1.c.contoso.com
     ns1.c.contoso.com A 192.0.2.53
     ns2.c.contoso.com A 192.0.2.54
     a.b.contoso.com MX 0 mx.contoso.com`,
  );

  test("the zone's own name servers are no cut", () => {
    expect(ask([CONTOSO], "contoso.com", "NS")).toBe("ns1.cloud.example");
    expect(ask([CONTOSO], "contoso.com", "TXT")).toBe("no data");
  });

  test("a text beside the name servers of a cut is not served, nor is one below it", () => {
    expect(ask([CONTOSO], "_dmarc.contoso.com", "TXT")).toBe("elsewhere by delegation: ns1.vendor.example");
    expect(ask([CONTOSO], "s1._domainkey.contoso.com", "TXT")).toBe(
      "elsewhere by delegation: ns1.vendor.example",
    );
    expect(ask([CONTOSO], "a.b.contoso.com", "MX")).toBe("elsewhere by delegation: ");
  });

  test("the occluded records are all but the addresses of the cut's own name servers", () => {
    const occluded = occludedIn(CONTOSO).map(({ entry, cut }) => [
      `${entry.name} ${entry.type}`,
      cut.map(({ name }) => name),
    ]);
    expect(occluded).toEqual([
      ["_dmarc.contoso.com TXT", ["_dmarc.contoso.com"]],
      ["s1._domainkey.contoso.com TXT", ["_domainkey.contoso.com"]],
      ["ns2.c.contoso.com A", ["c.contoso.com"]],
      ["a.b.contoso.com MX", ["b.contoso.com"]],
    ]);
  });

  test("a zone at hand that begins at the cut answers itself", () => {
    const keys = zone("_domainkey.contoso.com", "s1._domainkey.contoso.com TXT v=DKIM1; p=AAAA");
    expect(ask([CONTOSO, keys], "s1._domainkey.contoso.com", "TXT")).toBe("v=DKIM1; p=AAAA");
    expect(ask([CONTOSO, keys], "s2._domainkey.contoso.com", "TXT")).toBe("no such name");
  });
});

describe("aliases (RFC 1034 §3.6.2, RFC 2181 §10.1)", () => {
  const CONTOSO = zone(
    "contoso.com",
    `_dmarc.contoso.com CNAME _dmarc.fabrikam.com
     _mta-sts.contoso.com CNAME contoso.mta-sts.vendor.example
     *._domainkey.contoso.com CNAME wild.fabrikam.com
     s1._domainkey.contoso.com CNAME gone.contoso.com
     one.contoso.com CNAME two.contoso.com
     two.contoso.com CNAME one.contoso.com
     hidden.contoso.com CNAME ?`,
  );
  const FABRIKAM = zone(
    "fabrikam.com",
    `_dmarc.fabrikam.com TXT v=DMARC1; p=reject
     wild.fabrikam.com TXT v=DKIM1; p=`,
  );

  test.each<[string, DnsRecordType, string]>([
    ["_dmarc.contoso.com", "TXT", "→ _dmarc.fabrikam.com v=DMARC1; p=reject"],
    ["_dmarc.contoso.com", "CNAME", "_dmarc.fabrikam.com"],
    ["_dmarc.contoso.com", "MX", "→ _dmarc.fabrikam.com no data"],
    ["s1._domainkey.contoso.com", "TXT", "→ gone.contoso.com no such name"],
    ["s9._domainkey.contoso.com", "TXT", "→ wild.fabrikam.com v=DKIM1; p="],
    [
      "_mta-sts.contoso.com",
      "TXT",
      "→ contoso.mta-sts.vendor.example elsewhere by alias: contoso.mta-sts.vendor.example",
    ],
    ["one.contoso.com", "TXT", "→ two.contoso.com → one.contoso.com loop"],
    ["hidden.contoso.com", "TXT", "unknown: value ?"],
    ["fabrikam.net", "TXT", "unknown: outside"],
  ])("%s %s: %s", (name, type, expected) => {
    expect(ask([CONTOSO, FABRIKAM], name, type)).toBe(expected);
  });
});

describe("a source that knows a part of the zone", () => {
  /** What an estate says of DMARC and of keys is all there is; of hosts it says what it needs. */
  const part: Knowledge = {
    ofName: (name) => name.endsWith("_dmarc.contoso.com") || name.endsWith("_domainkey.contoso.com"),
    ofRecords: (name, type) =>
      part.ofName(name) || (name === "contoso.com" && (type === "MX" || type === "TXT")),
  };
  const CONTOSO = zone(
    "contoso.com",
    `contoso.com MX 10 mx.contoso.com
     s1._domainkey.contoso.com TXT ?
     s1._domainkey.contoso.com TXT v=DKIM1; p=
     *.contoso.com A 192.0.2.80
     _dmarc.www.contoso.com CNAME other.contoso.com
     mail.contoso.com A 192.0.2.25`,
    part,
  );

  test.each<[string, DnsRecordType, string]>([
    ["contoso.com", "MX", "10 mx.contoso.com"],
    ["contoso.com", "TXT", "no data"],
    ["contoso.com", "A", "unknown: unmanaged"],
    ["_dmarc.contoso.com", "TXT", "no data"],
    ["_dmarc.contoso.com", "A", "192.0.2.80 (*.contoso.com)"],
    ["s2._domainkey.contoso.com", "TXT", "no such name"],
    ["s1._domainkey.contoso.com", "TXT", "unknown: value ? | v=DKIM1; p="],
    ["mail.contoso.com", "A", "192.0.2.25"],
    ["mail.contoso.com", "AAAA", "unknown: unmanaged"],
    // Another record may stand at that name, which keeps the wildcard from answering.
    ["mx.contoso.com", "A", "unknown: unmanaged"],
    ["_dmarc.www.contoso.com", "TXT", "→ other.contoso.com unknown: unmanaged"],
  ])("%s %s: %s", (name, type, expected) => {
    expect(ask([CONTOSO], name, type)).toBe(expected);
  });

  test("without a wildcard, what it knows whole and does not hold does not exist", () => {
    const bare = { ...CONTOSO, entries: CONTOSO.entries.filter(({ name }) => name !== "*.contoso.com") };
    expect(ask([bare], "_dmarc.contoso.com", "TXT")).toBe("no such name");
    expect(ask([bare], "mx.contoso.com", "A")).toBe("unknown: unmanaged");
  });
});

test("records outside a zone have no effect on it", () => {
  const contoso = zone("contoso.com", "notcontoso.com MX 0 mx.contoso.com");
  expect(ask([contoso], "notcontoso.com", "MX")).toBe("unknown: outside");
  expect(occludedIn(contoso)).toEqual([]);
});
