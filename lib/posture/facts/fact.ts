import type { DnsName } from "../../dns/name";
import type { DnsRecordType, TxtRecord } from "../../dns/record";
import type { Fault, Result } from "../../fault";
import { answer } from "../lookup";
import type { MailPosture, Posture, Where } from "../model";

/** Each fact is worked out once a domain, however many rules ask. */
export function memo<T extends NonNullable<unknown>>(
  read: (mail: MailPosture, posture: Posture) => T,
): (mail: MailPosture, posture: Posture) => T {
  const made = new WeakMap<Posture, WeakMap<MailPosture, T>>();
  return (mail, posture) => {
    const facts = made.get(posture) ?? new WeakMap<MailPosture, T>();
    made.set(posture, facts);
    const fact = facts.get(mail) ?? read(mail, posture);
    facts.set(mail, fact);
    return fact;
  };
}

/** A text as receivers find it, whose place is that of the alias which leads to it where there is one. */
export interface FoundText {
  readonly record: TxtRecord;
  readonly where: Where;
}

/** The texts that receivers find at a name, aliases followed, in the order of the posture. */
export function txtAt(posture: Posture, name: DnsName): readonly FoundText[] {
  const found = answer(posture, name, "TXT");
  if (found.kind !== "records" && found.kind !== "unknown") return [];
  return found.entries.flatMap(({ record, where }) =>
    record?.type === "TXT" ? [{ record, where: found.path[0]?.entry.where ?? where }] : [],
  );
}

/** A record of a mechanism as it is published: read, or with everything that keeps receivers from reading it. */
export interface Published<T> extends FoundText {
  /** Absent where receivers cannot read the record. */
  readonly parsed?: T;
  readonly faults: readonly Fault[];
}

/** The records of a mechanism that receivers find at a name, in the order of the posture. */
export function publishedAt<T>(
  posture: Posture,
  name: DnsName,
  is: (text: string) => boolean,
  parse: (text: string) => Result<T>,
): readonly Published<T>[] {
  return txtAt(posture, name)
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

/**
 * Is it certain that nothing of the type stands at a name where the posture has none? An estate and a plan hold what was
 * put into them: beside it somebody may publish by hand, unless the plan itself takes the last record away.
 */
export function isSurelyAbsent(posture: Posture, name: DnsName, type: DnsRecordType): boolean {
  return (
    posture.source === "observed" ||
    posture.outside.some((known) => known.name === name && known.type === type && known.records?.length === 0)
  );
}

/** May there be a record that the posture does not show: of unknown value, published elsewhere, or not managed here? */
export function isUnknown(posture: Posture, name: DnsName, type: DnsRecordType): boolean {
  const { kind } = answer(posture, name, type);
  return kind === "unknown" || kind === "elsewhere";
}
