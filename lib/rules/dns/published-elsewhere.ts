import type { DnsName } from "../../dns/name";
import type { DnsRecordType } from "../../dns/record";
import { dmarcRecordName } from "../../mail/dmarc/build";
import { mtaStsRecordName } from "../../mail/mta-sts";
import { tlsRptRecordName } from "../../mail/tls-rpt";
import { elsewhereWords } from "../../posture/elsewhere";
import { dkimElsewhere } from "../../posture/facts/dkim";
import { answer } from "../../posture/lookup";
import { domainRule } from "../rule";

export const publishedElsewhere = domainRule({
  id: "published-elsewhere",
  title: "a mail record that somebody else publishes",
  why: "An alias or a delegation hands the record to another party. What stands there follows from no file here: it may change at any time, and only a look at the live world judges it.",
  level: "note",
  sources: [{ name: "RFC 1034 §3.6.2, §4.2.1", url: "https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2" }],
  from: ["declared", "planned"],
  check(mail, posture) {
    const found = namesOf(mail.domain).map(
      ([what, name, type]) => [what, answer(posture, name, type)] as const,
    );
    const keys = dkimElsewhere(mail, posture);
    return [...found, ...(keys ? [["DKIM", keys] as const] : [])].flatMap(([what, published]) =>
      published.kind === "elsewhere"
        ? [
            {
              message: `${what} of ${mail.domain} is ${elsewhereWords(published)}`,
              expected: "a record there that says what the domain means",
              fix: "verify reads it through the DNS and judges it",
              where: (published.path[0]?.entry ?? published.by[0])?.where ?? mail.where,
            },
          ]
        : [],
    );
  },
});

function namesOf(domain: DnsName): readonly (readonly [string, DnsName, DnsRecordType])[] {
  return [
    ["MX", domain, "MX"],
    ["SPF", domain, "TXT"],
    ["DMARC", dmarcRecordName(domain), "TXT"],
    ["MTA-STS", mtaStsRecordName(domain), "TXT"],
    ["TLS-RPT", tlsRptRecordName(domain), "TXT"],
  ];
}
