import { type DnsRecord, recordData } from "../dns/record";
import { quoteTxt } from "../dns/txt";
import { inOtherWords } from "../domain/as-found";
import type { DeclaredRecord } from "../domain/declaration";
import type { FoundRecord } from "./found";

/** A declared record and the one of the zone that it is. */
export interface Match {
  readonly declared: DeclaredRecord;
  readonly found: FoundRecord;
  /** Is it the same in meaning alone, since the zone has another form of it? */
  readonly inAnotherForm: boolean;
}

/** Which declared records the zone holds. */
export interface Matches {
  readonly matches: readonly Match[];
  /** Declared, and not in the zone. */
  readonly absent: readonly DeclaredRecord[];
}

/** The records of a zone by name and type. */
export class FoundRecords {
  private readonly bySet = new Map<string, FoundRecord[]>();

  constructor(readonly all: readonly FoundRecord[]) {
    for (const found of all) {
      const key = setOf(found.record);
      const there = this.bySet.get(key);
      if (there) there.push(found);
      else this.bySet.set(key, [found]);
    }
  }

  at(name: string, type: DnsRecord["type"]): readonly FoundRecord[] {
    return this.bySet.get(`${type} ${name}`) ?? [];
  }

  /** Finds each declared record: one that is equal first, then one that means the same. */
  match(declared: readonly DeclaredRecord[]): Matches {
    const taken = new Set<FoundRecord>();
    const matches: Match[] = [];
    const left: DeclaredRecord[] = [];
    const take = (one: DeclaredRecord, found: FoundRecord, inAnotherForm: boolean) => {
      taken.add(found);
      matches.push({ declared: one, found, inAnotherForm });
    };
    const open = (one: DeclaredRecord) =>
      this.at(one.record.name, one.record.type).filter(
        (found) => !taken.has(found) && found.obstacle === undefined,
      );
    for (const one of declared) {
      const equal = open(one).find(({ record }) => recordData(record) === recordData(one.record));
      if (equal) take(one, equal, false);
      else left.push(one);
    }
    const absent: DeclaredRecord[] = [];
    for (const one of left) {
      const alike = open(one).find(({ record }) => isAlike(one.record, record));
      if (alike) take(one, alike, true);
      else absent.push(one);
    }
    return { matches, absent };
  }
}

/** Does a TXT record mean what is declared, in another form? */
function isAlike(declared: DnsRecord, found: DnsRecord): boolean {
  if (declared.type !== "TXT" || found.type !== "TXT") return false;
  return inOtherWords(declared.value, found.value);
}

function setOf({ type, name }: DnsRecord): string {
  return `${type} ${name}`;
}

/** The content to write so that a TXT record stays as it is found; `undefined` if it is what would be written anyway. */
export function contentAsFound({ declared, found }: Match): string | undefined {
  const { record } = declared;
  if (record.type !== "TXT" || found.record.type !== "TXT") return undefined;
  const stands = found.content ?? quoteTxt(found.record.value);
  return stands === quoteTxt(record.value) ? undefined : stands;
}
