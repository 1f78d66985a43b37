import { unwrap } from "../../../../lib/fault";
import { formatSpf, isSpf, parseSpf } from "../../../../lib/mail/spf";

function canonical(text: string): string {
  return formatSpf(unwrap(text, parseSpf(text)));
}

/** `"message" @offset+length` of every fault. */
function faults(text: string): string[] {
  const result = parseSpf(text);
  if (result.ok) return [];
  return result.faults.map(({ message, at }) => `${message} @${at?.offset}+${at?.length}`);
}

describe("what counts as an SPF record (§4.5)", () => {
  test.each(["v=spf1", "v=spf1 ", "v=spf1 mx", "V=sPf1 -all", "v=spf1  moo"])("%j does", (text) => {
    expect(isSpf(text)).toBe(true);
  });

  // The second is what receivers make of the two strings "v=spf1" "mx" (§3.3).
  test.each(["v=spf10", "v=spf1mx", "v=spf1\tmx", " v=spf1 -all", "spf2.0/pra -all", "v=DMARC1", ""])(
    "%j does not",
    (text) => {
      expect(isSpf(text)).toBe(false);
      expect(faults(text)).toEqual([expect.stringMatching(/^not an SPF record @0\+/)]);
    },
  );

  test("a record pasted with its quotes is told so", () => {
    expect(parseSpf('"v=spf1 mx -all"')).toEqual({
      ok: false,
      faults: [
        {
          at: { offset: 0, length: 7 },
          message: "not an SPF record",
          received: '"\\"v=spf1"',
          expected: "v=spf1, then a space or the end",
          fix: "leave out the quotes and white space around the record",
        },
      ],
    });
  });
});

describe("records of RFC 7208 itself", () => {
  test.each([
    "v=spf1 -all", // §3.1 and Appendix A.1 from here on
    "v=spf1 a -all",
    "v=spf1 a:example.org -all",
    "v=spf1 mx:example.org -all",
    "v=spf1 mx mx:example.org -all",
    "v=spf1 mx/30 mx:example.org/30 -all",
    "v=spf1 ptr -all",
    "v=spf1 ip4:192.0.2.128/28 -all",
    "v=spf1 include:example.com include:example.net -all", // A.2
    "v=spf1 redirect=example.org",
    "v=spf1 mx include:mobile-users._spf.%{d} include:remote-users._spf.%{d} -all", // A.3
    "v=spf1 exists:%{l1r+}.%{d}",
    "v=spf1 exists:%{ir}.%{l1r+}.%{d}",
    "v=spf1 -ptr all", // A.4
    "v=spf1 -include:ip4._spf.%{d} -include:ptr._spf.%{d} all",
    "v=spf1 mx -all exp=explain._spf.%{d}", // §6.2
    "v=spf1 ip6:2001:db8::cd30/96 -all",
  ])("%s is canonical already", (text) => {
    expect(canonical(text)).toBe(text);
  });
});

