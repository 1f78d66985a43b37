import type { DnsName } from "../dns/name";
import { parseName } from "../dns/name";
import {
  attributesOf,
  EXCHANGE_KINDS,
  type ExchangeKind,
  objectFacts,
  TITLES,
  type Value,
  type Values,
} from "../exchange/objects";
import { isSameGroup } from "../identity/principals";
import type {
  PartReading,
  ReadObject,
  ReadPolicy,
  TenantPartName,
  TenantReading,
} from "../tenant-reading/reading";
import { byKindAndName, forwardingOf, nameOf } from "./facts/exchange-objects";
import type {
  ExchangeObjectPosture,
  ListedPart,
  PartNotRead,
  PolicyPosture,
  TenantPart,
  TenantPosture,
  Where,
} from "./model";
import { isKind } from "./tenant-parts";

/** What an estate calls the groups that rules ask for. */
export interface TenantGroups {
  readonly breakGlass?: string;
  readonly sspr?: string;
}

/** The posture of a tenant as it was read: each part whole, or not known and why. */
export function readPosture(reading: TenantReading, name: string, groups: TenantGroups = {}): TenantPosture {
  const at = (thing: string): Where => ({ address: `${name} ${thing}` });
  const objects = reading.objects
    .filter(({ kind }) => isRead(reading, kind))
    .filter((one) => decides(one, reading))
    .map((one) => objectPosture(one, at))
    .sort(byKindAndName);
  const breakGlass = groupId(reading, groups.breakGlass);
  const sspr = groupId(reading, groups.sspr);
  const lacks = lacksOf(reading);
  return {
    name,
    ...(isRead(reading, "conditional-access-policies")
      ? { policies: reading.policies.map((one) => policyPosture(one, reading, at)) }
      : {}),
    objects: reading.directory,
    ...(breakGlass === undefined ? {} : { breakGlass }),
    ...(sspr === undefined ? {} : { sspr }),
    exchange: {
      ...(isRead(reading, "dkim-signing")
        ? {
            signing: reading.signing.flatMap(({ domain, enabled, keySizes }) =>
              domainOf(domain).map((known) => ({
                domain: known,
                enabled,
                keySizes,
                where: at(`DKIM signing of ${known}`),
              })),
            ),
          }
        : {}),
      ...(isRead(reading, "inbound-connectors")
        ? {
            inboundConnectors: reading.inboundConnectors.map(({ id: _, ...one }) => ({
              ...one,
              where: at(`inbound connector ${one.name}`),
            })),
          }
        : {}),
      ...(isRead(reading, "outbound-connectors")
        ? {
            outboundConnectors: reading.outboundConnectors.map(({ id: _, ...one }) => ({
              ...one,
              where: at(`outbound connector ${one.name}`),
            })),
          }
        : {}),
      ...(isRead(reading, "hosted-outbound-spam-filter-policy") ? { forwarding: forwardingOf(objects) } : {}),
      objects,
    },
    whole: PARTS.filter((part) => notRead(part, reading).length === 0).sort(),
    notRead: PARTS.flatMap((part) => notRead(part, reading)).sort((a, b) => (a.part < b.part ? -1 : 1)),
    ...(isRead(reading, "accepted-domains")
      ? { mailDomains: reading.acceptedDomains.map((domain) => domain.name.toLowerCase()) }
      : {}),
    ...(lacks ? { lacks } : {}),
    where: { address: name },
  };
}

/** The posture of a tenant that could not be read at all. */
export function unreadPosture(name: string, why: string): TenantPosture {
  return {
    name,
    whole: [],
    notRead: [...PARTS].sort().map((part) => ({ part, why })),
    where: { address: name },
  };
}

/** What the parts beside objects are called in a reading. */
const READ_AS: Readonly<Partial<Record<TenantPart, TenantPartName>>> = {
  policies: "conditional-access-policies",
  signing: "dkim-signing",
  inboundConnectors: "inbound-connectors",
  outboundConnectors: "outbound-connectors",
  forwarding: "hosted-outbound-spam-filter-policy",
};

const PARTS: readonly TenantPart[] = [...(Object.keys(READ_AS) as ListedPart[]), ...EXCHANGE_KINDS];

function isRead({ parts }: TenantReading, part: TenantPartName): boolean {
  return partOf(parts, part).read;
}

/** A part that a reading says nothing of was not read: it may have been written by another version. */
function partOf(parts: TenantReading["parts"], part: TenantPartName): PartReading {
  const known: PartReading | undefined = Object.hasOwn(parts, part) ? parts[part] : undefined;
  return known ?? { read: false, why: { reason: "missing", words: "it was not asked for" } };
}

/** Of what every tenant has one, and that is made first all the same. */
const MADE_FIRST: ReadonlySet<string> = new Set<ExchangeKind>([
  "global-quarantine-policy",
  "ome-configuration",
  "report-submission-policy",
]);

function notRead(part: TenantPart, { parts, objects }: TenantReading): readonly PartNotRead[] {
  const read = partOf(parts, READ_AS[part] ?? (part as ExchangeKind));
  if (read.read) {
    // What every tenant has cannot be missing: an empty answer is none.
    const isEmpty =
      isKind(part) &&
      objectFacts(part).singleton === true &&
      !MADE_FIRST.has(part) &&
      !objects.some(({ kind }) => kind === part);
    return isEmpty
      ? [{ part, why: `the tenant shows nothing of ${TITLES[part]}, which every tenant has` }]
      : [];
  }
  const { reason, words, permission, licence } = read.why;
  const why = `${words}${permission === undefined ? "" : ` (needs ${permission})`}`;
  return [{ part, why, ...(reason === "licence" ? { licence: licence ?? words } : {}) }];
}

