import { type DeclaredDomain, declareDomains } from "../declare/domains";
import { type DeclaredEstate, declareEstate } from "../declare/estate";
import { type DnsName, isWithin } from "../dns/name";
import { recordData } from "../dns/record";
import type { DeclaredRecord } from "../domain/declaration";
import type { EstateInput, SuppressionInput } from "../estate/input";
import { loadEstate } from "../estate/load";
import type { Estate } from "../estate/model";
import { formatFault } from "../fault";
import { formatLocatedFault, type LocatedFault } from "../located-fault";
import { isDmarc } from "../mail/dmarc/parse";
import { isSpf } from "../mail/spf/parse";
import { NEW_HOSTS_SINCE } from "../microsoft/added-before";
import { CLOUDS } from "../microsoft/clouds";
import type { AsFoundOptions, Cloud, Profile, TenantOptions } from "../options";
import { type Finding, isForbidding } from "../rules/finding";
import { judge } from "../rules/judge";
import { assemble, tenantName } from "./assemble";
import { type AdoptedFiles, filesInMemory, formatFiles } from "./files";
import type { FoundZone } from "./found";
import { type KeptRecords, keptBeside } from "./keep";
import { isMailRecord } from "./mail-records";
import { contentAsFound, FoundRecords, type Matches } from "./match";
import { type JudgeInput, type Mended, mend } from "./mend";
import { tenantTrace } from "./recognise/tenants";
import { type LeftAlone, type RecognisedZone, recogniseZone } from "./recognise/zone";

export interface AdoptOptions {
  /** Path of the estate file that is to be written. */
  readonly path: string;
  /** The tenant of domains whose records name none. */
  readonly tenant?: { readonly initialDomain: string; readonly cloud: Cloud };
}

/** What became of a zone. */
interface AdoptedZone {
  readonly name: DnsName;
  readonly profile: Profile;
  /** Records that the estate declares and Terraform takes over, or would if their ids were known. */
  readonly declared: number;
  /** Of these, those that an option other than `records` says. */
  readonly recognised: number;
  /** Declared by the profile, and not in the zone: not published until somebody says so. */
  readonly absent: readonly string[];
  /** Declared in the form that they have in the zone, or with a TTL of their own. */
  readonly forms: number;
  /** Mail records that the estate does not declare. */
  readonly leftAlone: readonly LeftAlone[];
  /** Records that are none of mail. */
  readonly others: number;
}

/** An estate that declares what zones hold. */
export interface Adoption {
  readonly files: AdoptedFiles;
  readonly zones: readonly AdoptedZone[];
  /** Zones that could not be declared at all. */
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
  /** What the rules find in what stands, the worst first. */
  readonly findings: readonly Finding[];
  /** The same files with changes that mend some of it. Absent: no change is known that does. */
  readonly mends?: Mends;
}

/** Changes to the estate that mend what the rules find. */
export interface Mends extends Pick<Mended, "mended" | "changes"> {
  /** All files of the estate, those that stay as they are among them. */
  readonly files: AdoptedFiles;
}

export type Adopted =
  | { readonly ok: true; readonly adoption: Adoption }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Makes an estate of zones, by which nothing in them changes: what it declares is what they hold. */
export function adopt(zones: readonly FoundZone[], options: AdoptOptions): Adopted {
  const twins = sameNames(zones);
  if (twins.length > 0) return { ok: false, problems: twins };
  const tenants = tenantsOf(zones, options);
  if (!tenants.ok) return tenants;
  const answered = zones.map((zone) => withoutTwins(answeredElsewhere(zone, zones)));
  let recognised = answered.map((zone) => recogniseZone(zone, tenants.value.get(zone.name)));
  const leftOut: { name: string; why: string }[] = [];
  for (;;) {
    const drafted = draft(recognised, options.path);
    if (drafted.ok) return finish(drafted, leftOut, options.path);
    // What an option says of one domain alone has been tried: what is left is between domains, or the host's to refuse.
    const faulty = new Map<string, string>();
    for (const problem of drafted.problems) {
      const [section, name] = problem.path ?? [];
      if (section === "domains" && typeof name === "string" && !faulty.has(name))
        faulty.set(name, formatFault(problem));
    }
    if (faulty.size === 0) return { ok: false, problems: drafted.problems.map(formatLocatedFault) };
    leftOut.push(...[...faulty].map(([name, why]) => ({ name, why })));
    recognised = recognised.filter(({ zone }) => !faulty.has(zone.name));
    if (recognised.length === 0)
      return { ok: true, adoption: { files: {}, zones: [], leftOut, findings: [] } };
  }
}

