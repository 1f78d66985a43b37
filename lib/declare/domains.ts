import { HOSTS, hostFaults } from "../../hosts/index";
import { type Conflict, recordConflicts } from "../domain/conflicts";
import type { DeclaredRecord, DomainDeclaration } from "../domain/declaration";
import { draftDeclaration } from "../domain/draft-declaration";
import { policyHostFaults } from "../domain/policy-hosts";
import type { Estate, EstateDomain, EstatePlace } from "../estate/model";
import type { Fault } from "../fault";
import { formatPlace, type LocatedFault } from "../located-fault";
import { hostedDomain } from "./hosted-domain";
import { withNeighbours } from "./neighbours";
import { inOrder } from "./problems";
import { keptRecords, RecordSetOwners } from "./record-sets";
import { ttlFaults } from "./ttl-range";

/** A domain of the estate with what it declares. */
export interface DeclaredDomain {
  readonly estate: EstateDomain;
  readonly declaration: DomainDeclaration;
  /** Records of others, for a host that keeps them in one set with ours. */
  readonly kept: readonly DeclaredRecord[];
}

/** What an estate's domains declare, or everything that is wrong with them. */
export type DeclaredDomains =
  | {
      readonly ok: true;
      readonly domains: readonly DeclaredDomain[];
      /** Those that were read besides, since answers to questions about the asked ones stand in them. */
      readonly around: readonly DeclaredDomain[];
    }
  | { readonly ok: false; readonly problems: readonly LocatedFault[] };

/**
 * What every domain of an estate declares. Beyond each domain's own faults, no two of them may write records that cannot
 * stand together, nor may an import name a record that is not there.
 * @param only names of the stacks to declare; other domains are read as far as they can get into their way.
 *   @default all
 */
export function declareDomains(estate: Estate, only?: ReadonlySet<string>): DeclaredDomains {
  const problems: LocatedFault[] = [];
  const domains: DeclaredDomain[] = [];
  const records: DeclaredRecord[] = [];
  const seen = new Set<string>();
  const sets = new RecordSetOwners();
  for (const owner of only ? withNeighbours(estate.domains, only) : estate.domains) {
    // Only what is left of a faulty estate can hold a domain twice, and that has been told.
    if (seen.has(owner.name)) continue;
    seen.add(owner.name);
    const { declaration, faults } = draftDeclaration(owner.options);
    problems.push(...faults.map((fault) => locate(fault, owner.source(fault.path ?? []))));
    if (!declaration) continue;
    // The records of sound parts are held against the others' even where another part has faults.
    const kept = keptRecords(owner);
    for (const record of [...declaration.records, ...kept.records]) records.push(record);
    const hosted = hostedDomain(owner, declaration, kept.records, faults.length === 0);
    const further = [
      ...kept.faults,
      ...policyHostFaults(declaration),
      ...ttlFaults(owner),
      ...hostFaults(hosted),
    ];
    if (HOSTS[owner.zone.host].hasRecordSets) {
      problems.push(...declaration.records.flatMap((record) => twoStacks(sets, owner, record)));
    }
    problems.push(...further.map((fault) => locate(fault, owner.source(fault.path ?? []))));
    domains.push({ estate: owner, declaration, kept: kept.records });
  }
  const flattened = new Set(
    domains.flatMap(({ estate: { zone } }) => (HOSTS[zone.host].flattensApex ? [zone.name] : [])),
  );
  const ownerOf = ownersOf(domains);
  for (const conflict of recordConflicts(records, flattened)) {
    // A record that somebody wrote down is easier to fix than one that follows from a profile.
    const places = conflict.records
      .flatMap((record) => ownerOf(record)?.source(record.path) ?? [])
      .sort((a, b) => Number(isDomain(a)) - Number(isDomain(b)));
    const [first] = places;
    const fault = apexAlias(conflict, ownerOf);
    if (first) problems.push(locate(elsewhere(fault, places), first));
  }
  if (problems.length > 0) return { ok: false, problems: inOrder(problems) };
  const asked = only ? domains.filter((domain) => only.has(domain.estate.name)) : domains;
  return {
    ok: true,
    domains: asked,
    around: domains.filter((domain) => only?.has(domain.estate.name) === false),
  };
}

type OwnerOf = (record: DeclaredRecord) => EstateDomain | undefined;

/** Whose record it is. Asked of conflicts only, so that it is found out for all records when there is the first. */
function ownersOf(domains: readonly DeclaredDomain[]): OwnerOf {
  let owners: Map<DeclaredRecord, EstateDomain> | undefined;
  return (record) => {
    owners ??= new Map(
      domains.flatMap(({ estate, declaration, kept }) =>
        [...declaration.records, ...kept].map((one) => [one, estate] as const),
      ),
    );
    return owners.get(record);
  };
}

/** An alias beside other data at the apex of a zone whose host does not flatten it: why not there. */
function apexAlias({ fault, records }: Conflict<DeclaredRecord>, ownerOf: OwnerOf): Fault {
  const alias = records.find(({ record }) => record.type === "CNAME");
  const zone = alias && ownerOf(alias)?.zone;
  if (!zone || alias.record.name !== zone.name || HOSTS[zone.host].flattensApex) return fault;
  return {
    ...fault,
    fix: `write A and AAAA records: ${HOSTS[zone.host].label} does not answer an alias at the apex of a zone with its target's addresses, as Cloudflare does`,
  };
}

/** Is the place a whole domain, because nothing in it says what follows from its profile? */
function isDomain({ path }: EstatePlace): boolean {
  return path.length <= 2;
}

/** A record whose record set another domain's stack holds already. */
function twoStacks(
  sets: RecordSetOwners,
  owner: EstateDomain,
  record: DeclaredRecord,
): readonly LocatedFault[] {
  const other = sets.claim(owner, record);
  if (!other) return [];
  const { name, type } = record.record;
  const places = [owner.source(record.path), other.owner.source(other.record.path)];
  const fault: Fault = {
    message: `the ${type} record set at ${name} would be in two stacks`,
    received: `${owner.name} and ${other.owner.name}`,
    expected: `all of a record set in one domain: at ${HOSTS[owner.zone.host].label} it is one thing`,
  };
  return places.slice(0, 1).map((place) => locate(elsewhere(fault, places), place));
}

/** The fault with the places of the other parties in its fix. */
function elsewhere(fault: Fault, places: readonly EstatePlace[]): Fault {
  const others = places.slice(1).map(formatPlace).filter(Boolean);
  if (others.length === 0) return fault;
  return { ...fault, fix: [fault.fix, `the other is at ${others.join(", ")}`].filter(Boolean).join("; ") };
}

function locate(fault: Fault, { path, ...place }: EstatePlace): LocatedFault {
  return { ...fault, ...place, path };
}
