import { isWithin, relativeTo } from "../../dns/name";
import { recordConflicts } from "../../domain/conflicts";
import type { DeclaredRecord } from "../../domain/declaration";
import { draftDeclaration } from "../../domain/draft-declaration";
import { formatFault } from "../../fault";
import type { ExtraRecordOptions, TenantOptions } from "../../options";
import type { AdoptedOptions } from "../adopted-options";
import type { FoundRecord, FoundZone, UndeclaredRecord } from "../found";
import { isMailRecord, isUnreadMail, mailNames } from "../mail-records";
import { keyFor, verbatim } from "../verbatim";
import { recognise } from "./domain";
import { simplest } from "./simplest";

/** A mail record that the estate does not declare, and stays as it is in the zone. */
export interface LeftAlone {
  readonly found: UndeclaredRecord;
  readonly why: string;
}

/** What a zone was taken for. */
export interface RecognisedZone {
  readonly zone: FoundZone;
  readonly options: AdoptedOptions;
  /** Its mail records that could not be declared. */
  readonly leftAlone: readonly LeftAlone[];
  /** How many of its records are none of mail. */
  readonly others: number;
  /** Roles that the options declare and the zone has not. */
  readonly absent: readonly string[];
  /** Authorisations of DMARC reports: which of them the estate declares hangs on all its domains. */
  readonly heldBack: readonly FoundRecord[];
  /** The same zone with further records as they stand. */
  withRecords(more: readonly FoundRecord[]): RecognisedZone;
}

/** What each mail domain of a zone is for; mail records that no option says are declared by `records`, as they stand. */
export function recogniseZone(zone: FoundZone, tenant: TenantOptions | undefined): RecognisedZone {
  const mail = new Set(zone.records.filter(({ record }) => isMailRecord(record, zone.name)));
  const isMail = (found: FoundRecord) => mail.has(found);
  const unread = zone.unread.filter((record) => isUnreadMail(record, zone.name));
  const left = new Set(zone.records);
  const declared: DeclaredRecord[] = [];
  let options: AdoptedOptions | undefined;
  const subdomains: Record<string, AdoptedOptions> = {};
  const absent: string[] = [];
  const names = mailNames(
    [...mail].map(({ record }) => record),
    zone.name,
  );
  for (const name of names) {
    const isSubdomain = name !== zone.name;
    const records = [...left].filter(({ record }) => isWithin(record.name, name));
    const found =
      records.some(isMail) || !isSubdomain
        ? recognise(name, records, { isMail, isSubdomain, tenant })
        : undefined;
    if (!found || (isSubdomain && found.matches.matches.length <= found.matches.absent.length)) continue;
    for (const { found: record } of found.matches.matches) left.delete(record);
    declared.push(...found.matches.matches.map(({ declared: record }) => record));
    const simple = simplest(name, found.options);
    const prefix = isSubdomain ? `${relativeTo(name, zone.name)}/` : "";
    absent.push(...found.matches.absent.map(({ rolePath }) => `${prefix}${rolePath}`));
    if (isSubdomain) subdomains[relativeTo(name, zone.name)] = simple;
    else options = simple;
  }
  const own = options ?? { profile: "parked" as const };
  const heldBack = [...left].filter(
    ({ record, obstacle }) => obstacle === undefined && AUTHORISATION.test(record.name),
  );
  for (const found of heldBack) left.delete(found);
  const isAny = heldBack.some(({ record }) => record.name === `*._report._dmarc.${zone.name}`);
  const named = { ...own, ...(isAny ? { reportAuthorization: "any" as const } : {}) };
  return withRecords([]);

  function withRecords(more: readonly FoundRecord[]): RecognisedZone {
    const { records, leftAlone: unsaid } = asTheyStand(
      zone,
      [...[...left].filter(isMail), ...more],
      declared,
    );
    const ttl = commonTtl([...mail].filter((found) => !unsaid.some((one) => one.found === found)));
    const leftAlone = [
      ...unsaid,
      ...unread.map((record) => ({ found: { record }, why: record.why ?? "its data cannot be read" })),
    ];
    return {
      zone,
      options: {
        ...named,
        ...(ttl === undefined ? {} : { ttl }),
        ...(Object.keys(records).length > 0 ? { records } : {}),
        ...(Object.keys(subdomains).length > 0 ? { subdomains } : {}),
      },
      leftAlone,
      others: [...left].filter((found) => !isMail(found)).length + zone.unread.length - unread.length,
      absent,
      heldBack,
      withRecords,
    };
  }
}

/** Where the reports of other domains are authorised (RFC 9990 §4). */
const AUTHORISATION = /\._report\._dmarc\./;

/** The records that `records` can say, each by itself and beside the others; of those that cannot stand together none. */
function asTheyStand(
  { name: domain }: FoundZone,
  left: readonly FoundRecord[],
  declared: readonly DeclaredRecord[],
): {
  readonly records: Readonly<Record<string, ExtraRecordOptions>>;
  readonly leftAlone: readonly LeftAlone[];
} {
  const leftAlone: LeftAlone[] = [];
  const written = new Map<FoundRecord, { readonly key: string; readonly option: ExtraRecordOptions }>();
  const taken = new Set<string>();
  const made: DeclaredRecord[] = [];
  const foundOf = new Map<DeclaredRecord, FoundRecord>();
  for (const found of left) {
    if (found.obstacle !== undefined) {
      leftAlone.push({ found, why: found.obstacle });
      continue;
    }
    const option = verbatim(found.record, domain);
    const key = keyFor(found.record, domain, taken);
    const draft = draftDeclaration({ domain, profile: "parked", records: { [key]: option } });
    const record = draft.declaration?.records.find(({ rolePath }) => rolePath === `Record-${key}`);
    if (!record || draft.faults.length > 0) {
      leftAlone.push({ found, why: draft.faults.map(formatFault).join("; ") || "it cannot be declared" });
      continue;
    }
    taken.add(key);
    written.set(found, { key, option });
    made.push(record);
    foundOf.set(record, found);
  }
  for (const { fault, records } of recordConflicts([...declared, ...made])) {
    for (const record of records) {
      const found = foundOf.get(record);
      if (!found || !written.delete(found)) continue;
      leftAlone.push({ found, why: formatFault(fault) });
    }
  }
  return {
    records: Object.fromEntries([...written.values()].map(({ key, option }) => [key, option])),
    leftAlone,
  };
}

/** The TTL that most of the records have; of two alike the shorter. */
function commonTtl(records: readonly FoundRecord[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { record } of records) counts.set(record.ttl, (counts.get(record.ttl) ?? 0) + 1);
  const [most] = [...counts].sort(([a, one], [b, other]) => other - one || a - b);
  return most?.[0];
}