interface Draft {
  readonly input: EstateInput;
  readonly recognised: readonly RecognisedZone[];
  readonly domains: readonly {
    readonly declared: DeclaredDomain;
    readonly zone: RecognisedZone;
    readonly matches: Matches;
  }[];
}

type Drafted =
  | ({ readonly ok: true } & Draft)
  | { readonly ok: false; readonly problems: readonly LocatedFault[] };

/** The estate as it is declared by itself, held against the zones. */
function draft(recognised: readonly RecognisedZone[], path: string): Drafted {
  const first = declared(recognised, path);
  if (!first.ok) return first;
  const missing = first.domains.flatMap(({ zone, matches }) => {
    const held = zone.heldBack.filter((found) => !matches.matches.some((one) => one.found === found));
    return held.length > 0 ? [[zone, held] as const] : [];
  });
  if (missing.length === 0) return withKept(first, path);
  // Authorisations of reports that no domain of the estate sends: other people's.
  const byZone = new Map(missing);
  const second = declared(
    recognised.map((zone) => zone.withRecords(byZone.get(zone) ?? [])),
    path,
  );
  return second.ok ? withKept(second, path) : second;
}

/** With the records of others in sets that the domains write; a set that cannot be written whole is nobody's to write. */
function withKept(drafted: { readonly ok: true } & Draft, path: string): Drafted {
  const kept = drafted.domains.map(({ zone, matches }) => ({
    zone,
    ...keptBeside(zone.zone, matches.matches),
  }));
  const problems = kept.flatMap(({ zone: { zone }, lost: [first] }): LocatedFault[] =>
    first
      ? [
          {
            path: ["domains", zone.name],
            message: `a record of the set ${first.name} ${first.type} cannot be written, and its host has all of a set written at once`,
            ...(first.why === undefined ? {} : { received: first.why }),
          },
        ]
      : [],
  );
  if (problems.length > 0) return { ok: false, problems };
  if (kept.every(({ keep }) => Object.keys(keep).length === 0)) return drafted;
  return declared(drafted.recognised, path, new Map(kept.map(({ zone, keep }) => [zone.zone.name, keep])));
}

function declared(
  recognised: readonly RecognisedZone[],
  path: string,
  keeps: ReadonlyMap<DnsName, KeptRecords["keep"]> = new Map(),
): Drafted {
  const input = assemble(
    recognised.map(({ zone, options }) => ({ zone, options, keep: keeps.get(zone.name) ?? {} })),
  );
  const asFound = Object.fromEntries(
    recognised.flatMap(({ zone, absent }) =>
      absent.length > 0 ? [[zone.name, sortedObject(absent.map((role) => [role, "absent"] as const))]] : [],
    ),
  );
  const loaded = loadEstate(path, filesInMemory(formatFiles(path, { ...input, asFound })));
  if (!loaded.ok) return { ok: false, problems: loaded.problems };
  const made = declareDomains(loaded.estate);
  if (!made.ok) return { ok: false, problems: made.problems };
  const byName = new Map(recognised.map((zone) => [String(zone.zone.name), zone]));
  const domains = made.domains.flatMap((domain) => {
    const zone = byName.get(domain.estate.name);
    if (!zone) return [];
    const matches = new FoundRecords(zone.zone.records).match(domain.declaration.records);
    return [{ declared: domain, zone, matches }];
  });
  return { ok: true, input, recognised, domains };
}

