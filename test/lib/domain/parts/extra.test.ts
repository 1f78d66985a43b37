import { extraRecords } from "../../../../lib/domain/parts/extra";
import type { ExtraRecordOptions } from "../../../../lib/options";
import { faultsOf, linesOf } from "../../posture/declared";

const extra = (records: Readonly<Record<string, ExtraRecordOptions>>) =>
  extraRecords({ domain: "contoso.com", records });

describe("records beside the mail set", () => {
  test("of every type, at the domain or below it, by key", () => {
    expect(
      linesOf(
        extra({
          www: { type: "A", name: "www", address: "192.0.2.80" },
          www6: { type: "AAAA", name: "www", address: "2001:DB8:0:0::80" },
          lync: { type: "CNAME", name: "lyncdiscover", target: "webdir.online.lync.com." },
          list: { type: "MX", name: "lists", preference: 10, exchange: "MX.contoso.net" },
          verify: { type: "TXT", value: "MS=ms12345678" },
          caa: { type: "CAA", flags: 128, tag: "issue", value: "letsencrypt.org" },
          dane: {
            type: "TLSA",
            name: "_25._tcp.mx",
            usage: 3,
            selector: 1,
            matchingType: 1,
            certificate: "AB".repeat(32),
          },
          lab: { type: "NS", name: "lab", host: "ns1.contoso.net" },
        }),
      ),
    ).toEqual([
      "Record-caa: contoso.com CAA 128 issue letsencrypt.org",
      `Record-dane: _25._tcp.mx.contoso.com TLSA 3 1 1 ${"ab".repeat(32)}`,
      "Record-lab: lab.contoso.com NS ns1.contoso.net",
      "Record-list: lists.contoso.com MX 10 mx.contoso.net",
      "Record-lync: lyncdiscover.contoso.com CNAME webdir.online.lync.com",
      "Record-verify: contoso.com TXT MS=ms12345678",
      "Record-www: www.contoso.com A 192.0.2.80",
      "Record-www6: www.contoso.com AAAA 2001:db8::80",
    ]);
  });

  test.each<[string, ExtraRecordOptions, string]>([
    [
      "an alias to an address",
      { type: "CNAME", name: "www", target: "192.0.2.1" },
      "x.target: an address where a name belongs",
    ],
    [
      "an MX at an address",
      { type: "MX", name: "l", preference: 10, exchange: "2001:db8::25" },
      "x.exchange: an address where a name belongs",
    ],
    [
      "an alias to one label",
      { type: "CNAME", name: "www", target: "web" },
      "x.target: a name of one label, which nothing in the DNS of organisations has",
    ],
    [
      "an MX at one label",
      { type: "MX", name: "l", preference: 10, exchange: "mail" },
      "x.exchange: a name of one label, which nothing in the DNS of organisations has",
    ],
    [
      "a name server of one label",
      { type: "NS", name: "lab", host: "ns1" },
      "x.host: a name of one label, which nothing in the DNS of organisations has",
    ],
    [
      "an alias to a wildcard",
      { type: "CNAME", name: "www", target: "*.contoso.net" },
      "x.target: a wildcard where a name belongs",
    ],
    [
      "a delegation at a wildcard, of which servers think differently",
      { type: "NS", name: "*.lab", host: "ns1.contoso.net" },
      "x.name: a delegation at a wildcard",
    ],
    [
      "a text pasted from a zone file",
      { type: "TXT", name: "t", value: "a\\; b" },
      "x.value: a text with the escapes of a zone file, which would be published as they stand",
    ],
    [
      "a CAA tag that nobody knows",
      { type: "CAA", tag: "bogus", value: "letsencrypt.org" },
      "x.tag: CAA property tag that no certification authority knows",
    ],
    [
      "a TLSA usage that there is not",
      {
        type: "TLSA",
        name: "_25._tcp.mx",
        usage: 9,
        selector: 1,
        matchingType: 1,
        certificate: "ab".repeat(32),
      },
      "x.usage: number out of range",
    ],
    [
      "a TLSA digest that was cut off",
      {
        type: "TLSA",
        name: "_25._tcp.mx",
        usage: 3,
        selector: 1,
        matchingType: 1,
        certificate: "ab".repeat(31),
      },
      "x.certificate: not a SHA-256 digest, which matchingType 1 says it is",
    ],
    [
      "an SPF record with a fault below the domain",
      { type: "TXT", name: "news", value: "v=spf1 ipv4:192.0.2.1 -all" },
      'x.value: unknown mechanism "ipv4"',
    ],
    [
      "a DMARC record with a fault below the domain",
      { type: "TXT", name: "_dmarc.news", value: "v=DMARC1; p=rejct" },
      "x.value: tag p has an unknown value",
    ],
  ])("%s is refused", (_title, record, fault) => {
    expect(faultsOf(extra({ x: record })).map((one) => one.split(/, got|; expected/)[0])).toEqual([fault]);
  });

  test("whose values are none are all told, by key", () => {
    expect(
      faultsOf(
        extra({
          a: { type: "A", address: "192.0.2.256" },
          b: { type: "AAAA", address: "192.0.2.1" },
          c: { type: "CNAME", name: "www", target: "a b" },
          d: { type: "MX", preference: 65536, exchange: "mx_1.contoso.com" },
          e: { type: "TXT", name: "a..b", value: "x" },
          f: { type: "TXT", value: "\ud800" },
          g: { type: "CAA", flags: 256, tag: "Issue!", value: "x" },
          h: { type: "TLSA", usage: 3, selector: 1, matchingType: -1, certificate: "abc" },
          i: { type: "NS", host: "ns 1", ttl: -1 },
        }),
      ).map((fault) => fault.split(/, got|;/)[0]),
    ).toEqual([
      "a.address: not an IPv4 address",
      "b.address: not an IPv6 address",
      'c.target: label "a b" is not legal in a DNS owner name',
      "d.preference: number out of range",
      'd.exchange: label "mx_1" is not legal in a host name',
      "e.name: empty label",
      "f.value: text with half a surrogate pair",
      "g.flags: number out of range",
      "g.tag: not a CAA property tag",
      "h.matchingType: number out of range",
      "h.certificate: not certificate association data",
      "i.ttl: TTL out of range",
      'i.host: label "ns 1" is not legal in a host name',
    ]);
  });
});
