import { isSpf } from "../../mail/spf/parse";
import { spfOf, spfUnknown } from "../../posture/facts/spf";
import type { MailPosture } from "../../posture/model";
import { nearMissesInstead } from "../near-miss";
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
    const meant = nearMissesInstead("spf", mail, posture);
    if (meant.length > 0) return meant;
    const { domain, intent } = mail;
    const other = includable(mail);
    return [
      {
        message: `${domain} has no SPF record`,
        ...(other === undefined
          ? {}
          : { received: `one at ${other} alone, which counts where it is included` }),
        expected: `a TXT record at ${domain} that begins with v=spf1`,
        ...(intent.sends
          ? {
              fix:
                other === undefined
                  ? "list who sends, and end with -all"
                  : `write v=spf1 include:${other} -all`,
            }
          : { instead: [{ type: "TXT", name: domain, ttl: 3600, value: "v=spf1 -all" }] }),
      },
    ];
  },
});

/** A name such as `_spf.contoso.com`, which holds a record for others to include. */
function includable({ domain, records, astray = [] }: MailPosture): string | undefined {
  return [...records, ...astray].find(
    ({ record }) =>
      record.type === "TXT" &&
      (record.name === `_spf.${domain}` || record.name === `spf.${domain}`) &&
      isSpf(record.value),
  )?.record.name;
}