/** Adds what is not yet as declared, ids, and what the rules may not stop; the outcome is read once more. */
function finish({ input, domains }: Draft, leftOut: Adoption["leftOut"], path: string): Adopted {
  const imports: Record<string, Record<string, string>> = {};
  const found: Record<string, Record<string, AsFoundOptions>> = {};
  for (const { declared: domain, zone, matches } of domains) {
    const { name } = domain.estate;
    const ids = matches.matches.flatMap(({ declared: { rolePath }, found: { id } }) =>
      id === undefined ? [] : [[rolePath, id] as const],
    );
    if (ids.length > 0) imports[name] = sortedObject(ids);
    const roles = [
      ...[...zone.absent, ...matches.absent.map(({ rolePath }) => rolePath)].map(
        (role) => [role, "absent"] as const,
      ),
      ...matches.matches.flatMap((match) => {
        const one = asItStands(match);
        return one ? [[match.declared.rolePath, one] as const] : [];
      }),
    ];
    if (roles.length > 0) found[name] = sortedObject(roles);
  }
  const whole = { ...input, imports, asFound: found };
  const opened = open(path, whole);
  if (!opened.ok) return opened;
  const judged = judge(opened.estate, opened.made);
  if (!judged.ok) return { ok: false, problems: judged.problems.map(formatLocatedFault) };
  const suppress = suppressions(judged.findings.filter(isForbidding));
  const files = formatFiles(path, {
    ...whole,
    ...(suppress.length > 0 ? { rules: { suppress } } : {}),
  });
  const differing = differences(opened.made.domains, domains);
  if (differing.length > 0) return { ok: false, problems: differing };
  const undeclared = domains.filter(({ zone }) => zone.leftAlone.length > 0);
  const untouched = new Set(undeclared.map(({ zone: { zone } }) => String(zone.name)));
  const mends = mendsOf(path, whole, judged.findings, untouched);
  return {
    ok: true,
    adoption: {
      files,
      ...(mends ? { mends } : {}),
      zones: domains.map(({ declared: domain, zone, matches }) => ({
        name: domain.estate.name,
        profile: domain.estate.options.profile,
        declared: matches.matches.length,
        recognised: matches.matches.filter(({ declared: { role } }) => !role.startsWith("Record-")).length,
        absent: [...zone.absent, ...matches.absent.map(({ rolePath }) => rolePath)].sort(),
        forms: matches.matches.filter((match) => asItStands(match) !== undefined).length,
        leftAlone: zone.leftAlone,
        others: zone.others,
      })),
      leftOut,
      findings: judged.findings,
    },
  };
}

/** The estate once more with changes that mend it, which the rules have been held against. */
function mendsOf(
  path: string,
  input: EstateInput,
  before: readonly Finding[],
  untouched: ReadonlySet<string>,
): Mends | undefined {
  const judgeInput: JudgeInput = (tried) => {
    const loaded = loadEstate(path, filesInMemory(formatFiles(path, tried)));
    if (!loaded.ok) return { ok: false, faulty: domainsOf(loaded.problems) };
    const declared = declareEstate(loaded.estate);
    if (!declared.ok) return { ok: false, faulty: domainsOf(declared.problems) };
    const judged = judge(loaded.estate, declared);
    return judged.ok ? judged : { ok: false, faulty: domainsOf(judged.problems) };
  };
  const mended = mend(input, before, judgeInput, untouched);
  const left = mended && judgeInput(mended.input);
  if (!mended || !left?.ok) return undefined;
  const suppress = suppressions(left.findings.filter(isForbidding));
  return {
    files: formatFiles(path, {
      ...mended.input,
      ...(suppress.length > 0 ? { rules: { suppress } } : {}),
    }),
    mended: mended.mended,
    changes: mended.changes,
  };
}

