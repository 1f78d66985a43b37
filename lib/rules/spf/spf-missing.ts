import { spfOf, spfUnknown } from "../../posture/facts/spf";
import { domainRule } from "../rule";

export const spfMissing = domainRule({
  id: "spf-missing",
  title: "no SPF record at the domain",
  why: "Without an SPF record every host on the Internet may use the domain in the envelope of its mail, and receivers can only shrug. A domain that sends nothing says so with v=spf1 -all. Subdomains inherit nothing: each needs a record of its own.",
  level: "warning",
  sources: [{ name: "RFC 7208 §3", url: "https://www.rfc-editor.org/rfc/rfc7208#section-3" }],
  controls: { scuba: ["MS.EXO.2.2v3"], cis: ["2.1.8"], "bulk-sender": ["SPF"] },
  check(mail, posture) {
    if (spfOf(mail, posture).length > 0 || spfUnknown(mail, posture)) return [];
    const { domain, intent } = mail;
    return [
      {
        message: `${domain} has no SPF record`,
        expected: `a TXT record at ${domain} that begins with v=spf1`,
        ...(intent.sends
          ? { fix: "list who sends, and end with -all" }
          : { instead: [{ type: "TXT", name: domain, ttl: 3600, value: "v=spf1 -all" }] }),
      },
    ];
  },
});
