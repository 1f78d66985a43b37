import { inline } from "../../../../lib/report/review/markdown-text";

test.each<[string, string, string]>([
  ["plain text", "v=spf1 -all", "v=spf1 -all"],
  [
    "markup",
    "`a` *b* _c_ [d](e) |f| ~g~ \\h $i$",
    "\\`a\\` \\*b\\* \\_c\\_ \\[d\\](e) \\|f\\| \\~<!-- -->g\\~ \\\\h \\$<!-- -->i\\$",
  ],
  ["HTML", "<b>&amp;</b>", "&lt;b&gt;&amp;<!-- -->amp;&lt;/b&gt;"],
  ["several lines", "a\r\n\tb\u2028c\u2029d", "a b c d"],
  ["text that runs the other way", "\u202egnp.exe", "\\\\u202egnp.exe"],
  [
    "what cannot be seen",
    "a\u200bb\u00ad\u{e0041}\u001b[2J",
    "a\\\\u200bb\\\\u00ad\\\\udb40\\\\udc41\\\\u001b\\[2J",
  ],
  ["a heading", "# a # b", "\\# a # b"],
  ["a list", "- a - b", "\\- a - b"],
  ["a list of another kind", "+ a", "\\+ a"],
  ["a rule", "=== a", "\\=== a"],
  ["a numbered list", "12. a 12. b", "12\\. a 12. b"],
  ["a numbered list of another kind", "1) a", "1\\) a"],
  ["a number", "12 a.", "12 a."],
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

/** What GitHub, or GitLab, makes a link or a picture of, in the text that is left when Markdown was read. */
const LINKS = [
  /[a-z][a-z\d+.-]*:\/\//i,
  /www\.\w/i,
  /@\w/,
  /[#!$~%&^][\w"']/,
  /\[[\w-]+:\d+\]/,
  /\*iteration:\d/,
  /[A-Za-z]-\d/,
  /:[\w+-]+:/,
  /[\da-f]{7}/i,
];

test.each([
  "http://phish.example/login",
  "see HTTPS://phish.example and ftp://phish.example, git+ssh://phish.example",
  "www.phish.example (WWW.phish.example)",
  "@octocat, (@octocat/team), é@octocat",
  "alex@contoso.com mailto:alex@contoso.com",
  "#1 a#1 octo/cat#2 octo/cat@0123456 GH-3 gh-3 TICKET-4",
  '!5 $6 ~7 ~bug ~"a bug" %8 %"v 1" &9 ^alert#10 [vulnerability:11] *iteration:12',
  "0123456 0123456789abcdef0123456789abcdef01234567 deadBEEFdeadBEEF 0123456789abcdef0123456789abcdef0123456789",
  ":white_check_mark: ::tada::+1:",
  "![x](http://phish.example/x.png) [y](//phish.example) <http://phish.example> <img src=//phish.example>",
])("nothing of %j is linked, and all of it is read", (text) => {
  const shown = inline(text);
  const read = shown
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .split("<!-- -->")
    .map((part) => part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
  expect(read.join("")).toBe(text);
  expect(read.flatMap((part) => LINKS.filter((link) => link.test(part)))).toEqual([]);
  expect(shown.replaceAll("<!-- -->", "")).not.toMatch(/[<>]|(?<!\\)[[\]]/);
});
