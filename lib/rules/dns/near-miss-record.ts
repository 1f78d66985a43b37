import { nearMissesBeside } from "../near-miss";
import { domainRule } from "../rule";

export const nearMissRecord = domainRule({
  id: "near-miss-record",
  title: "a text that looks like a mail record and is none",
  why: "Receivers go by the first characters of a text and by the name at which it stands: a space in front, a tab or a comma in place of a space, quotes that were pasted along, another version, and they see no record at all. Whoever wrote it believes that it holds.",
  level: "warning",
  sources: [
    { name: "RFC 7208 §4.5", url: "https://www.rfc-editor.org/rfc/rfc7208#section-4.5" },
    { name: "RFC 9989 §4.10" },
    { name: "RFC 8461 §3.1", url: "https://www.rfc-editor.org/rfc/rfc8461#section-3.1" },
    { name: "RFC 8460 §3", url: "https://www.rfc-editor.org/rfc/rfc8460#section-3" },
  ],
  check: nearMissesBeside,
});
