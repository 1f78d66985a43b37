import type { TxtRecord } from "../../dns/record";
import type { Fault } from "../../fault";
import { isSpf, parseSpf, type SpfRecord } from "../../mail/spf";
import type { MailPosture, Where } from "../model";
import { isUnknown, memo, txtAt } from "./fact";

/** An SPF record as it is published at the domain. */
export interface PublishedSpf {
  readonly record: TxtRecord;
  readonly where: Where;
  /** Absent where receivers call it a permanent error. */
  readonly parsed?: SpfRecord;
  readonly faults: readonly Fault[];
}

/** The SPF records at the domain itself, in the order of the posture (RFC 7208 §4.5). */
export const spfOf = memo((mail): readonly PublishedSpf[] =>
  txtAt(mail, mail.domain)
    .filter(({ record }) => isSpf(record.value))
    .map(({ record, where }) => {
      const read = parseSpf(record.value);
      return read.ok
        ? { record, where, parsed: read.value, faults: [] }
        : { record, where, faults: read.faults };
    }),
);

/** The one SPF record that receivers evaluate; absent if there is none, several, or none that parses. */
export function soleSpf(mail: MailPosture): (PublishedSpf & { readonly parsed: SpfRecord }) | undefined {
  const [first, second] = spfOf(mail);
  if (!first?.parsed || second) return undefined;
  return { ...first, parsed: first.parsed };
}

/** May a record be there after all, since some TXT value of the domain is not known? */
export function spfUnknown(mail: MailPosture): boolean {
  return isUnknown(mail, mail.domain, "TXT");
}