describe("what is legal, and its canonical form", () => {
  test.each([
    ["no terms", "v=spf1", "v=spf1"],
    ["several spaces and a trailing one", "v=spf1  a   -all ", "v=spf1 a -all"],
    [
      "any case",
      "V=SPF1 MX Include:Contoso.COM ReDirect=a.example",
      "v=spf1 mx include:Contoso.COM redirect=a.example",
    ],
    ["an explicit +", "v=spf1 +mx ?all", "v=spf1 mx ?all"],
    ["all twice", "v=spf1 all -all", "v=spf1 all -all"],
    ["lengths that change nothing", "v=spf1 a/32//128 ip4:192.0.2.1/32", "v=spf1 a ip4:192.0.2.1"],
    ["dual lengths", "v=spf1 a/24//64 mx:contoso.com//0", "v=spf1 a/24//64 mx:contoso.com//0"],
    ["length zero", "v=spf1 ip4:1.1.1.1/0 ip6:::/0 a/0", "v=spf1 ip4:1.1.1.1/0 ip6:::/0 a/0"],
    [
      "a colon and a slash in a domain",
      "v=spf1 a:foo:bar/baz.example.com",
      "v=spf1 a:foo:bar/baz.example.com",
    ],
    ["a slash before the lengths", "v=spf1 mx:foo/24.example.com/24", "v=spf1 mx:foo/24.example.com/24"],
    ["a top label with hyphens", "v=spf1 a:foo.example.xn--zckzah", "v=spf1 a:foo.example.xn--zckzah"],
    ["a trailing dot", "v=spf1 include:o.spf.example.com. ~all", "v=spf1 include:o.spf.example.com. ~all"],
    ["an empty label", "v=spf1 a:mail.example...com", "v=spf1 a:mail.example...com"],
    [
      "every escape",
      "v=spf1 a:macro%%percent%_%_space%-url.example.com",
      "v=spf1 a:macro%%percent%_%_space%-url.example.com",
    ],
    ["a domain that ends in an escape", "v=spf1 exists:foo.%%", "v=spf1 exists:foo.%%"],
    ["a length behind a macro", "v=spf1 a:%{d2}/28", "v=spf1 a:%{d2}/28"],
    ["several delimiters", "v=spf1 exists:%{l2r+-}.user.%{D2}", "v=spf1 exists:%{l2r+-}.user.%{D2}"],
    ["upper-case IPv6", "v=spf1 ip6:Cafe:Babe:8000::/33", "v=spf1 ip6:cafe:babe:8000::/33"],
    [
      "an IPv6 address in full",
      "v=spf1 ip6:2001:0db8:0000:0000:0001:0000:0000:0001",
      "v=spf1 ip6:2001:db8::1:0:0:1",
    ],
    ["an embedded dotted quad", "v=spf1 ip6:::1.1.1.1/0", "v=spf1 ip6:::101:101/0"],
    ["an IPv4-mapped address", "v=spf1 ip6:::FFFF:1.2.3.4", "v=spf1 ip6:::ffff:102:304"],
    [
      "an unknown modifier",
      "v=spf1 moo.cow-far_out=man:dog/cat -all",
      "v=spf1 moo.cow-far_out=man:dog/cat -all",
    ],
    ["an unknown modifier without value", "v=spf1 default= -all", "v=spf1 default= -all"],
    ["a modifier named like a mechanism", "v=spf1 include=contoso.com", "v=spf1 include=contoso.com"],
    ["redirect beside all", "v=spf1 redirect=t5.example.com ~all", "v=spf1 redirect=t5.example.com ~all"],
  ])("%s", (_, text, expected) => {
    expect(canonical(text)).toBe(expected);
  });
});

