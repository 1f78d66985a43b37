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
