import { isTlsRpt, tlsRptRecordName } from "../../mail/tls-rpt";
import { isUnknown, txtAt } from "../../posture/facts/fact";
import { mtaStsOf } from "../../posture/facts/mta-sts";
import { domainRule } from "../rule";

export const mtaStsWithoutReports = domainRule({
  id: "mta-sts-without-reports",
  title: "MTA-STS without TLS reports",
  why: "When a sender cannot deliver because of the policy, only TLS reports tell: the mail waits at the other end, and nobody here sees it.",
  level: "warning",
  sources: [{ name: "RFC 8460 §1", url: "https://www.rfc-editor.org/rfc/rfc8460#section-1" }],
  check(mail, posture) {
    const [first] = mtaStsOf(mail, posture).records;
    const name = tlsRptRecordName(mail.domain);
    const there =
      txtAt(posture, name).some(({ record }) => isTlsRpt(record.value)) || isUnknown(posture, name, "TXT");
    if (!first || there) return [];
    return [
      {
        message: `${mail.domain} has MTA-STS, and nobody is told when it fails`,
        expected: `a TXT record at ${name}`,
        fix: "add tlsRpt with an address for reports",
        where: first.where,
      },
    ];
  },
});
