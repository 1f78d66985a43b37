import { mxOf } from "../../posture/facts/mx";
import { domainRule } from "../rule";

export const mxDaneUnsigned = domainRule({
  id: "mx-dane-unsigned",
  title: "a DNSSEC-signed MX host in a zone that is not signed",
  why: "Hosts under mx.microsoft are signed so that senders can use DANE. That chain begins at the domain: where its own zone is not signed, the MX record can be forged and DANE protects nothing.",
  level: "warning",
  sources: [
    { name: "RFC 7672 §2.2", url: "https://www.rfc-editor.org/rfc/rfc7672#section-2.2" },
    {
      name: "Microsoft Learn: SMTP DANE",
      url: "https://learn.microsoft.com/purview/how-smtp-dane-works",
    },
  ],
  from: ["observed"],
  check(mail, posture) {
    const signed = mxOf(mail, posture).find(({ eop }) => eop?.partition !== undefined);
    if (!signed || mail.dnssec !== false) return [];
    return [
      {
        message: `${mail.domain} names a DNSSEC-signed MX host, and its own zone is not signed`,
        received: signed.record.exchange,
        expected: "a signed zone with a DS record at the registrar",
        fix: "sign the zone, and publish its DS record",
        where: signed.where,
      },
    ];
  },
});
