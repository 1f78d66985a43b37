import { domainRule } from "../rule";

export const txtNotAscii = domainRule({
  id: "txt-not-ascii",
  title: "a text with characters beyond ASCII",
  why: "A TXT record holds octets, and nothing says which characters they stand for. Such a text is published in UTF-8; consoles and tools show escapes or other characters in its place, and whoever looks for the text may not find it. No record of mail has such characters.",
  level: "note",
  sources: [{ name: "RFC 1035 §3.3.14", url: "https://www.rfc-editor.org/rfc/rfc1035#section-3.3.14" }],
  from: ["declared"],
  check: ({ records }) =>
    records.flatMap(({ record, where }) => {
      if (record.type !== "TXT" || !BEYOND_ASCII.test(record.value)) return [];
      return [
        {
          message: `the text at ${record.name} has characters beyond ASCII`,
          received: JSON.stringify(record.value),
          expected: "what whoever asked for the text looks for: letters, digits and signs of ASCII",
          where,
        },
      ];
    }),
});

const BEYOND_ASCII = /[\u0080-\u{10ffff}]/u;
