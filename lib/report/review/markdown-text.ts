/** The longest value that a line shows, in characters. */
const LONGEST = 600;

/**
 * Text from outside, such as a record's value, as plain text of a line of GitHub's or GitLab's Markdown: no markup, no
 * HTML, no line of its own, and nobody is called by name.
 */
export function inline(text: string, longest = LONGEST): string {
  const short = text.length > longest ? `${cut(text, longest - 1)}…` : text;
  return (
    short
      .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
      // Bidirectional controls could make a value read as another.
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/[\\`*_[\]|~$]/g, "\\$&")
      // These make headings, lists and rules, at the beginning of a line only.
      .replace(/^[#+=-]/, "\\$&")
      .replace(/^(\d+)([.)])/, "$1\\$2")
      // GitHub notifies the account named behind @, except inside an address.
      .replace(/(?<![\p{L}\p{N}])@/gu, "@\u200b")
  );
}

/** At most so many characters, without half a surrogate pair at the end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}