describe("what makes a record a permerror", () => {
  test.each([
    ["an unknown mechanism, even behind all", "v=spf1 ip4:1.2.3.4 -all moo", 'unknown mechanism "moo" @24+3'],
    ["a dot behind all", "v=spf1 -all.", 'unknown mechanism "all." @7+5'],
    ["an argument of all", "v=spf1 -all:foobar", "all takes no argument @7+11"],
    ["a length on all", "v=spf1 -all/8", "all takes no argument @7+6"],
    ["two qualifiers", "v=spf1 --all", 'unknown mechanism "-all" @7+5'],
    ["a qualifier alone", "v=spf1 - all", 'unknown mechanism "" @7+1'],
    ["a mechanism glued to the version's end", "v=spf1 :all", 'unknown mechanism "" @7+4'],
    ["a colon in a modifier's name", "v=spf1 moo.cow:far_out=man", 'unknown mechanism "moo.cow" @7+19'],
    ["a slash in a modifier's name", "v=spf1 moo.cow/far_out=man", 'unknown mechanism "moo.cow" @7+19'],
    ["a modifier that begins with a digit", "v=spf1 1up=foo", "malformed modifier name @7+7"],
    ["a modifier without a name", "v=spf1 =all", "malformed modifier name @7+4"],
    ["a modifier with a qualifier", "v=spf1 -redirect=contoso.com", "modifier with a qualifier @7+21"],
    ["redirect as a mechanism", "v=spf1 redirect:contoso.com", "redirect is a modifier @7+20"],
    ["exp as a mechanism", "v=spf1 exp:contoso.com", "exp is a modifier @7+15"],
    ["redirect twice", "v=spf1 redirect=a.example redirect=a.example", "second redirect @26+18"],
    ["exp twice", "v=spf1 exp=a.example -all EXP=b.example", "second exp @26+13"],
    ["redirect without a domain", "v=spf1 ?all redirect=", "empty domain @21+0"],
    ["exp without a domain", "v=spf1 exp= -all", "empty domain @11+0"],
    ["exp of a single label", "v=spf1 exp=-all", "domain of a single label @11+4"],
    ["redirect of a single label", "v=spf1 redirect=-all ?all", "domain of a single label @16+4"],
    ["include without a domain", "v=spf1 include +all", "mechanism without its domain @7+7"],
    ["include of nothing", "v=spf1 include: -all", "empty domain @15+0"],
    [
      "a length on include",
      "v=spf1 include:contoso.com/24",
      "CIDR length on a mechanism that takes none @26+3",
    ],
    ["exists without a domain", "v=spf1 exists", "mechanism without its domain @7+6"],
    [
      "a length on exists",
      "v=spf1 exists:contoso.com//64",
      "CIDR length on a mechanism that takes none @25+4",
    ],
    ["a length on ptr", "v=spf1 ptr/0 -all", "CIDR length on a mechanism that takes none @10+2"],
    ["ptr of nothing", "v=spf1 ptr:", "empty domain @11+0"],
    ["a of nothing", "v=spf1 a:", "empty domain @9+0"],
    ["a of nothing with a length", "v=spf1 a:/24", "empty domain @9+0"],
    ["mx of nothing", "v=spf1 mx: -all", "empty domain @10+0"],
    ["an IPv4 length over 32", "v=spf1 a/33 -all", "malformed ip4 CIDR length @9+2"],
    ["an IPv6 length over 128", "v=spf1 mx//129 -all", "malformed ip6 CIDR length @11+3"],
    ["an IPv4 length with a leading zero", "v=spf1 a/024", "malformed ip4 CIDR length @9+3"],
    ["a single slash before the IPv6 length", "v=spf1 a/24/64", "malformed dual CIDR length @8+6"],
    ["the same behind a domain", "v=spf1 a:contoso.com/24/64", "malformed dual CIDR length @20+6"],
    ["a slash without a length", "v=spf1 a/", "malformed argument @7+2"],
    ["a length before the domain", "v=spf1 a/24:contoso.com", "malformed argument @7+16"],
    ["a port", "v=spf1 a:example.com:8080", 'domain ends in "com:8080", which is no top label @9+16'],
    ["an address in a", "v=spf1 a:111.222.33.44", "IPv4 address where a domain belongs @9+13"],
    ["a numeric top label", "v=spf1 a:abc.123", 'domain ends in "123", which is no top label @9+7'],
    [
      "a top label that begins with a hyphen",
      "v=spf1 a:example.-com",
      'domain ends in "-com", which is no top label @9+12',
    ],
    ["a top label alone", "v=spf1 a:museum", "domain of a single label @9+6"],
    ["a top label alone with a dot", "v=spf1 a:museum.", "domain of a single label @9+7"],
    ["two trailing dots", "v=spf1 a:contoso.com..", 'domain ends in "", which is no top label @9+13'],
    ["text behind the last macro without a dot", "v=spf1 exists:a.%{d}com", "domain of a single label @14+9"],
    ["a dot behind the last macro", "v=spf1 exists:%{d}.", "domain of a single label @14+5"],
    ["an escape's second half as the end", "v=spf1 exists:foo%%-", "domain of a single label @14+6"],
    ["ip4 without an address", "v=spf1 ip4", "ip4 without an address @7+3"],
    ["ip4 of nothing", "v=spf1 ip4:", "ip4 without an address @11+0"],
    ["an IPv4 address with a port", "v=spf1 ip4:1.2.3.4:8080", "not an IPv4 address @11+12"],
    ["three quarters of an address", "v=spf1 ip4:1.2.3", "not an IPv4 address @11+5"],
    ["a leading zero in an address", "v=spf1 ip4:192.0.2.01", "not an IPv4 address @11+10"],
    ["a number over 255", "v=spf1 ip4:192.0.2.256", "not an IPv4 address @11+11"],
    ["ip4 length over 32", "v=spf1 ip4:1.2.3.4/33", "malformed ip4 CIDR length @19+2"],
    ["ip4 length with a leading zero", "v=spf1 ip4:1.2.3.4/032", "malformed ip4 CIDR length @19+3"],
    ["ip4 without the length's digits", "v=spf1 ip4:1.2.3.4/", "malformed ip4 CIDR length @19+0"],
    ["dual length on ip4", "v=spf1 ip4:1.2.3.4//32", "dual CIDR length on ip4 @19+3"],
    ["bare ip6", "v=spf1 -all ip6", "ip6 without an address @12+3"],
    ["ip6 length over 128", "v=spf1 ip6:::1.1.1.1/129", "malformed ip6 CIDR length @21+3"],
    ["dual length on ip6", "v=spf1 ip6:::1.1.1.1//33", "dual CIDR length on ip6 @21+3"],
    ["an IPv6 address with two gaps", "v=spf1 ip6::CAFE::BABE", "not an IPv6 address @11+11"],
    ["an IPv6 zone", "v=spf1 ip6:fe80::1%25eth0", "not an IPv6 address @11+14"],
    ["a bad quad in an IPv6 address", "v=spf1 ip6:::1.2.3.04", "not an IPv6 address @11+10"],
    ["a stray percent sign", "v=spf1 -all foo=%abc", "stray percent sign @16+1"],
    ["parentheses for braces", "v=spf1 -exists:%(ir).sbl.example.com ?all", "stray percent sign @15+1"],
    ["an unknown macro letter", "v=spf1 a:%{a}.example.com -all", "unknown macro letter @9+4"],
    ["an unclosed macro", "v=spf1 exists:%{i", "macro without its closing brace @14+3"],
    ["zero parts", "v=spf1 exists:%{d0}", "macro keeps no part @14+5"],
    ["a transformer out of order", "v=spf1 exists:%{dr2}", "macro with a malformed transformer @14+6"],
    ["an unknown delimiter", "v=spf1 exists:%{d:}", "macro with a malformed transformer @14+5"],
    [
      "an explanation's macro in a domain",
      "v=spf1 -all exp=%{r}.example.com",
      "macro letter r is legal in explanation texts only @16+4",
    ],
    ["a control character", "v=spf1 a:ctrl.example.com\rptr -all", "white space or control character @25+1"],
    ["a null octet", "v=spf1 a:foo.example.com\0", "white space or control character @24+1"],
    ["a tab between terms", "v=spf1 mx\t-all", "white space or control character @9+1"],
    ["a character outside ASCII", "v=spf1 a:bücher.example -all", "character outside ASCII @10+1"],
    ["a no-break space", "v=spf1 mx\u00a0-all", "character outside ASCII @9+1"],
  ])("%s", (_, text, expected) => {
    expect(faults(text)).toEqual([expected]);
  });

  test("every fault of every term is reported, in the order of the terms", () => {
    expect(
      faults("v=spf1 ip4:300.0.2.1/40 a:%{z}.%q.-com/33//129 mx:é redirect:x exp=a.b exp=c.d -all"),
    ).toEqual([
      "not an IPv4 address @11+9",
      "malformed ip4 CIDR length @21+2",
      "unknown macro letter @26+4",
      "stray percent sign @31+1",
      'domain ends in "-com", which is no top label @26+12',
      "malformed ip4 CIDR length @39+2",
      "malformed ip6 CIDR length @43+3",
      "character outside ASCII @50+1",
      "redirect is a modifier @52+10",
      "second exp @71+7",
    ]);
  });

  test.each([
    ["v=spf1 ip4:2001:db8::1", "declare it as ip6"],
    ["v=spf1 ip6:192.0.2.1", "declare it as ip4"],
    ["v=spf1 ipv4:192.0.2.1", "ip4: is meant, perhaps"],
    ["v=spf1 192.0.2.0/24", "write ip4:192.0.2.0/24"],
    ["v=spf1 a:192.0.2.1", "write ip4:192.0.2.1"],
    ["v=spf1 mx, -all", "mx is meant, perhaps"],
    ["v=spf1 a:contoso.com/24/64", "write /24//64"],
    ["v=spf1 include:contoso.com/24", "write include:contoso.com"],
    ["v=spf1 redirect:contoso.com", "write redirect=<domain>, without a qualifier"],
    ["v=spf1 ~exp=contoso.com", "write exp=contoso.com"],
    ["v=spf1 a:bücher.example", "write internationalised names in A-labels (xn--…)"],
  ])("%s is told how to fix it", (text, fix) => {
    expect(parseSpf(text)).toMatchObject({ ok: false, faults: [{ fix }] });
  });
});

