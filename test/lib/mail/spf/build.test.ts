import fc from "fast-check";
import { unwrap } from "../../../../lib/fault";
import { buildSpf, formatSpf, parseSpf } from "../../../../lib/mail/spf";
import type { SpfOptions } from "../../../../lib/options";
import { domainSpec } from "./arbitraries";

function built(parts: SpfOptions): string {
  return formatSpf(unwrap("spf", buildSpf(parts)));
}

describe("a record built from declared parts", () => {
  test.each<[string, SpfOptions, string]>([
    ["nothing declared: nobody sends", {}, "v=spf1 -all"],
    ["empty lists are nothing", { ip4: [], include: [], all: "neutral" }, "v=spf1 ?all"],
    [
      "on-premises egress beside EOP",
      { ip4: ["203.0.113.25"], include: ["spf.protection.outlook.com"], all: "softfail" },
      "v=spf1 ip4:203.0.113.25 include:spf.protection.outlook.com ~all",
    ],
    [
      "terms without a look-up come first, then cheap ones, then trees",
      {
        exists: ["%{ir}.list.contoso.com"],
        include: ["spf.protection.outlook.com", "sendgrid.net"],
        mx: true,
        a: true,
        ip6: ["2001:db8::/32"],
        ip4: ["89.175.3.5"],
      },
      "v=spf1 ip4:89.175.3.5 ip6:2001:db8::/32 a mx include:spf.protection.outlook.com include:sendgrid.net exists:%{ir}.list.contoso.com -all",
    ],
    [
      "names are lower-cased, in A-labels, without trailing dot",
      { include: ["_SPF.Contoso.com."], a: ["bücher.example"] },
      "v=spf1 a:xn--bcher-kva.example include:_spf.contoso.com -all",
    ],
    [
      "addresses are canonical, and a full length says nothing",
      { ip4: ["192.0.2.1/32"], ip6: ["2001:0DB8:0:0:0:0:0:1", "2001:db8:1::/48"] },
      "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 ip6:2001:db8:1::/48 -all",
    ],
    [
      "exact duplicates go, in whatever spelling; covered addresses stay",
      {
        ip4: ["192.0.2.0/24", "192.0.2.1", "192.0.2.1/32"],
        include: ["sendgrid.net", "spf.protection.outlook.com", "SendGrid.net."],
      },
      "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.1 include:sendgrid.net include:spf.protection.outlook.com -all",
    ],
    [
      "a and mx with lengths",
      { a: ["mail.contoso.com/28"], mx: ["contoso.com/24//64"] },
      "v=spf1 a:mail.contoso.com/28 mx:contoso.com/24//64 -all",
    ],
    [
      "a hosted record per client",
      { include: ["%{ir}.%{v}.%{d}.spf.has.pphosted.com"], all: "softfail" },
      "v=spf1 include:%{ir}.%{v}.%{d}.spf.has.pphosted.com ~all",
    ],
    ["redirect alone", { redirect: "_spf.contoso.com", ip4: [] }, "v=spf1 redirect=_spf.contoso.com"],
  ])("%s", (_, parts, text) => {
    expect(built(parts)).toBe(text);
  });

  test("reads back as the same record, and any order of the options gives the same text", () => {
    const parts = fc.record({
      a: fc.array(
        domainSpec.map(({ text }) => `%{d}.${text}`),
        { maxLength: 2 },
      ),
      ip4: fc.uniqueArray(fc.ipV4(), { maxLength: 5 }),
      ip6: fc.array(fc.ipV6(), { maxLength: 5 }),
      include: fc.array(
        domainSpec.map(({ text }) => `%{d}.${text}`),
        { maxLength: 3 },
      ),
      exists: fc.array(
        domainSpec.map(({ text }) => `%{i}.${text}`),
        { maxLength: 3 },
      ),
      all: fc.constantFrom("fail" as const, "softfail" as const, "neutral" as const),
    });
    fc.assert(
      fc.property(parts, (drawn) => {
        const record = unwrap("spf", buildSpf(drawn));
        expect(parseSpf(formatSpf(record))).toStrictEqual({ ok: true, value: record });
        const turned: SpfOptions = Object.fromEntries(Object.entries(drawn).toReversed());
        expect(buildSpf(turned)).toStrictEqual({ ok: true, value: record });
        expect(record.terms.filter(({ kind }) => kind === "ip4")).toHaveLength(drawn.ip4.length);
      }),
    );
  });
});

