import type { DeclaredDomain } from "../declare/domains";
import type { DeclaredRecord } from "../domain/declaration";
import type { FoundRecord, FoundZone, UndeclaredRecord } from "./found";
import { isMailRecord, isUnreadMail } from "./mail-records";
import { FoundRecords } from "./match";

/** What zones hold now of what an estate declares. */
export interface FoundAgain {
  /** Domains of the estate whose zones were read from a source that tells ids. Of the others nothing is known anew. */
  readonly looked: ReadonlySet<string>;
  /** Ids by domain and role, of records that are as they are declared or take the place of one. */
  readonly imports: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Records that the zone has with other data than declared. */
  readonly differing: readonly { readonly declared: DeclaredRecord; readonly found: FoundRecord }[];
  /** Declared, and not in the zone. */
  readonly missing: readonly DeclaredRecord[];
  /** Mail records of the zones that no domain declares. */
  readonly undeclared: readonly { readonly zone: FoundZone; readonly found: UndeclaredRecord }[];
  /** Zones of no domain of the estate. */
  readonly unknown: readonly FoundZone[];
}

/** Holds an estate that is there already against zones as they are now. */
export function findAgain(domains: readonly DeclaredDomain[], zones: readonly FoundZone[]): FoundAgain {
  const looked = new Set<string>();
  const imports: Record<string, Record<string, string>> = {};
  const differing: { declared: DeclaredRecord; found: FoundRecord }[] = [];
  const missing: DeclaredRecord[] = [];
  const undeclared: { zone: FoundZone; found: UndeclaredRecord }[] = [];
  const unknown: FoundZone[] = [];
  for (const zone of zones) {
    const own = domains.filter(({ estate }) => isSameZone(zone, estate.zone));
    if (own.length === 0) {
      unknown.push(zone);
      continue;
    }
    const records = new FoundRecords(zone.records);
    const left = new Set(zone.records);
    for (const { estate, declaration } of own) {
      if (tellsIds(zone)) looked.add(estate.name);
      const { matches, absent } = records.match(declaration.records);
      const ids: [string, string][] = [];
      const take = ({ rolePath }: DeclaredRecord, found: FoundRecord) => {
        left.delete(found);
        if (found.id !== undefined) ids.push([rolePath, found.id]);
      };
      for (const { declared, found } of matches) take(declared, found);
      for (const declared of absent) {
        const inPlace = [...left].filter((found) => takesPlaceOf(found, declared));
        const [only] = inPlace;
        if (only && inPlace.length === 1) {
          take(declared, only);
          differing.push({ declared, found: only });
        } else missing.push(declared);
      }
      if (ids.length > 0) imports[estate.name] = Object.fromEntries(ids.sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    for (const found of left) if (isMailRecord(found.record, zone.name)) undeclared.push({ zone, found });
    for (const record of zone.unread)
      if (isUnreadMail(record, zone.name)) undeclared.push({ zone, found: { record } });
  }
  return { looked, imports, differing, missing, undeclared, unknown };
}

/** A zone without records tells that there are none to take over, where its host tells of ids at all. */
function tellsIds({ host, records }: FoundZone): boolean {
  return (
    (host.kind === "cloudflare" && host.zoneId !== undefined) || records.some(({ id }) => id !== undefined)
  );
}

/** The ids by which records are taken over from now on: those found anew, and of domains that nobody looked at those of before. */
export function importsAgain(
  domains: readonly DeclaredDomain[],
  { looked, imports }: Pick<FoundAgain, "looked" | "imports">,
): FoundAgain["imports"] {
  return Object.fromEntries(
    domains.flatMap(({ estate: { name, import: before } }) => {
      const ids = looked.has(name) ? (imports[name] ?? {}) : before;
      return Object.keys(ids).length > 0 ? [[name, ids] as const] : [];
    }),
  );
}

function isSameZone({ name, host }: FoundZone, choice: DeclaredDomain["estate"]["zone"]): boolean {
  if (host.kind === "cloudflare" && choice.host === "cloudflare" && choice.source.by === "id")
    return host.zoneId === undefined ? choice.name === name : choice.source.id === host.zoneId;
  return choice.name === name && choice.host === host.kind;
}

/** At one name and type, and of texts with the same first word: `v=spf1`, `v=DMARC1;`. */
function takesPlaceOf({ record, obstacle }: FoundRecord, { record: declared }: DeclaredRecord): boolean {
  if (obstacle !== undefined || record.name !== declared.name || record.type !== declared.type) return false;
  return record.type !== "TXT" || declared.type !== "TXT" || head(record.value) === head(declared.value);
}

function head(text: string): string {
  return (/^\s*[^\s;]*/.exec(text)?.[0] ?? "").toLowerCase();
}
