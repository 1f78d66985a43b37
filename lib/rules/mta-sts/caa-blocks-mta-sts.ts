import { ancestry } from "../../dns/name";
import type { CaaRecord } from "../../dns/record";
import { mtaStsPolicyHost } from "../../mail/mta-sts";
import { isSurelyAbsent } from "../../posture/facts/fact";
import { mtaStsOf } from "../../posture/facts/mta-sts";
import { lookup } from "../../posture/lookup";
import { domainRule } from "../rule";

export const caaBlocksMtaSts = domainRule({
  id: "caa-blocks-mta-sts",
  title: "CAA records that let nobody issue the certificate of the MTA-STS host",
  why: "The policy is fetched over HTTPS with a certificate for mta-sts.<domain>. CAA records at that name or above it that allow no authority keep the certificate from being issued or renewed, and the policy is gone on the day it expires.",
  level: "error",
  sources: [
    { name: "RFC 8659 §3", url: "https://www.rfc-editor.org/rfc/rfc8659#section-3" },
    { name: "RFC 8461 §3.3", url: "https://www.rfc-editor.org/rfc/rfc8461#section-3.3" },
  ],
  check(mail, posture) {
    const [announced] = mtaStsOf(mail, posture).records;
    if (!announced) return [];
    const host = mtaStsPolicyHost(mail.domain);
    // The nearest name that has any CAA record decides (RFC 8659 §3).
    let isCertain = true;
    for (const name of ancestry(host)) {
      const found = lookup(posture, name, "CAA");
      if (!found.known) return [];
      if (found.records.length === 0) {
        isCertain &&= isSurelyAbsent(posture, name, "CAA");
        continue;
      }
      const issuers = found.records.filter(({ tag }) => tag.toLowerCase() === "issue");
      if (issuers.length === 0 || issuers.some(allowsSomeone)) return [];
      return [
        {
          message: `no certification authority may issue for ${host}`,
          received: `CAA at ${name}: ${issuers.map(({ tag, value }) => `${tag} "${value}"`).join(", ")}`,
          expected: "an authority that issues the host's certificate",
          fix: `add a CAA record for the authority at ${name}${name === host ? "" : `, or at ${host} alone`}`,
          where:
            mail.records.find(({ record }) => record.type === "CAA" && record.name === name)?.where ??
            announced.where,
          ...(isCertain ? {} : { level: "warning" as const }),
        },
      ];
    }
    return [];
  },
});

/** `issue ";"` allows nobody (RFC 8659 §4.2). */
function allowsSomeone({ value }: CaaRecord): boolean {
  return value.split(";", 1)[0]?.trim() !== "";
}