describe("parts that are refused", () => {
  test("a host address with a block's length is told its network", () => {
    expect(buildSpf({ ip4: ["203.0.113.9", "192.0.2.5/24"], ip6: ["2001:db8::1/32"] })).toEqual({
      ok: false,
      faults: [
        {
          path: ["ip4", 1],
          message: "address has host bits set",
          received: '"192.0.2.5/24"',
          expected: "the network address 192.0.2.0/24",
          fix: "write 192.0.2.0/24 for the block, or 192.0.2.5 for that host alone",
        },
        {
          path: ["ip6", 0],
          message: "address has host bits set",
          received: '"2001:db8::1/32"',
          expected: "the network address 2001:db8::/32",
          fix: "write 2001:db8::/32 for the block, or 2001:db8::1 for that host alone",
        },
      ],
    });
  });

  test.each<[string, SpfOptions, (string | number)[], string]>([
    ["an IPv6 address under ip4", { ip4: ["2001:db8::1"] }, ["ip4", 0], "not an IPv4 address"],
    ["an IPv4 address under ip6", { ip6: ["192.0.2.1"] }, ["ip6", 0], "not an IPv6 address"],
    ["a term instead of an address", { ip4: ["ip4:192.0.2.1"] }, ["ip4", 0], "not an IPv4 address"],
    ["a length out of range", { ip4: ["192.0.2.0/33"] }, ["ip4", 0], "malformed ip4 CIDR length"],
    ["an empty include", { include: [""] }, ["include", 0], "empty DNS name"],
    [
      "an address as include",
      { include: ["192.0.2.1"] },
      ["include", 0],
      "IPv4 address where a domain belongs",
    ],
    ["a single label", { include: ["localhost"] }, ["include", 0], "domain of a single label"],
    ["a broken macro", { exists: ["%{x}.contoso.com"] }, ["exists", 0], "unknown macro letter"],
    [
      "two terms in one entry",
      { exists: ["%{i}.contoso.com +all"] },
      ["exists", 0],
      "white space or control character",
    ],
    ["a single slash between lengths", { a: ["contoso.com/24/64"] }, ["a", 0], "malformed dual CIDR length"],
    ["a broken redirect", { redirect: "localhost" }, ["redirect"], "domain of a single label"],
  ])("%s", (_, parts, path, message) => {
    expect(buildSpf(parts)).toMatchObject({ ok: false, faults: [{ path, message }] });
  });

  test("a term smuggled into an include", () => {
    expect(buildSpf({ include: ["contoso.com +all"] })).toMatchObject({
      ok: false,
      faults: [{ path: ["include", 0], message: 'label "com +all" is not legal in a DNS owner name' }],
    });
  });

  test("redirect beside anything else", () => {
    expect(buildSpf({ redirect: "_spf.contoso.com", ip4: ["192.0.2.1"], include: [], all: "fail" })).toEqual({
      ok: false,
      faults: [
        {
          path: ["redirect"],
          message: "redirect stands beside other parts",
          received: "ip4, all",
          expected: "redirect alone: it hands the whole question to the other record",
          fix: "include that domain instead, or remove the other parts",
        },
      ],
    });
  });

  test("more look-ups than receivers make", () => {
    const include = Array.from({ length: 10 }, (_, index) => `s${index}.contoso.com`);
    expect(built({ include })).toMatch(/^v=spf1 (?:include:s\d\.contoso\.com ){10}-all$/);
    expect(buildSpf({ include, mx: true })).toMatchObject({
      ok: false,
      faults: [{ received: "11 terms that need a look-up", expected: "at most 10 (RFC 7208 §4.6.4)" }],
    });
  });
});
