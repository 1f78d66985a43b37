import { visible } from "../../visible";

/** The longest value that a line shows, in characters. */
const LONGEST = 600;

/** Shows nothing, and ends what GitHub and GitLab would read as one word: a link, a name, a reference, an emoji. */
const BREAK = "<!-- -->";

/** What they make a link or a picture of in plain text, after Markdown was read and so with its escapes gone. */
const LINKED: readonly RegExp[] = [
  // Addresses of the web and of mail, accounts, `owner/repository@commit`.
  /:(?=\/\/)|\bwww(?=\.)|@/gi,
  // Issues, merge requests, snippets, labels, milestones, epics, alerts: # ! $ ~ % & ^ before a name or number.
  /(?:#|!|\\\$|\\~|%|&amp;|\^)(?=[\w"'\\])/g,
  // `[vulnerability:1]`, `*iteration:1`.
  /\\[[*](?=[\w\\-]+:)/g,
  // GH-1, and the prefixes that a repository has for tickets elsewhere.
  /[a-z]-(?=\d)/gi,
  // :tada:
  /:(?=[\w+\\-]+:)/g,
  // Commits: from 7 digits on, in pieces of 6.
  /(?<=(?<![\da-f])(?:[\da-f]{6})*)[\da-f]{6}(?=[\da-f])/gi,
];

/**
 * Text from outside, such as a record's value, as plain text of a line of GitHub's or GitLab's Markdown: no markup, no
 * HTML, no line of its own, nobody is called by name and nothing is linked.
 */
export function inline(text: string, longest = LONGEST): string {
  const short = text.length > longest ? `${cut(text, longest - 1)}…` : text;
  const plain = visible(short.replace(/[\t\n\r\u2028\u2029]+/g, " "))
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]|~$]/g, "\\$&")
    // These make headings, lists and rules, at the beginning of a line only.
    .replace(/^[#+=-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
  return LINKED.reduce((shown, pattern) => shown.replace(pattern, `$&${BREAK}`), plain);
}

/** At most so many characters, without half a surrogate pair at the end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}
