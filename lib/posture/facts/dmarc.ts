import type { DnsName } from "../../dns/name";
import { dmarcRecordName } from "../../mail/dmarc/build";
import { endsWalk, type MetRecord, recordInForce, walkPath } from "../../mail/dmarc/discover";
import { isDmarc, parseDmarc } from "../../mail/dmarc/parse";
import type { DmarcRecord } from "../../mail/dmarc/record";
import { lookup } from "../lookup";
import type { MailPosture, Posture } from "../model";
import { isUnknown, memo, type Published, publishedAt, sole } from "./fact";

/** The DMARC records at `_dmarc.<domain>` (RFC 9989 §4.7). */
export const dmarcOf = memo(({ domain }, posture): readonly Published<DmarcRecord>[] =>
  publishedAt(posture, dmarcRecordName(domain), isDmarc, parseDmarc),
);

/** The one DMARC record of the domain's own that receivers act on. */
export function soleDmarc(mail: MailPosture, posture: Posture) {
  return sole(dmarcOf(mail, posture));
}

/** Which record answers for a domain: its own, or its organization's (RFC 9989 §4.10). */
export type DmarcInForce =
  | { readonly kind: "own" | "inherited"; readonly at: DnsName; readonly record: DmarcRecord }
  | { readonly kind: "none" }
  /** A value on the way is not known. */
  | { readonly kind: "unknown" };

export function dmarcInForce(mail: MailPosture, posture: Posture): DmarcInForce {
  const own = soleDmarc(mail, posture);
  if (own) return { kind: "own", at: mail.domain, record: own.parsed };
  if (isUnknown(posture, dmarcRecordName(mail.domain), "TXT")) return { kind: "unknown" };
  const met: MetRecord<DnsName>[] = [];
  for (const above of walkPath(mail.domain).slice(1)) {
    const found = lookup(posture, dmarcRecordName(above), "TXT");
    // A top-level domain that nobody asked about has no policy; what lies between may have one. Above a record that is
    // known, what is not known is taken for none.
    if (!found.known) {
      if (above.includes(".") && met.length === 0) return { kind: "unknown" };
      continue;
    }
    const records = found.records.filter(({ value }) => isDmarc(value));
    const [first, second] = records;
    if (!first || second) continue;
    const read = parseDmarc(first.value);
    if (!read.ok) continue;
    met.push({ domain: above, record: read.value });
    if (endsWalk(read.value)) break;
  }
  const force = recordInForce(mail.domain, met);
  return force ? { kind: "inherited", at: force.domain, record: force.record } : { kind: "none" };
}
