import { isTlsRpt, parseTlsRpt, tlsRptRecordName } from "../../mail/tls-rpt";
import { txtAt } from "../../posture/facts/fact";
import { domainRule, hitOf } from "../rule";

export const tlsRptSyntax = domainRule({
  id: "tls-rpt-syntax",
  title: "a TLS reporting record that senders cannot read",
  why: "Senders drop a broken record, and with two at one name they drop both. No report comes then, and failing deliveries go unseen.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 8460 §3", url: "https://www.rfc-editor.org/rfc/rfc8460#section-3" }],
  check(mail, posture) {
    // Senders drop all other texts before they count, such as a wildcard's; those that come near have a rule of their own.
    const records = txtAt(posture, tlsRptRecordName(mail.domain))
      .filter(({ record }) => isTlsRpt(record.value))
      .map((one) => ({ ...one, read: parseTlsRpt(one.record.value) }));
    const [, second] = records;
    return [
      ...records.flatMap(({ read, where }) =>
        read.ok
          ? []
          : read.faults.map((fault) =>
              hitOf(
                fault,
                `the TLS reporting record of ${mail.domain} cannot be read: ${fault.message}`,
                where,
              ),
            ),
      ),
      ...(second
        ? [
            {
              message: `${mail.domain} has ${records.length} TLS reporting records, which count as none`,
              expected: "one record",
              fix: "write all addresses into one",
              where: second.where,
            },
          ]
        : []),
    ];
  },
});
