import { dkimOf } from "../../posture/facts/dkim";
import { domainRule } from "../rule";

export const dkimMissing = domainRule({
  id: "dkim-missing",
  title: "a domain that sends without DKIM keys",
  why: "A signature is what survives forwarding and mailing lists, and what large receivers ask for from bulk senders. Without a key nothing that the domain sends can be verified by DKIM.",
  level: "warning",
  sources: [{ name: "RFC 6376", url: "https://www.rfc-editor.org/rfc/rfc6376" }],
  controls: { scuba: ["MS.EXO.3.1v1"], cis: ["2.1.9"], "bulk-sender": ["DKIM"] },
  check(mail, posture) {
    const { selectors, unknown } = dkimOf(mail, posture);
    if (!mail.intent.sends || unknown || selectors.some(({ kind }) => kind !== "revoked")) return [];
    return [
      {
        message: `${mail.domain} sends mail and has no DKIM key`,
        expected: mail.intent.exchangeOnline
          ? `CNAMEs at selector1._domainkey.${mail.domain} and selector2._domainkey.${mail.domain}`
          : "a selector of each signer",
        fix: "publish the selectors that the signers show",
      },
    ];
  },
});
