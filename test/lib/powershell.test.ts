import * as fc from "fast-check";
import { lines, powershell } from "../../lib/powershell";
import { literalValue, tokensOf } from "../support/powershell";

// No PowerShell is at hand to judge: the tests read literals by the language's own rules, which the code does not know.

/** Any text that JavaScript can hold, halves of surrogate pairs and all quotes of PowerShell among it. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '"',
      "\u2018",
      "\u2019",
      "\u201a",
      "\u201b",
      "\u201c",
      "`",
      "$",
      "(",
      ")",
      "#",
      ";",
      "\n",
      "\r",
      "\ud800",
      "a",
      " ",
    ),
  }),
);

describe("what is put into a script", () => {
  test("a text is one literal of printable ASCII, and has its value", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const code = powershell`${text}`.text;
        expect(code).toMatch(/^[ -~]*$/);
        expect(literalValue(code)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("a list is one array of such literals", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
        expect(literalValue(powershell`${texts}`.text)).toEqual(texts);
      }),
    );
  });

  test.each([
    ["Contoso's relay", "'Contoso''s relay'"],
    ["", "''"],
    ["$(Remove-Item C:\\)`n${env:PATH}", "'$(Remove-Item C:\\)`n${env:PATH}'"],
    ["Müller", "('' + 'M' + [char]0x00fc + 'ller')"],
    // A right single quotation mark ends a text in single quotes.
    ["x\u2019; Stop-Computer #", "('' + 'x' + [char]0x2019 + '; Stop-Computer #')"],
    ["two\nlines", "('' + 'two' + [char]0x000a + 'lines')"],
    ["-Force", "'-Force'"],
  ])("%j becomes %s", (text, code) => expect(powershell`${text}`.text).toBe(code));

  test("code, numbers and truth are no texts", () => {
    const inner = powershell`Get-Date`;
    expect(lines(powershell`${inner} ${25} ${true} ${false} ${[]}`, powershell`exit 0`).text).toBe(
      "Get-Date 25 $true $false @()\nexit 0",
    );
    expect(() => powershell`${Number.NaN}`).toThrow(RangeError);
    expect(() => powershell`${1.5}`).toThrow("1.5 is no number for a script");
  });

  test("the reader of the tests sees what breaks out", () => {
    expect(tokensOf("Write-Output 'a'; Stop-Computer")).toEqual([
      "Write-Output",
      "'a'",
      ";",
      "Stop-Computer",
    ]);
    expect(() => tokensOf("'a\u2019b'")).toThrow("ends in a text");
    expect(() => tokensOf("if ($x) { 'a' ")).toThrow("not closed");
  });
});
