import { soleSpf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

/** What leaves room for the rest of an answer of 512 octets. */
const LONGEST = 450;

export const spfLong = domainRule({
  id: "spf-long",
  title: "an SPF record longer than 450 octets",
  why: "An answer of more than 512 octets does not fit the smallest DNS packet. Most resolvers ask again over TCP, where some networks block them, and the check then ends in a temporary error.",
  level: "note",
  sources: [{ name: "RFC 7208 §3.4", url: "https://www.rfc-editor.org/rfc/rfc7208#section-3.4" }],
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    const octets = new TextEncoder().encode(spf.record.value).length;
    if (octets <= LONGEST) return [];
    return [
      {
        message: `the SPF record of ${mail.domain} has ${octets} octets`,
        expected: `at most ${LONGEST}, so that answers fit into one UDP packet`,
        fix: "join networks, or move senders to subdomains",
        where: spf.where,
      },
    ];
  },
});
