import { canonicalId, type TenantObjects } from "../identity/coverage";
import { isSameGroup } from "../identity/principals";
import { byKindAndName, forwardingOf } from "../posture/facts/exchange-objects";
import type {
  ExchangeObjectPosture,
  ExchangePosture,
  PolicyPosture,
  SigningPosture,
  TenantPosture,
} from "../posture/model";
import type { ReviewContext } from "./context";
import { directoryObjects } from "./directory-objects";
import type { ResourceFact } from "./resources/resource-fact";
import { unreadWords } from "./resources/unread";
import type { Contribution, SideName } from "./side";

type Kind = ResourceFact["kind"];

/** Which kinds of facts each tenant has in its plans, on either side: of the others nothing is known. */
export type Kinds = ReadonlyMap<string, ReadonlySet<Kind>>;

/** Groups and users concern sign-ins where policies, or the estate, name them. */
const DIRECTORY: readonly Kind[] = ["group", "group member", "hidden member", "user"];

const ABOUT_SIGN_INS: readonly Kind[] = ["policy", "named location", "authentication strength", ...DIRECTORY];

const TENANT_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  ...ABOUT_SIGN_INS,
  "dkim keys",
  "dkim signing",
  "inbound connector",
  "outbound connector",
  "forwarding",
  "accepted domain",
  "exchange object",
]);

/** The tenant that something belongs to: the estate's, else one that is known by its stack. */
export function tenantOf(
  { change: { stack }, fact }: Contribution,
  context: ReviewContext,
): string | undefined {
  if (!TENANT_KINDS.has(fact.kind)) return undefined;
  const byDomain = "domain" in fact ? context.domains.get(fact.domain)?.tenant : undefined;
  return byDomain ?? context.tenantOf(stack) ?? stack.replace(/^(?:tenant|exchange)-/, "");
}

export function kindsOf(
  sides: Readonly<Record<SideName, readonly Contribution[]>>,
  context: ReviewContext,
  base: ReviewContext = context,
): Kinds {
  const kinds = new Map<string, Set<Kind>>();
  for (const one of [...sides.before, ...sides.after]) {
    const tenant = tenantOf(one, context);
    if (tenant !== undefined) kinds.set(tenant, (kinds.get(tenant) ?? new Set()).add(one.fact.kind));
  }
  for (const [tenant, here] of kinds) {
    const isConcerned =
      context.breakGlass(tenant) !== undefined ||
      context.sspr(tenant) !== undefined ||
      context.groups(tenant).length > 0;
    if (!isConcerned && [...here].every((kind) => DIRECTORY.includes(kind))) kinds.delete(tenant);
  }
  // No plan shows security defaults: what the estate says of them may be all that changes.
  for (const tenant of [...base.tenants, ...context.tenants]) {
    const isSwitched = base.securityDefaults(tenant) !== context.securityDefaults(tenant);
    if (isSwitched && !kinds.has(tenant)) kinds.set(tenant, new Set());
  }
  return kinds;
}

/** The tenants that plans concern, as they are on one side. */
export function tenantPostures(
  sides: Sides,
  side: SideName,
  context: ReviewContext,
  kinds: Kinds,
  base: ReviewContext = context,
): readonly TenantPosture[] {
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kindsHere]) => tenantPosture(name, kindsHere, sides, side, context, base));
}

type Sides = Readonly<Record<SideName, readonly Contribution[]>>;

