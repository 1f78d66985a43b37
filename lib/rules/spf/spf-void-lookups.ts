import { soleSpf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

/** RFC 7208 §4.6.4: receivers should stop after two. */
const VOID_LIMIT = 2;

export const spfVoidLookups = domainRule({
  id: "spf-void-lookups",
  title: "an SPF record with more than two void look-ups",
  why: "A term whose name does not exist, or has no address, is a void look-up. Receivers stop at the third and answer permerror: a record that has outlived its senders breaks all at once.",
  level: "error",
  sources: [{ name: "RFC 7208 §4.6.4", url: "https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4" }],
  controls: { "bulk-sender": ["SPF"] },
  from: ["observed"],
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    const names = mail.spf?.void ?? [];
    if (!spf || names.length <= VOID_LIMIT) return [];
    return [
      {
        message: `the SPF record of ${mail.domain} asks for ${names.length} names that hold nothing`,
        received: names.join(", "),
        expected: `at most ${VOID_LIMIT}`,
        fix: "remove the terms of senders that are gone",
        where: spf.where,
      },
    ];
  },
});
