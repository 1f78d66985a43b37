import { loosens, type Opening, openings } from "../../exchange/loosening";
import { type ExchangeKind, effective, objectFacts, type Value } from "../../exchange/objects";
import { titled } from "../../posture/facts/exchange-objects";
import type { ExchangeObjectPosture, TenantPosture } from "../../posture/model";
import { type Change, low, medium } from "./change";

/** An object before and after; one of them is there. */
interface Pair {
  readonly old?: ExchangeObjectPosture;
  readonly now?: ExchangeObjectPosture;
}

/** A change, and whether it lets more through than before. */
export interface ObjectChange extends Change {
  readonly loosens?: true;
  /** It is told with all that has to do with forwarding. */
  readonly elsewhere?: true;
}

/** What changes of policies, rules and settings of Exchange, in words of mail. */
export function objectChanges(before: TenantPosture, after: TenantPosture): readonly ObjectChange[] {
  return pairs(before, after).flatMap((pair): readonly ObjectChange[] => {
    const { old, now } = pair;
    if (!old && now) return [declared(now), ...loosenings(pair)];
    if (old && !now) return [gone(old)];
    return [...loosenings(pair), ...tightenings(pair), ...switched(pair), ...others(pair)];
  });
}

/** An object that was not there, or not managed. Members of role groups are said by what they get. */
function declared(now: ExchangeObjectPosture): ObjectChange {
  if (now.kind !== "role-group-member" && now.kind !== "role-group-members") {
    return low(`${capital(titled(now))} is declared`);
  }
  const { member, members = [], roleGroup, service } = now.values;
  const who = member ?? (Array.isArray(members) && members.length > 0 ? members.join(", ") : "nobody");
  const where = service === "purview" ? "Purview" : "Exchange";
  const others = member === undefined ? ", and nobody else" : "";
  return medium(
    `In role group ${String(roleGroup)} (${where}): ${String(who)}${others}`,
    "whoever is in it has its rights",
  );
}

/** What of changed objects nobody can judge, in words. */
export function unjudgedObjects(before: TenantPosture, after: TenantPosture): readonly string[] {
  return pairs(before, after).flatMap(({ old, now }) => {
    if (!now || (old && JSON.stringify(bare(old)) === JSON.stringify(bare(now)))) return [];
    const hidden = (now.unknown ?? []).filter((attribute) => loosens(now.kind, attribute));
    return [
      ...hidden.map((attribute) => `${attribute} of ${titled(now)} is known after apply`),
      ...(now.unread ?? []).map((words) => `of ${titled(now)}, ${words}`),
    ];
  });
}

/** Each object once, with itself on the other side: by its resource, since names change. */
function pairs(before: TenantPosture, after: TenantPosture): readonly Pair[] {
  const [from, to] = [before, after].map(
    ({ exchange }) => new Map((exchange?.objects ?? []).map((one) => [keyOf(one), one])),
  );
  const keys = [...new Set([...(from?.keys() ?? []), ...(to?.keys() ?? [])])];
  return keys.map((key) => {
    const [old, now] = [from?.get(key), to?.get(key)];
    return { ...(old ? { old } : {}), ...(now ? { now } : {}) };
  });
}

function keyOf({ kind, name, where }: ExchangeObjectPosture): string {
  return where.address ?? `${kind} ${name}`;
}

function bare({ where: _, ...object }: ExchangeObjectPosture): object {
  return object;
}

const openingsOf = (object: ExchangeObjectPosture | undefined) =>
  object ? openings(object.kind, object.values) : [];

/** What outbound policies say of forwarding is told with all that does. */
const ofForwarding = (object: ExchangeObjectPosture, attribute: string) =>
  object.kind === "hosted-outbound-spam-filter-policy" && attribute === "autoForwardingMode";

function loosenings({ old, now }: Pair): readonly ObjectChange[] {
  return notIn(openingsOf(now), openingsOf(old)).flatMap(({ attribute, words, risk }) => {
    if (!now) return [];
    return [
      {
        text: `${capital(words)} from now on`,
        risk,
        why: `${titled(now)}: ${attribute}`,
        loosens: true as const,
        ...(ofForwarding(now, attribute) ? { elsewhere: true as const } : {}),
      },
    ];
  });
}