/** The domains that problems are of, as the estate's sections name them. */
function domainsOf(problems: readonly LocatedFault[]): ReadonlySet<string> {
  return new Set(problems.flatMap(({ path: [, name] = [] }) => (typeof name === "string" ? [name] : [])));
}

function sortedObject<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function asItStands(match: Matches["matches"][number]): AsFoundOptions | undefined {
  const content = contentAsFound(match);
  const { ttl } = match.found.record;
  const own = {
    ...(ttl === match.declared.record.ttl ? {} : { ttl }),
    ...(content === undefined ? {} : { content }),
  };
  return Object.keys(own).length > 0 ? own : undefined;
}

function open(
  path: string,
  input: EstateInput,
):
  | {
      readonly ok: true;
      readonly estate: Estate;
      readonly made: Extract<DeclaredEstate, { readonly ok: true }>;
    }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const loaded = loadEstate(path, filesInMemory(formatFiles(path, input)));
  if (!loaded.ok) return { ok: false, problems: loaded.problems.map(formatLocatedFault) };
  const made = declareEstate(loaded.estate);
  if (!made.ok) return { ok: false, problems: made.problems.map(formatLocatedFault) };
  return { ok: true, estate: loaded.estate, made };
}

/** Every record that the estate declares in the end has to be one of the zone, octet by octet. */
function differences(made: readonly DeclaredDomain[], domains: Draft["domains"]): readonly string[] {
  const zones = new Map(domains.map(({ zone }) => [String(zone.zone.name), zone.zone]));
  return made.flatMap(({ estate, declaration }) => {
    const records = zones.get(estate.name)?.records ?? [];
    const lines = new Set(records.map(({ record }) => lineOf(record)));
    return declaration.records
      .filter(({ record }) => !lines.has(lineOf(record)))
      .map(
        ({ rolePath, record }) =>
          `${estate.name}: ${rolePath} would be ${lineOf(record)}, which is not in the zone`,
      );
  });
}

function lineOf(record: DeclaredRecord["record"]): string {
  return `${record.name} ${record.ttl} ${record.type} ${recordData(record)}`;
}

const REASON = "As found in the zone at adoption.";

function suppressions(findings: readonly Finding[]): readonly SuppressionInput[] {
  const subjects = new Map<string, Set<string>>();
  for (const { rule, subject } of findings) {
    const there = subjects.get(rule) ?? new Set();
    subjects.set(rule, there.add(subject));
  }
  return [...subjects]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, names]) => ({ rule, reason: REASON, domains: [...names].sort() }));
}

function sameNames(zones: readonly FoundZone[]): readonly string[] {
  const byName = new Map<string, FoundZone[]>();
  for (const zone of zones) byName.set(zone.name, [...(byName.get(zone.name) ?? []), zone]);
  return [...byName].flatMap(([name, all]) => {
    if (all.length < 2) return [];
    const ids = all.map(({ host }) => placeOf(host)).join(" and ");
    return [`${name}: ${all.length} zones have this name (${ids}); ${meant(all)}`];
  });
}

function placeOf(host: FoundZone["host"]): string {
  if (host.kind === "azure") return `resource group ${host.resourceGroup}`;
  return host.kind === "cloudflare" ? (host.zoneId ?? "for Cloudflare, without an id") : "for Route 53";
}

/** How to tell zones of one name apart: only Cloudflare's have ids that --zone takes. */
function meant(zones: readonly FoundZone[]): string {
  const ids = zones.map(({ host }) => (host.kind === "cloudflare" ? host.zoneId : undefined));
  return ids.every((id) => id !== undefined) && new Set(ids).size === ids.length
    ? "say which is meant, by --account or --zone"
    : "read one of them: leave out the file of the other, or take its records out of the file";
}

