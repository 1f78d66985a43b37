import { below, type DnsName, isWithin } from "../../dns/name";
import { bimiRecordName } from "../../mail/bimi";
import { dmarcRecordName } from "../../mail/dmarc/build";
import { mtaStsRecordName } from "../../mail/mta-sts";
import { KINDS, kindOf, type NearMiss, nearMiss, type VersionedKind } from "../../mail/near-miss";
import { tlsRptRecordName } from "../../mail/tls-rpt";
import { occludedOf } from "../lookup";
import type { MailPosture, Posture } from "../model";
import { type FoundText, memo, txtAt } from "./fact";

/** A text that was meant as a record, and that receivers do not take for one. */
export interface NearMissText extends FoundText {
  readonly kind: VersionedKind;
  /** In words, after "because". */
  readonly why: readonly string[];
  /** Where receivers ask for the record that was meant. */
  readonly name: DnsName;
  /** The text that was meant, where it can be told. */
  readonly text?: string;
}

/** Near misses among the texts of a domain, at names where receivers ask and at others. */
export const nearMissesOf = memo((mail, posture): readonly NearMissText[] => [
  ...textsOf(mail, posture).flatMap((found) => missesIn(found, mail.domain)),
  ...(mail.astray ?? []).flatMap((found) =>
    found.type === "SPF" ? ofOldType(found, mail.domain) : missesIn(found, mail.domain),
  ),
]);

/** What receivers find at names where they ask, aliases followed, then the domain's other texts. */
function textsOf(mail: MailPosture, posture: Posture): readonly FoundText[] {
  const { domain, records } = mail;
  const bimi = bimiRecordName(domain);
  const asked = [
    domain,
    dmarcRecordName(domain),
    mtaStsRecordName(domain),
    tlsRptRecordName(domain),
    ...(bimi.ok ? [bimi.value] : []),
  ];
  const names: ReadonlySet<string> = new Set(asked);
  const hidden = new Set(occludedOf(posture, domain).map(({ entry }) => entry.record));
  return [
    ...asked.flatMap((name) =>
      txtAt(posture, name).map((found) => ({ ...found, record: { ...found.record, name } })),
    ),
    ...records.flatMap(({ record, where }) =>
      record.type === "TXT" && !names.has(record.name) && !hidden.has(record) ? [{ record, where }] : [],
    ),
  ];
}

function missesIn({ record, where }: FoundText, domain: DnsName): readonly NearMissText[] {
  const { name, value } = record;
  if (isWithin(name, below("_domainkey", domain))) return [];
  const whole = withoutDoubling(name, domain);
  const place = placeOf(whole);
  const miss = (kind: VersionedKind, right: DnsName): readonly NearMissText[] => {
    const isExact = kindOf(value) === kind;
    if (isExact && right === name) return [];
    const isOwnName = right === name && (place !== "spf" || name === domain);
    const near: NearMiss | undefined = isExact
      ? { why: [], instead: value }
      : nearMiss(kind, value, { isOwnName });
    if (!near) return [];
    const astray = right === name ? [] : [`receivers ask for ${KINDS[kind].title} at ${right} only`];
    const text = near.instead;
    return [
      {
        kind,
        record,
        where,
        name: right,
        why: [...near.why, ...astray],
        ...(text === undefined ? {} : { text }),
      },
    ];
  };
  const own = miss(place, whole);
  // A wildcard's text stands at all names, and names of other records answer with it.
  if (own.length > 0 || place !== "spf" || whole !== name || name.startsWith("*.")) return own;
  return NAMED_KINDS.flatMap((kind) => RIGHT_NAMES[kind](domain).flatMap((right) => miss(kind, right)));
}

/** `_dmarc.contoso.com.contoso.com`: a full name was written where one within the zone belongs. */
function withoutDoubling(name: DnsName, domain: DnsName): DnsName {
  const isDoubled = name === `${domain}.${domain}` || name.endsWith(`.${domain}.${domain}`);
  return isDoubled ? (name.slice(0, -domain.length - 1) as DnsName) : name;
}

/** What receivers ask for at a name: by the labels that lead it, and SPF at all others. */
export function placeOf(name: DnsName): VersionedKind {
  const labels = name.split(".");
  if (labels[0] === "_dmarc" || labels.includes("_report")) return "dmarc";
  if (labels[0] === "_mta-sts") return "mta-sts";
  if (labels[0] === "_smtp" && labels[1] === "_tls") return "tls-rpt";
  return labels.includes("_bimi") ? "bimi" : "spf";
}

/** The kinds that have a name of their own; SPF at any name may be meant as it is: included, or asked for there. */
const NAMED_KINDS = ["dmarc", "mta-sts", "tls-rpt", "bimi"] as const satisfies readonly VersionedKind[];

const RIGHT_NAMES: Readonly<Record<(typeof NAMED_KINDS)[number], (domain: DnsName) => readonly DnsName[]>> = {
  dmarc: (domain) => [dmarcRecordName(domain)],
  "mta-sts": (domain) => [mtaStsRecordName(domain)],
  "tls-rpt": (domain) => [tlsRptRecordName(domain)],
  bimi(domain) {
    const name = bimiRecordName(domain);
    return name.ok ? [name.value] : [];
  },
};

function ofOldType({ record, where }: FoundText, domain: DnsName): readonly NearMissText[] {
  const why = "it stands in a record of type SPF, which receivers have not asked for since RFC 7208 (§3.1)";
  return [{ kind: "spf", record, where, name: domain, why: [why], text: record.value }];
}