function tightenings({ old, now }: Pair): readonly ObjectChange[] {
  return notIn(openingsOf(old), openingsOf(now)).flatMap(({ attribute, words }) =>
    !old || ofForwarding(old, attribute) ? [] : [low(`No longer: ${words}`)],
  );
}

/** A rule, policy or alert that is switched. */
function switched({ old, now }: Pair): readonly ObjectChange[] {
  if (!old || !now || isToldByOpenings(now)) return [];
  const [was, is] = [isOn(old), isOn(now)];
  if (was === is) return [];
  return is ? [low(`${capital(titled(now))} on`)] : [ended(old, `${capital(titled(now))} off`)];
}

/** What being off lets through is among its openings. */
const isToldByOpenings = (object: ExchangeObjectPosture) =>
  isPreset(object) || object.kind === "external-in-outlook";

const isPreset = ({ kind }: ExchangeObjectPosture) => kind.endsWith("protection-policy-rule");

function isOn({ kind, values }: ExchangeObjectPosture): boolean {
  const { enabled, mode } = effective(kind, values);
  return enabled !== false && (kind !== "transport-rule" || mode === undefined || mode === "Enforce");
}

const WHY_GONE = "what it did is done no longer, unless something else does it";

function gone(old: ExchangeObjectPosture): ObjectChange {
  const { singleton, builtIn = [] } = objectFacts(old.kind);
  const title = capital(titled(old));
  if (singleton || builtIn.includes(old.name)) {
    return medium(
      `No longer managed: ${titled(old)}`,
      "it stays as it is, and nobody sees when it is changed",
    );
  }
  return ended(old, `${title} removed`);
}

/** What gives people something, and guards against nothing. */
const GIVES: ReadonlySet<ExchangeKind> = new Set([
  "ome-branding-template",
  "quarantine-policy",
  "role-group",
  "role-group-member",
  "role-group-members",
  "sharing-policy",
]);

/** Of these, one that lets something through does nothing else. */
const GUARDS_OR_LETS: ReadonlySet<ExchangeKind> = new Set([
  "remote-domain",
  "tenant-allow-block-list-item",
  "transport-rule",
]);

/** An object that does no longer what it did. */
function ended(old: ExchangeObjectPosture, text: string): ObjectChange {
  const guards = !GIVES.has(old.kind) && !(GUARDS_OR_LETS.has(old.kind) && openingsOf(old).length > 0);
  return guards ? { ...medium(text, WHY_GONE), loosens: true } : low(text);
}

const WHY_MILDER_OF_MAIL = "less is kept from people than before";

/** What a milder value comes to, where it is no mail. */
const WHY_MILDER: Partial<Record<ExchangeKind, string>> = {
  "agent-risk-policy": "an agent that was taken over goes on acting",
  "default-app-management-policy": "what leaks of an application works for longer",
  "role-management-policy": "the role is taken more easily than before, or with fewer who notice",
};

