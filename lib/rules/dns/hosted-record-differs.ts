import { type DnsName, isStandIn } from "../../dns/name";
import { type DnsRecord, recordData } from "../../dns/record";
import { dmarcRecordName } from "../../mail/dmarc/build";
import { DISPOSITIONS } from "../../mail/dmarc/parse";
import { effectivePolicy, type PolicyScope } from "../../mail/dmarc/policy";
import { mtaStsRecordName } from "../../mail/mta-sts";
import { KINDS } from "../../mail/near-miss";
import { tlsRptRecordName } from "../../mail/tls-rpt";
import { soleDmarc } from "../../posture/facts/dmarc";
import { txtAt } from "../../posture/facts/fact";
import { mtaStsOf } from "../../posture/facts/mta-sts";
import { nearMissesOf } from "../../posture/facts/near-misses";
import { tlsRptTargets } from "../../posture/facts/tls-rpt";
import { answer } from "../../posture/lookup";
import type { MailPosture, Posture } from "../../posture/model";
import { domainRule, type Hit } from "../rule";

export const hostedRecordDiffers = domainRule({
  id: "hosted-record-differs",
  title: "a hosted record that says less than the domain expects",
  why: "The domain hands the record to another party by an alias or a delegation, and says what it must hold. What stands there is milder, lacks an address or a key, or is gone: receivers act on that, whatever the estate says.",
  level: "error",
  sources: [{ name: "RFC 1034 §3.6.2", url: "https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2" }],
  check(mail, posture) {
    return [
      ...dmarcHits(mail, posture),
      ...mtaStsHits(mail, posture),
      ...tlsRptHits(mail, posture),
      ...selectorHits(mail, posture),
    ].map((hit) => ({
      fix: "have the other party publish it, or expect less",
      ...hit,
    }));
  },
});

const SCOPES = [
  ["domain", "p"],
  ["subdomain", "sp"],
  ["non-existent", "np"],
] as const satisfies readonly (readonly [PolicyScope, string])[];

function dmarcHits(mail: MailPosture, posture: Posture): readonly Hit[] {
  const demanded = mail.demands?.dmarc;
  if (!demanded) return [];
  const found = soleDmarc(mail, posture);
  if (!found) return missing("dmarc", "DMARC record", dmarcRecordName(mail.domain), mail, posture);
  const { parsed, where } = found;
  // The same step down is told once, for the widest scope.
  const [milder] = SCOPES.flatMap(([scope, tag]) => {
    const meant = effectivePolicy(demanded, scope) ?? "none";
    const real = effectivePolicy(parsed, scope) ?? "none";
    return DISPOSITIONS.indexOf(real) < DISPOSITIONS.indexOf(meant) ? [{ tag, meant, real }] : [];
  });
  const given = new Set(parsed.rua.map(({ uri }) => uri));
  const lacking = demanded.rua.map(({ uri }) => uri).filter((uri) => !given.has(uri));
  const name = dmarcRecordName(mail.domain);
  const loose = (["adkim", "aspf"] as const).filter(
    (tag) => demanded[tag] === "strict" && parsed[tag] !== "strict",
  );
  return [
    ...loose.map((tag) => ({
      message: `the hosted DMARC record of ${mail.domain} takes more mail for aligned than expected`,
      received: `${tag}=r at ${name}`,
      expected: `${tag}=s`,
      where,
    })),
    ...(milder
      ? [
          {
            message: `the hosted DMARC record of ${mail.domain} is milder than expected`,
            received: `${milder.tag}=${milder.real} at ${name}`,
            expected: `${milder.tag}=${milder.meant}`,
            where,
          },
        ]
      : []),
    ...(lacking.length > 0
      ? [
          {
            message: `the hosted DMARC record of ${mail.domain} lacks an address for reports`,
            received: [...given].join(", ") || "no address",
            expected: lacking.join(", "),
            where,
          },
        ]
      : []),
  ];
}

const MODES = ["none", "testing", "enforce"] as const;

function mtaStsHits(mail: MailPosture, posture: Posture): readonly Hit[] {
  const demanded = mail.demands?.mtaSts;
  if (!demanded) return [];
  const { records, policy } = mtaStsOf(mail, posture);
  if (records.length === 0) {
    return missing("mta-sts", "MTA-STS record", mtaStsRecordName(mail.domain), mail, posture);
  }
  // A policy that did not come has a rule of its own.
  if (!policy || MODES.indexOf(policy.value.mode) >= MODES.indexOf(demanded.mode)) return [];
  return [
    {
      message: `the hosted MTA-STS policy of ${mail.domain} is milder than expected`,
      received: `mode: ${policy.value.mode}`,
      expected: `mode: ${demanded.mode}`,
      where: policy.where,
    },
  ];
}

function tlsRptHits(mail: MailPosture, posture: Posture): readonly Hit[] {
  const demanded = mail.demands?.tlsRpt;
  if (!demanded) return [];
  const found = tlsRptTargets(mail, posture);
  const name = tlsRptRecordName(mail.domain);
  if (!found) return missing("tls-rpt", "TLS reporting record", name, mail, posture);
  const uris = found.addresses.map(({ uri }) => uri);
  const lacking = demanded.filter((uri) => !uris.includes(uri));
  if (lacking.length === 0) return [];
  return [
    {
      message: `the hosted TLS reporting record of ${mail.domain} lacks an address for reports`,
      received: `${uris.join(", ")} at ${name}`,
      expected: lacking.join(", "),
      where: found.where,
    },
  ];
}

/**
 * Nothing stands where the alias leads. A text that only looks like the record, a broken one and several have rules of their
 * own, and of what nobody knows nothing is said.
 */
function missing(
  kind: "dmarc" | "mta-sts" | "tls-rpt",
  title: string,
  name: DnsName,
  mail: MailPosture,
  posture: Posture,
): readonly Hit[] {
  const found = answer(posture, name, "TXT");
  if (found.kind !== "records" && found.kind !== "none" && found.kind !== "loop") return [];
  if (txtAt(posture, name).some(({ record }) => KINDS[kind].is(record.value))) return [];
  if (nearMissesOf(mail, posture).some((miss) => miss.kind === kind && miss.name === name)) return [];
  const [alias] = found.path;
  return [
    {
      message: `the hosted ${title} of ${mail.domain} is missing`,
      received: alias ? `CNAME ${alias.target}, and no such record there` : `no such record at ${name}`,
      expected: `${KINDS[kind].title} at ${alias ? found.name : name}`,
      where: alias?.entry.where ?? mail.where,
    },
  ];
}

function selectorHits(mail: MailPosture, posture: Posture): readonly Hit[] {
  return (mail.demands?.selectors ?? []).flatMap((demanded) => {
    if (demanded.type === "CNAME" && isStandIn(demanded.target)) return [];
    const found = answer(posture, demanded.name, demanded.type);
    if (found.kind !== "records" && found.kind !== "none") return [];
    const held = found.kind === "records" ? found.entries : [];
    if (held.some(({ record }) => record && isSame(record, demanded))) return [];
    return [
      {
        message: `the hosted zone of keys of ${mail.domain} does not hold ${demanded.name} as expected`,
        received:
          held.flatMap(({ record }) => (record ? [`${record.type} ${recordData(record)}`] : [])).join(", ") ||
          "no such record",
        expected: `${demanded.type} ${recordData(demanded)}`,
        where: held[0]?.where ?? mail.where,
      },
    ];
  });
}

function isSame(one: DnsRecord, other: DnsRecord): boolean {
  return one.type === other.type && recordData(one) === recordData(other);
}
