import type { DnsName } from "../../dns/name";
import { isDmarc } from "../../mail/dmarc/parse";
import {
  anyReportAuthorizationName,
  externalReportDomains,
  REPORT_AUTHORIZATION,
  reportAuthorizationName,
} from "../../mail/dmarc/reports";
import { soleDmarc } from "../../posture/facts/dmarc";
import { lookup } from "../../posture/lookup";
import type { Posture } from "../../posture/model";
import { domainRule, type Level } from "../rule";

export const dmarcUnauthorizedReports = domainRule({
  id: "dmarc-unauthorized-reports",
  title: "DMARC reports go to a domain that has not agreed",
  why: "Reports that leave the organisation are sent only if the receiving domain publishes that it takes them. Without that record reporters drop them silently.",
  level: "warning",
  sources: [{ name: "RFC 9990 §4" }],
  check(mail, posture) {
    const dmarc = soleDmarc(mail, posture);
    if (!dmarc) return [];
    return externalReportDomains(mail.domain, dmarc.parsed).flatMap((receiver) => {
      const agreed = isAuthorized(mail.domain, receiver, posture);
      if (agreed === true) return [];
      const name = reportAuthorizationName(mail.domain, receiver);
      const record = `the TXT record ${REPORT_AUTHORIZATION} at ${name.ok ? name.value : `_report._dmarc.${receiver}`}`;
      return [
        agreed === false
          ? {
              message: `${receiver} has not agreed to take the DMARC reports of ${mail.domain}, so none are sent`,
              expected: record,
              fix: "have its owner publish it, or send the reports elsewhere",
              where: dmarc.where,
            }
          : {
              message: `DMARC reports of ${mail.domain} go to ${receiver}, which nobody here can speak for`,
              expected: record,
              fix: "make sure that its owner publishes it (report processors mostly do)",
              where: dmarc.where,
              level: "note" satisfies Level,
            },
      ];
    });
  },
});

/** `undefined` where nobody has asked. */
function isAuthorized(sender: DnsName, receiver: DnsName, posture: Posture): boolean | undefined {
  const own = reportAuthorizationName(sender, receiver);
  const found = [...(own.ok ? [own.value] : []), anyReportAuthorizationName(receiver)].map((name) =>
    lookup(posture, name, "TXT"),
  );
  if (found.some((answer) => answer.known && answer.records.some(({ value }) => isDmarc(value)))) return true;
  return found.every(({ known }) => known) ? false : undefined;
}
