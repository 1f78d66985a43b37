import { dmarcRecordName } from "../../mail/dmarc/build";
import { dmarcInForce, dmarcOf, soleDmarc } from "../../posture/facts/dmarc";
import { soleSpf } from "../../posture/facts/spf";
import { lookup } from "../../posture/lookup";
import type { MailPosture, Posture } from "../../posture/model";
import { domainRule, type Hit } from "../rule";

export const scubaRecordForm = domainRule({
  id: "scuba-record-form",
  title: "a record that receivers read and CISA's own test does not",
  why: "ScubaGear looks for literal text: v=DMARC1; at the start of the record, p=reject; in it, and nothing else at the name; v=spf1 and -all or ~all in lower case. It looks for a policy at the domain and at the last two labels of its name, and nowhere between. Receivers are not as strict, so mail is the same; the report says that the control is not met.",
  level: "warning",
  sources: [
    {
      name: "ScubaGear, EXOConfig.rego and ExportEXOProvider.psm1",
      url: "https://github.com/cisagov/ScubaGear/tree/main/PowerShell/ScubaGear",
    },
  ],
  controls: { scuba: ["MS.EXO.2.2v3", "MS.EXO.4.1v1", "MS.EXO.4.2v1", "MS.EXO.4.4v1"] },
  recommended: false,
  check(mail, posture) {
    return [...spfHits(mail, posture), ...dmarcHits(mail, posture), ...placeHits(mail, posture)].map(
      (hit) => ({
        ...hit,
        // Nobody's mail suffers: not even where CISA says SHALL.
        level: "warning" as const,
      }),
    );
  },
});

function spfHits(mail: MailPosture, posture: Posture): readonly Hit[] {
  const spf = soleSpf(mail, posture);
  if (!spf) return [];
  const { value } = spf.record;
  const ends = spf.parsed.terms.some(({ kind }) => kind === "all" || kind === "redirect");
  // A record without an end has a rule of its own.
  if (
    !ends ||
    (value.startsWith("v=spf1 ") && /-all|~all|redirect/.test(value) === /-all|~all|redirect/i.test(value))
  )
    return [];
  return [
    {
      message: `CISA's test of MS.EXO.2.2v3 does not read the SPF record of ${mail.domain}`,
      received: JSON.stringify(value),
      expected: "v=spf1 and the term at its end in lower case",
      where: spf.where,
    },
  ];
}

function dmarcHits(mail: MailPosture, posture: Posture): readonly Hit[] {
  const dmarc = soleDmarc(mail, posture);
  if (!dmarc) return [];
  const { value } = dmarc.record;
  const common = { received: JSON.stringify(value), where: dmarc.where };
  const unread = (control: string) =>
    `CISA's test of ${control} does not read the DMARC record of ${mail.domain}`;
  const name = dmarcRecordName(mail.domain);
  const found = lookup(posture, name, "TXT");
  const others = found.known ? found.records.filter((record) => record.value !== value) : [];
  return [
    ...(value.startsWith("v=DMARC1;")
      ? []
      : [{ ...common, message: unread("MS.EXO.4.1v1"), expected: "v=DMARC1; at its start" }]),
    ...(dmarc.parsed.policy === "reject" && !value.includes("p=reject;")
      ? [
          {
            ...common,
            message: unread("MS.EXO.4.2v1"),
            expected: "p=reject; without blanks, with its semicolon",
          },
        ]
      : []),
    ...(others.length > 0
      ? [
          {
            message: `CISA's test of MS.EXO.4.4v1 does not pass for ${mail.domain}: another text stands beside its DMARC record`,
            received: others.map((record) => JSON.stringify(record.value)).join(", "),
            expected: `nothing but the DMARC record at ${name}`,
            where: dmarc.where,
          },
        ]
      : []),
  ];
}

/** A policy between the domain and the last two labels of its name. */
function placeHits(mail: MailPosture, posture: Posture): readonly Hit[] {
  const force = dmarcInForce(mail, posture);
  const last = mail.domain.split(".").slice(-2).join(".");
  if (force.kind !== "inherited" || force.at === last || dmarcOf(mail, posture).length > 0) return [];
  return [
    {
      message: `CISA's test of MS.EXO.4.1v1 does not find the DMARC record that ${mail.domain} inherits`,
      received: `a record at ${dmarcRecordName(force.at)}`,
      expected: `one at ${dmarcRecordName(mail.domain)} or _dmarc.${last}`,
      fix: `give ${mail.domain} a record of its own`,
    },
  ];
}
