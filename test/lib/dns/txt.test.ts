import fc from "fast-check";
import { quoteTxt, txtStrings, unquoteTxt } from "../../../lib/dns/txt";

/** The lengths at which DNS hosts are known to go wrong. */
const LENGTHS = [0, 1, 254, 255, 256, 509, 510, 511, 764, 765, 766, 2048];
const AWKWARD = ["'", "`", '"', ";", "\\", " ", "\\\\", '\\"', "é", "\u0000", "💌"];

describe("TXT values", () => {
  test.each(LENGTHS)("%d octets are cut into strings of at most 255 and lose nothing", (length) => {
    const value = "k".repeat(length);
    const strings = txtStrings(value);
    expect(strings.map((octets) => octets.length)).toEqual(
      length === 0
        ? [0]
        : Array.from({ length: Math.ceil(length / 255) }, (_, i) => Math.min(255, length - i * 255)),
    );
    expect(unquoteTxt(quoteTxt(value))).toEqual({ ok: true, value });
  });

  test.each(AWKWARD)("%j survives on both sides of the cut at 255", (character) => {
    for (const before of [253, 254, 255, 256]) {
      const value = `${"a".repeat(before)}${character}${"b".repeat(300)}`;
      expect(unquoteTxt(quoteTxt(value))).toEqual({ ok: true, value });
    }
  });

  test("a 2048-bit key takes two quoted strings", () => {
    expect(quoteTxt(`v=DKIM1; k=rsa; p=${"A".repeat(392)}`)).toBe(
      `"v=DKIM1; k=rsa; p=${"A".repeat(237)}" "${"A".repeat(155)}"`,
    );
  });

  test("quotes, backslashes and octets outside ASCII are escaped as zone files want it", () => {
    expect(quoteTxt('a"b\\c é')).toBe('"a\\"b\\\\c \\195\\169"');
    expect(quoteTxt("")).toBe('""');
  });

  test("no text is changed by quoting and unquoting", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 900 }), (value) => {
        const quoted = quoteTxt(value);
        expect(unquoteTxt(quoted)).toEqual({ ok: true, value });
        expect(quoted).toMatch(/^[\x20-\x7e]*$/);
        for (const octets of txtStrings(value)) expect(octets.length).toBeLessThanOrEqual(255);
      }),
    );
  });

  test("unquoted words and several strings are joined without a space", () => {
    expect(unquoteTxt('"v=spf1" "mx"')).toEqual({ ok: true, value: "v=spf1mx" });
    expect(unquoteTxt("v=spf1 mx")).toEqual({ ok: true, value: "v=spf1mx" });
  });

  test.each([
    ['"open', "unclosed quote in TXT data"],
    ["\\", "broken escape in TXT data"],
    ["\\12", "broken escape in TXT data"],
    ["\\256", "broken escape in TXT data"],
    ['"\\233"', "TXT data is not UTF-8"],
  ])("%j is refused: %s", (text, message) => {
    const result = unquoteTxt(text);
    expect(result.ok ? [] : result.faults.map((fault) => fault.message)).toContain(message);
  });

  test("Route 53's escapes are octal, and come back as they went", () => {
    expect(unquoteTxt('"v=DMARC1\\073\\040p=reject"', 8)).toEqual({ ok: true, value: "v=DMARC1; p=reject" });
    expect(unquoteTxt('"Caf\\303\\251"', 8)).toEqual({ ok: true, value: "Café" });
    expect(unquoteTxt('"\\091"', 8).ok).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), (value) => {
        for (const base of [8, 10] as const)
          expect(unquoteTxt(quoteTxt(value, base), base)).toEqual({ ok: true, value });
      }),
    );
  });
});