/** Names below a delegation, or in another zone that is adopted, are not answered from here. */
function answeredElsewhere(zone: FoundZone, zones: readonly FoundZone[]): FoundZone {
  const others = zones
    .map(({ name }) => name)
    .filter((name) => name !== zone.name && isWithin(name, zone.name));
  const cuts = new Set(
    zone.records.flatMap(({ record }) =>
      record.type === "NS" && record.name !== zone.name ? [record.name] : [],
    ),
  );
  if (others.length === 0 && cuts.size === 0) return zone;
  const records = zone.records.map((found) => {
    const { record } = found;
    const other = others.find((name) => isWithin(record.name, name));
    const cut = [...cuts].find((name) => isWithin(record.name, name));
    const isCut =
      cut !== undefined && !(record.name === cut && (record.type === "NS" || record.type === "DS"));
    if (found.obstacle !== undefined || (!isCut && (other === undefined || record.type === "NS")))
      return found;
    const obstacle = isCut
      ? `NS records at ${cut} hand the name to other servers`
      : `the zone ${other} answers for the name`;
    return { ...found, obstacle };
  });
  return { ...zone, records };
}

/** Of two SPF or DMARC records at one name receivers have none: which is to stay, the estate does not decide. */
function withoutTwins(zone: FoundZone): FoundZone {
  const kindOf = ({ record, obstacle }: FoundZone["records"][number]) => {
    if (record.type !== "TXT" || obstacle !== undefined) return undefined;
    if (isSpf(record.value)) return `SPF records at ${record.name}`;
    const isPolicy = record.name.startsWith("_dmarc.") && isDmarc(record.value);
    return isPolicy ? `DMARC records at ${record.name}` : undefined;
  };
  const counts = new Map<string, number>();
  for (const found of zone.records) {
    const kind = kindOf(found);
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const records = zone.records.map((found) => {
    const kind = kindOf(found);
    const count = kind === undefined ? 0 : (counts.get(kind) ?? 0);
    return count < 2 ? found : { ...found, obstacle: `${count} ${kind}: receivers then have none; keep one` };
  });
  return { ...zone, records };
}

type Tenants =
  | { readonly ok: true; readonly value: ReadonlyMap<DnsName, TenantOptions> }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The tenant of each zone whose mail is Microsoft's: as its records say, else as is given, else the only one of its cloud. */
function tenantsOf(zones: readonly FoundZone[], { tenant: given }: AdoptOptions): Tenants {
  const traces = zones.flatMap((zone) => {
    const mail = zone.records
      .filter(({ record }) => isMailRecord(record, zone.name))
      .map(({ record }) => record);
    const trace = tenantTrace(mail);
    return trace ? [{ zone: zone.name, trace }] : [];
  });
  const known = new Map(
    traces.flatMap(({ trace: { initialDomain, cloud } }) =>
      initialDomain === undefined ? [] : [[initialDomain, cloud] as const],
    ),
  );
  const fallbackOf = (cloud: Cloud) => {
    if (given) return given.initialDomain;
    const alike = [...known].filter(([, other]) => other === cloud);
    return alike.length === 1 ? alike[0]?.[0] : undefined;
  };
  const unknown = traces.filter(
    ({ trace: { initialDomain, cloud } }) => (initialDomain ?? fallbackOf(cloud)) === undefined,
  );
  if (unknown.length > 0) {
    return {
      ok: false,
      problems: [
        `${unknown.map(({ zone }) => zone).join(", ")}: mail is at Microsoft 365, and no record names the tenant; give its first domain, such as --tenant contoso.onmicrosoft.com`,
      ],
    };
  }
  const tenants = new Map<DnsName, TenantOptions>();
  for (const { zone, trace } of traces) {
    const initialDomain = trace.initialDomain ?? fallbackOf(trace.cloud) ?? "";
    const cloud =
      given?.initialDomain === initialDomain ? given.cloud : (known.get(initialDomain) ?? trace.cloud);
    tenants.set(zone, {
      name: tenantName({ initialDomain }),
      initialDomain,
      cloud,
      ...(CLOUDS[cloud].partitions ? { domainsAddedBefore: NEW_HOSTS_SINCE } : {}),
    });
  }
  return { ok: true, value: tenants };
}
