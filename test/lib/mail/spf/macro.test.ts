import { unwrap } from "../../../../lib/fault";
import { parseDomainSpec, parseExplanation } from "../../../../lib/mail/spf";
import { expandMacros, expandName } from "../../../../lib/mail/spf/check/expand";

/** The identities of RFC 7208 §7.4; `i` for IPv6 is its dotted nibbles. */
const IPV4: Readonly<Record<string, string>> = {
  s: "strong-bad@email.example.com",
  l: "strong-bad",
  o: "email.example.com",
  d: "email.example.com",
  i: "192.0.2.3",
  v: "in-addr",
};
const NIBBLES = "2.0.0.1.0.d.b.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.c.b.0.1";
const IPV6 = { ...IPV4, i: NIBBLES, v: "ip6" };

describe("the tokens of RFC 7208 §7.4 expand as the RFC says", () => {
  test.each([
    ["%{s}", "strong-bad@email.example.com"],
    ["%{o}", "email.example.com"],
    ["%{d}", "email.example.com"],
    ["%{d4}", "email.example.com"],
    ["%{d3}", "email.example.com"],
    ["%{d2}", "example.com"],
    ["%{d1}", "com"],
    ["%{dr}", "com.example.email"],
    ["%{d2r}", "example.email"],
    ["%{l}", "strong-bad"],
    ["%{l-}", "strong.bad"],
    ["%{lr}", "strong-bad"],
    ["%{lr-}", "bad.strong"],
    ["%{l1r-}", "strong"],
    ["%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"],
    ["%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"],
    ["%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"],
    ["%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com"],
    ["%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"],
  ])("%s", (text, expected) => {
    expect(expandMacros(unwrap(text, parseDomainSpec(text)), IPV4)).toBe(expected);
  });

  test("an IPv6 client reversed", () => {
    const spec = unwrap("domain-spec", parseDomainSpec("%{ir}.%{v}._spf.%{d2}"));
    expect(expandMacros(spec, IPV6)).toBe(
      "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com",
    );
  });

  test("a number of parts beyond any count means all of them", () => {
    const spec = unwrap("domain-spec", parseDomainSpec(`%{d${"9".repeat(400)}}`));
    expect(expandMacros(spec, IPV4)).toBe("email.example.com");
  });

  test("an upper-case letter asks for percent-encoding of the same value", () => {
    const spec = unwrap("domain-spec", parseDomainSpec("%{S}"));
    expect(spec.parts).toEqual([
      { kind: "macro", letter: "s", urlEncoded: true, reversed: false, delimiters: "." },
    ]);
    expect(expandMacros(spec, { s: "jürgen~&co@contoso.com" })).toBe("j%C3%BCrgen~%26co%40contoso.com");
  });

  test("a name beyond 253 octets loses labels on the left, and every name its trailing dot", () => {
    const label = "a".repeat(60);
    const spec = unwrap("domain-spec", parseDomainSpec("first.%{l}.%{l}.%{l}.%{l}.example.com."));
    expect(expandName(spec, { l: label })).toBe(`${[label, label, label].join(".")}.example.com`);
  });
});

describe("the text behind exp", () => {
  test("may hold spaces and the macros c, r and t", () => {
    const text = "%{i} is not one of %{d}'s designated mail servers, says %{r} at %{t} (100%%)";
    expect(unwrap("explanation", parseExplanation(text))).toMatchObject({ text });
  });

  test.each([
    ["The %{x}-files.", "unknown macro letter", 4],
    ["\ufeffExplanation", "character outside ASCII", 0],
    ["two\nlines", "white space or control character", 3],
  ])("%j is ignored by receivers", (text, message, offset) => {
    expect(parseExplanation(text)).toMatchObject({ ok: false, faults: [{ message, at: { offset } }] });
  });

  test("a domain-spec may not hold them", () => {
    expect(parseDomainSpec("%{c}.%{r}.%{t}.contoso.com")).toMatchObject({
      ok: false,
      faults: [{ at: { offset: 0 } }, { at: { offset: 5 } }, { at: { offset: 10 } }],
    });
  });
});