test("a term is read into what an evaluator needs", () => {
  expect(
    parseSpf("v=spf1 ~a:Mail.Contoso.com/24//64 mx ip6:2001:DB8::/32 exists:%{L2R-+}.x.example p=%{t}"),
  ).toEqual({
    ok: true,
    value: {
      terms: [
        {
          kind: "a",
          qualifier: "~",
          domain: { text: "Mail.Contoso.com", parts: [{ kind: "literal", text: "Mail.Contoso.com" }] },
          cidr4: 24,
          cidr6: 64,
        },
        { kind: "mx", qualifier: "+", cidr4: 32, cidr6: 128 },
        { kind: "ip6", qualifier: "+", address: "2001:db8::", cidr: 32 },
        {
          kind: "exists",
          qualifier: "+",
          domain: {
            text: "%{L2R-+}.x.example",
            parts: [
              { kind: "macro", letter: "l", urlEncoded: true, keep: 2, reversed: true, delimiters: "-+" },
              { kind: "literal", text: ".x.example" },
            ],
          },
        },
        {
          kind: "unknown",
          name: "p",
          value: {
            text: "%{t}",
            parts: [{ kind: "macro", letter: "t", urlEncoded: false, reversed: false, delimiters: "." }],
          },
        },
      ],
    },
  });
});

test("what was received is quoted whole up to 80 characters, and cut beyond", () => {
  const received = (length: number) => {
    const read = parseSpf(`v=spf1 ${"x".repeat(length)}`);
    return read.ok ? undefined : read.faults[0]?.received;
  };
  expect(received(80)).toBe(`"${"x".repeat(80)}"`);
  expect(received(81)).toBe(`"${"x".repeat(79)}…"`);
});
