import { ancestry, type DnsName } from "../../dns/name";
import type { TxtRecord } from "../../dns/record";
import type { Fault } from "../../fault";
import { type DmarcRecord, dmarcRecordName, isDmarc, parseDmarc } from "../../mail/dmarc";
import { lookup } from "../lookup";
import type { MailPosture, Posture, Where } from "../model";
import { isUnknown, memo, txtAt } from "./fact";

/** A DMARC record as it is published for the domain. */
export interface PublishedDmarc {
  readonly record: TxtRecord;
  readonly where: Where;
  /** Absent where receivers take the record for none. */
  readonly parsed?: DmarcRecord;
  readonly faults: readonly Fault[];
}

/** The DMARC records at `_dmarc.<domain>`, in the order of the posture (RFC 9989 §4.7). */
export const dmarcOf = memo((mail): readonly PublishedDmarc[] =>
  txtAt(mail, dmarcRecordName(mail.domain))
    .filter(({ record }) => isDmarc(record.value))
    .map(({ record, where }) => {
      const read = parseDmarc(record.value);
      return read.ok
        ? { record, where, parsed: read.value, faults: [] }
        : { record, where, faults: read.faults };
    }),
);

/** The one DMARC record of the domain's own that receivers act on; absent if there is none, several, or none that parses. */
export function soleDmarc(
  mail: MailPosture,
): (PublishedDmarc & { readonly parsed: DmarcRecord }) | undefined {
  const [first, second] = dmarcOf(mail);
  if (!first?.parsed || second) return undefined;
  return { ...first, parsed: first.parsed };
}

/** Which record answers for a domain: its own, or the nearest above it (RFC 9989 §4.10). */
export type DmarcInForce =
  | { readonly kind: "own" | "inherited"; readonly at: DnsName; readonly record: DmarcRecord }
  | { readonly kind: "none" }
  /** A value on the way is not known. */
  | { readonly kind: "unknown" };

export function dmarcInForce(mail: MailPosture, posture: Posture): DmarcInForce {
  const own = soleDmarc(mail);
  if (own) return { kind: "own", at: mail.domain, record: own.parsed };
  if (isUnknown(mail, dmarcRecordName(mail.domain), "TXT")) return { kind: "unknown" };
  for (const above of ancestry(mail.domain)) {
    if (above === mail.domain) continue;
    const found = lookup(posture, dmarcRecordName(above), "TXT");
    // A top-level domain that nobody asked about has no policy; what lies between may have one.
    if (!found.known) {
      if (above.includes(".")) return { kind: "unknown" };
      continue;
    }
    const records = found.records.filter(({ value }) => isDmarc(value));
    const [first, second] = records;
    if (!first || second) continue;
    const read = parseDmarc(first.value);
    if (read.ok) return { kind: "inherited", at: above, record: read.value };
  }
  return { kind: "none" };
}