/** Everything else that changes, as it is called, so that nothing passes in silence. */
function others({ old, now }: Pair): readonly ObjectChange[] {
  if (!old || !now) return [];
  // What stands on both sides was not told.
  const [had, has] = [openingsOf(old), openingsOf(now)];
  const said = new Set([...notIn(had, has), ...notIn(has, had)].map(({ attribute }) => attribute));
  const [was, is] = [effective(old.kind, old.values), effective(now.kind, now.values)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.flatMap((attribute): readonly ObjectChange[] => {
    const [from, to] = [was[attribute], is[attribute]];
    if (same(from, to) || isSwitch(now, attribute) || ofForwarding(now, attribute)) return [];
    // The one value or the other is told in words of mail.
    if (said.has(attribute)) return [];
    const text = `${capital(titled(now))}: ${attribute} ${shown(from)} → ${shown(to)}`;
    const reportsOnly = now.kind === "agent-risk-policy" && attribute === "state" && from === "enabled";
    return reportsOnly || milder(attribute, from, to)
      ? [{ ...medium(text, WHY_MILDER[now.kind] ?? WHY_MILDER_OF_MAIL), loosens: true as const }]
      : [low(text)];
  });
}

function notIn(all: readonly Opening[], others: readonly Opening[]): readonly Opening[] {
  const known = new Set(others.map(({ words }) => words));
  return all.filter(({ words }) => !known.has(words));
}

const isSwitch = (object: ExchangeObjectPosture, attribute: string) =>
  !isPreset(object) &&
  (attribute === "enabled" || (object.kind === "transport-rule" && attribute === "mode"));

/** What happens to mail, from the strictest on. */
const ACTIONS = [
  "Delete",
  "Reject",
  "Quarantine",
  "Redirect",
  "DynamicDelivery",
  "MoveToJmf",
  "BccMessage",
  "NoAction",
];

/** Numbers of which the greater, or the smaller, lets more through. */
const GREATER_IS_MILDER: ReadonlySet<string> = new Set([
  "activationMaximumMinutes",
  "assignmentMaximumDays",
  "bulkThreshold",
  "certificateLifetimeInDays",
  "eligibilityMaximumDays",
  "mailTipsLargeAudienceThreshold",
  "recipientLimitExternalPerHour",
  "recipientLimitInternalPerHour",
  "passwordLifetimeInDays",
  "recipientLimitPerDay",
  "symmetricKeyLifetimeInDays",
]);
const SMALLER_IS_MILDER: ReadonlySet<string> = new Set(["phishThresholdLevel", "quarantineRetentionPeriod"]);

/** Lists of what is kept out. */
const KEEPS_OUT =
  /^(?:blocked|fileTypes$|ipBlockList$|targeted(?:Users|Domains)ToProtect$|activationRequires$|assignmentRequires$|(?:activation|assignment|eligibility)AlertRecipients$|agentRiskLevels$|languageBlockList$|regionBlockList$|notifyUser$|(?:exchange|sharepoint|oneDrive|teams|endpointDlp)Location$|contentContainsSensitiveInformation$)/;

/** How long records are kept, the shortest first. */
const DURATIONS = [
  "ThreeMonths",
  "SixMonths",
  "NineMonths",
  "TwelveMonths",
  "ThreeYears",
  "FiveYears",
  "SevenYears",
  "TenYears",
];

/** Does the new value keep less from people than the old one? */
function milder(attribute: string, from: Value | undefined, to: Value | undefined): boolean {
  if (/Action$/.test(attribute)) {
    const [was, is] = [from, to].map((value) => ACTIONS.indexOf(String(value)));
    return was !== undefined && is !== undefined && was >= 0 && is > was;
  }
  if (attribute === "retentionDuration")
    return DURATIONS.indexOf(String(to)) < DURATIONS.indexOf(String(from));
  if (typeof from === "number" && typeof to === "number") {
    if (GREATER_IS_MILDER.has(attribute)) return to === 0 ? from > 0 : from > 0 && to > from;
    return SMALLER_IS_MILDER.has(attribute) && to < from;
  }
  if (typeof from === "boolean" || typeof to === "boolean") {
    return (
      from === true &&
      to !== true &&
      /^enable(?!OrganizationBranding|CustomNotification|UserEmail)|ProtectionEnabled$|ZapEnabled$|TipsEnabled$|^blockAccess$|^activationApprovalRequired$/.test(
        attribute,
      )
    );
  }
  if (!KEEPS_OUT.test(attribute)) return false;
  const left = new Set(Array.isArray(to) ? to : []);
  return (Array.isArray(from) ? from : []).some((member) => !left.has(member));
}

function same(one: Value | undefined, other: Value | undefined): boolean {
  const normal = (value: Value | undefined) =>
    Array.isArray(value) && value.length === 0 ? undefined : value;
  return JSON.stringify(normal(one)) === JSON.stringify(normal(other));
}

const MOST_MEMBERS = 5;

function shown(value: Value | undefined): string {
  if (value === undefined) return "not set";
  if (!Array.isArray(value)) return String(value);
  if (value.length === 0) return "nobody";
  const more = value.length - MOST_MEMBERS;
  return [...value.slice(0, MOST_MEMBERS), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What lets more through than before, in words. */
export function protectionLoosened(before: TenantPosture, after: TenantPosture): readonly string[] {
  return objectChanges(before, after).flatMap(({ text, loosens: more }) => (more ? [text] : []));
}