/** Of an expiry of passwords: does it decide over anybody? Federated domains have none, those below a root have the root's. */
function decides({ kind, name }: ReadObject, reading: TenantReading): boolean {
  if (kind !== "domain-password-policy" || !isRead(reading, "domains")) return true;
  const domain = reading.domains.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return !domain || (domain.isVerified && domain.isRoot && domain.authenticationType === "Managed");
}

/** What is not there is written out: to rules a value that is left out is one that nobody has said anything of. */
function objectPosture(
  { kind, name, values, unknown, builtIn }: ReadObject,
  at: (thing: string) => Where,
): ExchangeObjectPosture {
  const hidden = new Set(unknown);
  const filled: Record<string, Value> = {};
  const { singleton } = objectFacts(kind);
  for (const [attribute, { type, of, choices, default: usual }] of attributesOf(kind)) {
    if (Object.hasOwn(values, attribute) || hidden.has(attribute)) continue;
    if (of && !of.includes(name)) continue;
    // A tenant that never had the older settings has nothing to migrate.
    if (attribute === "migrationState") filled[attribute] = "migrationComplete";
    else if (type === "texts") filled[attribute] = [];
    // A switch is on or off, and what has a default has a value: one that shows none is not known.
    else if (type === "flag" || usual !== undefined || (choices && singleton)) hidden.add(attribute);
    else if (type === "text") filled[attribute] = "";
  }
  return {
    kind,
    name: calledIn(kind, name, values),
    values: sorted({ ...filled, ...values }),
    ...(hidden.size > 0 ? { unknown: [...hidden].sort() } : {}),
    ...(builtIn ? { builtIn } : {}),
    where: at(`${kind} ${name}`),
  };
}

/** As estates and plans call it: of what a tenant has one of, what administrators do; of entries, their value. */
function calledIn(kind: ExchangeKind, name: string, values: Values): string {
  const called = nameOf(kind, values);
  const { singleton, key } = objectFacts(kind);
  if (singleton && key === undefined) return called;
  return called === "" || called === TITLES[kind] ? name : called;
}

function sorted(values: Values): Values {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function policyPosture(
  { id, policy, unread }: ReadPolicy,
  reading: TenantReading,
  at: (thing: string) => Where,
): PolicyPosture {
  const unknown = restsOn({ policy }, reading);
  const said = Object.entries(unread).map(([path, value]) => `${path} is ${value}, which nobody here knows`);
  return {
    key: id,
    policy,
    ...(unknown.length > 0 ? { unknown } : {}),
    ...(said.length > 0 ? { unread: said } : {}),
    where: at(`Conditional Access policy ${policy.displayName}`),
  };
}

/** Places by which a policy is decided, and its strength, where these were not read. */
function restsOn({ policy }: Pick<ReadPolicy, "policy">, reading: TenantReading): readonly string[] {
  const { locations = {} } = policy.conditions;
  const named = [...(locations.includeLocations ?? []), ...(locations.excludeLocations ?? [])];
  const strength = policy.grantControls?.authenticationStrength?.id;
  return [
    ...(named.some((place) => place !== "All") && !isRead(reading, "named-locations")
      ? ["its locations were not read"]
      : []),
    ...(strength !== undefined && !isBuiltIn(strength) && !isRead(reading, "authentication-strengths")
      ? ["its authentication strength was not read"]
      : []),
  ];
}

/** Microsoft's own strengths have the same ids in every tenant. */
function isBuiltIn(strength: string): boolean {
  return /^00000000-0000-0000-0000-00000000000[2-4]$/.test(strength);
}

/** The id of a group by its name. Where no groups were read nobody knows it. */
function groupId({ parts, directory }: TenantReading, wanted: string | undefined): string | undefined {
  if (wanted === undefined || !partOf(parts, "groups").read) return undefined;
  return directory.groups?.find((one) => isSameGroup(one.name, wanted))?.id ?? wanted;
}

/** By service plan, what it gives. https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference */
const PLANS: Readonly<Record<NonNullable<TenantPosture["lacks"]>[number], readonly string[]>> = {
  "defender-p1": ["ATP_ENTERPRISE", "ATP_ENTERPRISE_GOV", "THREAT_INTELLIGENCE", "THREAT_INTELLIGENCE_GOV"],
  "defender-p2": ["THREAT_INTELLIGENCE", "THREAT_INTELLIGENCE_GOV"],
  e5: ["M365_ADVANCED_AUDITING"],
};

function lacksOf(reading: TenantReading): TenantPosture["lacks"] {
  if (!isRead(reading, "service-plans")) return undefined;
  const held = new Set(reading.servicePlans.map((plan) => plan.toUpperCase()));
  return (Object.keys(PLANS) as (keyof typeof PLANS)[]).filter(
    (need) => !PLANS[need].some((plan) => held.has(plan)),
  );
}

function domainOf(text: string): readonly DnsName[] {
  const read = parseName(text);
  return read.ok ? [read.value] : [];
}
