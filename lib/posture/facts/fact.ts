import type { DnsRecordType, TxtRecord } from "../../dns/record";
import type { KnownRecord, MailPosture } from "../model";

/** Each fact is worked out once a domain, however many rules ask. */
export function memo<T extends NonNullable<unknown>>(
  read: (mail: MailPosture) => T,
): (mail: MailPosture) => T {
  const made = new WeakMap<MailPosture, T>();
  return (mail) => {
    const fact = made.get(mail) ?? read(mail);
    made.set(mail, fact);
    return fact;
  };
}

/** The domain's TXT records at a name, in the order of the posture. */
export function txtAt(
  { records }: MailPosture,
  name: string,
): readonly (KnownRecord & { readonly record: TxtRecord })[] {
  return records.flatMap(({ record, where }) =>
    record.type === "TXT" && record.name === name ? [{ record, where }] : [],
  );
}

/** Is there something of this type at the name whose value nobody knows yet? */
export function isUnknown({ unknown }: MailPosture, name: string, type: DnsRecordType): boolean {
  return unknown.some((one) => one.name === name && one.type === type);
}
