import type { DnsRecordType, TxtRecord } from "../../dns/record";
import type { Fault, Result } from "../../fault";
import type { KnownRecord, MailPosture, Where } from "../model";

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

/** A record of a mechanism as it is published: read, or with everything that keeps receivers from reading it. */
export interface Published<T> {
  readonly record: TxtRecord;
  readonly where: Where;
  /** Absent where receivers cannot read the record. */
  readonly parsed?: T;
  readonly faults: readonly Fault[];
}

/** The records of a mechanism at a name, in the order of the posture. */
export function publishedAt<T>(
  mail: MailPosture,
  name: string,
  is: (text: string) => boolean,
  parse: (text: string) => Result<T>,
): readonly Published<T>[] {
  return txtAt(mail, name)
    .filter(({ record }) => is(record.value))
    .map(({ record, where }) => {
      const read = parse(record.value);
      return read.ok
        ? { record, where, parsed: read.value, faults: [] }
        : { record, where, faults: read.faults };
    });
}

/** The one record that receivers act on; absent if there is none, several, or none that can be read. */
export function sole<T>(
  published: readonly Published<T>[],
): (Published<T> & { readonly parsed: T }) | undefined {
  const [first, second] = published;
  if (first?.parsed === undefined || second) return undefined;
  return { ...first, parsed: first.parsed };
}

/** Is there something of this type at the name whose value nobody knows yet? */
export function isUnknown({ unknown }: MailPosture, name: string, type: DnsRecordType): boolean {
  return unknown.some((one) => one.name === name && one.type === type);
}
