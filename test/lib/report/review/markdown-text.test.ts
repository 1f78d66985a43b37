import { inline } from "../../../../lib/report/review/markdown-text";

test.each<[string, string, string]>([
  ["plain text", "v=spf1 -all", "v=spf1 -all"],
  [
    "markup",
    "`a` *b* _c_ [d](e) |f| ~g~ \\h $i$",
    "\\`a\\` \\*b\\* \\_c\\_ \\[d\\](e) \\|f\\| \\~g\\~ \\\\h \\$i\\$",
  ],
  ["HTML", "<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"],
  ["several lines", "a\r\n\tb\u2028c\u2029d", "a b c d"],
  ["text that runs the other way", "\u202egnp.exe\u200f \u2066a\u2069", "\ufffdgnp.exe\ufffd \ufffda\ufffd"],
  ["a heading", "# a # b", "\\# a # b"],
  ["a list", "- a - b", "\\- a - b"],
  ["a list of another kind", "+ a", "\\+ a"],
  ["a rule", "=== a", "\\=== a"],
  ["a numbered list", "12. a 12. b", "12\\. a 12. b"],
  ["a numbered list of another kind", "1) a", "1\\) a"],
  ["a number", "12 a.", "12 a."],
  ["an account", "@octocat and (@octocat)", "@\u200boctocat and (@\u200boctocat)"],
  [
    "an address",
    "alex@contoso.com é@contoso.com 1@contoso.com",
    "alex@contoso.com é@contoso.com 1@contoso.com",
  ],
])("%s", (_title, text, shown) => {
  expect(inline(text)).toBe(shown);
});

test("a long text is cut, at 600 characters where nobody says another length, and never inside a character", () => {
  expect([inline("x".repeat(600)), inline("x".repeat(601))]).toEqual([
    "x".repeat(600),
    `${"x".repeat(599)}…`,
  ]);
  expect([inline("abcd", 4), inline("abcde", 4), inline("ab😀cd", 4)]).toEqual(["abcd", "abc…", "ab…"]);
});