function tenantPosture(
  name: string,
  kindsHere: ReadonlySet<Kind>,
  sides: Sides,
  side: SideName,
  context: ReviewContext,
  base: ReviewContext,
): TenantPosture {
  const of = (which: SideName) => sides[which].filter((one) => tenantOf(one, context) === name);
  const [own, others] = [of(side), of(side === "before" ? "after" : "before")];
  const facts = own.map(({ fact }) => fact);
  const names = [...others, ...own].flatMap(({ names: known }) => known.directory);
  const { objects, unknown } = directoryObjects(
    facts,
    others.map(({ fact }) => fact),
    names,
    side === "after",
  );
  // A group is known by its id, since it may have another name on the other side.
  const groupOf = (wanted: string | undefined) =>
    wanted === undefined
      ? undefined
      : ([...own, ...others]
          .flatMap(({ fact }) => (fact.kind === "group" ? [fact.group] : []))
          .find((group) => isSameGroup(group.name, wanted))?.id ??
        names.find((one) => isSameGroup(one.name, wanted))?.id ??
        wanted);
  const [breakGlass, sspr] = [groupOf(context.breakGlass(name)), groupOf(context.sspr(name))];
  const namedGroups = context.groups(name).flatMap((group) => groupOf(group) ?? []);
  const hidden = [
    ...facts.flatMap((fact) =>
      fact.kind === "hidden member" && fact.group === undefined
        ? [`${fact.where.address ?? "a membership"}: the plan does not show of which group`]
        : [],
    ),
    ...[breakGlass, sspr, ...(kindsHere.has("policy") ? [] : namedGroups)].flatMap((id) => {
      const why = id === undefined ? undefined : unknown.get(canonicalId(id));
      return why ? [`the group "${names.find((one) => one.id === id)?.name ?? id}": ${why.join(", ")}`] : [];
    }),
  ];
  const disabledUsers = facts.flatMap((fact) =>
    fact.kind === "user" && fact.disabled ? [fact.user.id] : [],
  );
  const accounts = facts.flatMap((fact) => (fact.kind === "user" ? [fact.user.id] : []));
  const exchange = exchangeOf(facts, kindsHere);
  const securityDefaults = (side === "before" ? base : context).securityDefaults(name);
  // With security defaults on there is no policy that is on, whether plans show policies or not.
  const hasDefaults = base.securityDefaults(name) || context.securityDefaults(name);
  return {
    name,
    ...(kindsHere.has("policy") || hasDefaults
      ? {
          policies: own.flatMap(({ fact, change }): readonly PolicyPosture[] => {
            if (fact.kind !== "policy") return [];
            const policy = withUnknown(fact, objects, unknown);
            return [change.action === "replace" ? { ...policy, replaced: true } : policy];
          }),
        }
      : {}),
    ...(hasDefaults || ABOUT_SIGN_INS.some((kind) => kindsHere.has(kind))
      ? { objects: { ...objects, ...(securityDefaults ? { securityDefaults } : {}) } }
      : {}),
    ...(breakGlass === undefined ? {} : { breakGlass }),
    ...(sspr === undefined ? {} : { sspr }),
    ...(namedGroups.length > 0 ? { namedGroups } : {}),
    ...(hidden.length > 0 ? { unknown: [...new Set(hidden)] } : {}),
    ...(disabledUsers.length > 0 ? { disabledUsers } : {}),
    ...(accounts.length > 0 ? { accounts } : {}),
    ...(Object.keys(exchange).length > 0 ? { exchange } : {}),
    where: context.whereOf(name),
  };
}

/** A policy, and of what it rests on what the plans do not show. */
function withUnknown(
  { key, policy, unknown = [], unread = [], where }: PolicyPosture,
  { namedLocations = [], strengths = [] }: TenantObjects,
  hidden: ReadonlyMap<string, readonly string[]>,
): PolicyPosture {
  const { users = {}, locations = {} } = policy.conditions;
  const named = [
    ...[
      users.includeGroups,
      users.excludeGroups,
      locations.includeLocations,
      locations.excludeLocations,
    ].flat(),
    policy.grantControls?.authenticationStrength?.id,
  ].flatMap((id) => (id === undefined ? [] : [canonicalId(id)]));
  // Which locations are trusted is part of what is hidden.
  const places = new Set(namedLocations.map(({ id }) => canonicalId(id)));
  const asked = named.includes("alltrusted")
    ? [...named, ...[...hidden.keys()].filter((id) => !places.has(id))]
    : named;
  const why = [...new Set([...unknown, ...asked.flatMap((id) => hidden.get(id) ?? [])])];
  const namesTrusted = named.includes("alltrusted");
  const below = [...namedLocations, ...strengths].flatMap((one) => {
    const isNamed = named.includes(canonicalId(one.id)) || (namesTrusted && "trusted" in one && one.trusted);
    return isNamed ? unreadWords(one.unread).map((words) => `of ${one.name}, ${words}`) : [];
  });
  const read = [...unread, ...below];
  return {
    key,
    policy,
    ...(why.length > 0 ? { unknown: why } : {}),
    ...(read.length > 0 ? { unread: read } : {}),
    where,
  };
}

function exchangeOf(facts: readonly ResourceFact[], kinds: ReadonlySet<Kind>): ExchangePosture {
  const ofKind = <K extends Kind>(kind: K) => {
    const is = (fact: ResourceFact): fact is Extract<ResourceFact, { readonly kind: K }> =>
      fact.kind === kind;
    return facts.filter(is);
  };
  const keys = ofKind("dkim keys");
  const signing = ofKind("dkim signing");
  const objects = ofKind("exchange object")
    .map(({ kind: _kind, of, ...object }): ExchangeObjectPosture => ({ kind: of, ...object }))
    .sort(byKindAndName);
  const forwarding = forwardingOf(objects);
  const domains = [...new Set([...keys, ...signing].map(({ domain }) => domain))].sort();
  return {
    ...(kinds.has("dkim keys") || kinds.has("dkim signing")
      ? {
          signing: domains.flatMap((domain): readonly SigningPosture[] => {
            const [key, on] = [
              keys.find((one) => one.domain === domain),
              signing.find((one) => one.domain === domain),
            ];
            const where = on?.where ?? key?.where;
            if (!where) return [];
            const keySizes = key?.keySize === undefined ? [] : [key.keySize];
            return [{ domain, enabled: on !== undefined, keySizes, where }];
          }),
        }
      : {}),
    ...(kinds.has("inbound connector") ? { inboundConnectors: ofKind("inbound connector") } : {}),
    ...(kinds.has("outbound connector") ? { outboundConnectors: ofKind("outbound connector") } : {}),
    ...(kinds.has("forwarding") || forwarding.length > 0
      ? { forwarding: [...ofKind("forwarding"), ...forwarding] }
      : {}),
    ...(kinds.has("exchange object") ? { objects } : {}),
  };
}
