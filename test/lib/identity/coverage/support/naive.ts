import { BlockList } from "node:net";
import type { TenantObjects } from "../../../../../lib/identity/coverage/objects";
import type { AccessFilter, AccessGuests, AccessPolicy } from "../../../../../lib/identity/coverage/policy";
import type { SignIn } from "../../../../../lib/identity/coverage/sign-in";

/**
 * Conditional Access for one sign-in at a time, by reading each policy's conditions one after the other: what the model
 * is held against. Nothing of the model is used here.
 */
export function applies(policy: AccessPolicy, signIn: SignIn, objects: TenantObjects): boolean {
  const { conditions } = policy;
  return (
    identity(policy, signIn, objects) &&
    target(policy, signIn) &&
    chosen(conditions.clientAppTypes, clientWords(signIn)) &&
    platform(policy, signIn) &&
    chosen(conditions.signInRiskLevels, [signIn.signInRisk ?? "none"]) &&
    chosen(conditions.userRiskLevels, [signIn.userRisk ?? "none"]) &&
    chosen(conditions.insiderRiskLevels, [signIn.insiderRisk ?? "none"]) &&
    chosen(conditions.servicePrincipalRiskLevels, [signIn.workload?.risk ?? "none"]) &&
    chosen(conditions.authenticationFlows?.transferMethods, [signIn.authenticationFlow ?? "none"]) &&
    filtered(conditions.devices?.deviceFilter, signIn.deviceFilters) &&
    location(policy, signIn, objects)
  );
}

function chosen(list: readonly string[] | undefined, words: readonly string[]): boolean {
  if (list === undefined || list.length === 0 || list.includes("all")) return true;
  return words.some((word) => list.includes(word));
}

function clientWords({ client = "browser" }: SignIn): readonly string[] {
  if (client === "easSupported") return ["easSupported", "exchangeActiveSync"];
  return [client];
}

function platform({ conditions: { platforms } }: AccessPolicy, signIn: SignIn): boolean {
  if (!platforms) return true;
  const told = signIn.platform ?? "";
  return chosen(platforms.includePlatforms, [told]) && !(platforms.excludePlatforms ?? []).includes(told);
}

function filtered(filter: AccessFilter | undefined, matched: readonly string[] = []): boolean {
  if (!filter) return true;
  return matched.includes(filter.rule) === (filter.mode === "include");
}

function identity({ conditions }: AccessPolicy, { user, workload }: SignIn, objects: TenantObjects): boolean {
  if (workload) {
    const { clientApplications } = conditions;
    if (!clientApplications) return false;
    const named = (list: readonly string[] = []) =>
      list.includes("ServicePrincipalsInMyTenant") ||
      (workload.id !== undefined && list.includes(workload.id));
    return (
      named(clientApplications.includeServicePrincipals) &&
      !named(clientApplications.excludeServicePrincipals)
    );
  }
  const users = conditions.users ?? {};
  const isIn = (group: string, outer: readonly string[] = []): boolean => {
    const members = objects.groups?.find(({ id }) => id === group)?.members;
    if (!members) return (user?.groups ?? []).includes(group);
    return members.some(
      (member) => member === user?.id || (!outer.includes(member) && isIn(member, [...outer, group])),
    );
  };
  const isGuest = (condition: AccessGuests | undefined) => {
    const guest = user?.guest;
    if (!condition || !guest || !condition.guestOrExternalUserTypes.includes(guest.type)) return false;
    if (condition.externalTenants?.membershipKind !== "enumerated" || guest.type === "internalGuest")
      return true;
    return guest.tenant !== undefined && (condition.externalTenants.members ?? []).includes(guest.tenant);
  };
  const among = (
    ids: readonly string[] = [],
    groups: readonly string[] = [],
    roles: readonly string[] = [],
    guests?: AccessGuests,
  ) =>
    ids.includes("All") ||
    (ids.includes("GuestsOrExternalUsers") && user?.guest !== undefined) ||
    (user?.id !== undefined && ids.includes(user.id)) ||
    groups.some((group) => isIn(group)) ||
    roles.some((role) => (user?.roles ?? []).includes(role)) ||
    isGuest(guests);
  return (
    among(users.includeUsers, users.includeGroups, users.includeRoles, users.includeGuestsOrExternalUsers) &&
    !among(users.excludeUsers, users.excludeGroups, users.excludeRoles, users.excludeGuestsOrExternalUsers)
  );
}

function target({ conditions: { applications = {} } }: AccessPolicy, signIn: SignIn): boolean {
  if (signIn.userAction !== undefined)
    return (applications.includeUserActions ?? []).includes(signIn.userAction);
  const named = (list: readonly string[] = []) =>
    list.includes("All") ||
    (signIn.application !== undefined && list.includes(signIn.application)) ||
    (signIn.suites ?? []).some((suite) => list.includes(suite));
  const inContext = (applications.includeAuthenticationContextClassReferences ?? []).some((context) =>
    (signIn.authenticationContexts ?? []).includes(context),
  );
  return (named(applications.includeApplications) || inContext) && !named(applications.excludeApplications);
}

function location(
  { conditions: { locations } }: AccessPolicy,
  signIn: SignIn,
  objects: TenantObjects,
): boolean {
  if (!locations) return true;
  const held = (blocks: readonly string[]) => blocks.some((block) => isWithin(block, signIn.address));
  const trusted = () =>
    (signIn.locations ?? []).includes("AllTrusted") ||
    (objects.namedLocations ?? []).some((one) => one.kind === "ip" && one.trusted && held(one.ranges));
  const from = (word: string): boolean => {
    if (word === "All") return true;
    if (word === "AllTrusted") return trusted();
    const known = objects.namedLocations?.find(({ id }) => id === word);
    if (!known) return (signIn.locations ?? []).includes(word);
    if (known.kind === "ip") return held(known.ranges);
    const country = known.lookup === "clientIpAddress" ? signIn.country : signIn.gpsCountry;
    if (country === "unknown") return known.unknownCountries;
    return country !== undefined && known.countries.includes(country);
  };
  return (locations.includeLocations ?? []).some(from) && !(locations.excludeLocations ?? []).some(from);
}

const answers = new Map<string, boolean>();

/** By Node's own reading of addresses, which the model does not use. */
function isWithin(block: string, address: string | undefined): boolean {
  if (address === undefined) return false;
  const key = `${address} in ${block}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const [network = "", length] = block.split("/");
  const versionOf = (text: string) => (text.includes(":") ? "ipv6" : "ipv4");
  const list = new BlockList();
  list.addSubnet(network, Number(length ?? (versionOf(network) === "ipv4" ? 32 : 128)), versionOf(network));
  const answer = list.check(address, versionOf(address));
  answers.set(key, answer);
  return answer;
}

/** What somebody can show; each is a bit. A password is shown by everyone. */
const EVIDENCE = [
  "fido2",
  "windowsHelloForBusiness",
  "deviceBasedPush",
  "password,sms",
  "password,voice",
  "sms",
  "compliantDevice",
  "domainJoinedDevice",
  "terms",
  "custom",
  "the unknown strength",
] as const;
type Evidence = (typeof EVIDENCE)[number];

const MULTIFACTOR: readonly Evidence[] = EVIDENCE.slice(0, 5);
const BUILT_IN: Readonly<Record<string, readonly Evidence[]>> = {
  "00000000-0000-0000-0000-000000000002": MULTIFACTOR,
  "00000000-0000-0000-0000-000000000003": MULTIFACTOR.slice(0, 3),
  "00000000-0000-0000-0000-000000000004": MULTIFACTOR.slice(0, 2),
};

/**
 * Which kinds of evidence let a sign-in through the policies that apply: one character per combination of evidence, and
 * per way in which the session may go on. Equal texts for sets of policies that ask for the same.
 */
export function outcome(policies: readonly AccessPolicy[], objects: TenantObjects): string {
  if (policies.some(({ grantControls }) => grantControls?.builtInControls?.includes("block")))
    return "blocked";
  const clauses = policies.flatMap((policy) => clausesOf(policy, objects));
  let grants = "";
  for (let shown = 0; shown < 1 << EVIDENCE.length; shown++) {
    grants += clauses.every((clause) => (shown & clause) !== 0) ? "1" : "0";
  }
  return `${grants} ${sessions(policies)}`;
}

/** Does anything but a second factor get through? */
export function demandsMfa(policies: readonly AccessPolicy[], objects: TenantObjects): boolean {
  if (policies.some(({ grantControls }) => grantControls?.builtInControls?.includes("block"))) return true;
  const without = ((1 << EVIDENCE.length) - 1) & ~mask(MULTIFACTOR);
  return !policies
    .flatMap((policy) => clausesOf(policy, objects))
    .every((clause) => (without & clause) !== 0);
}

function mask(evidence: readonly string[]): number {
  return EVIDENCE.reduce((bits, one, at) => (evidence.includes(one) ? bits | (1 << at) : bits), 0);
}

function clausesOf({ grantControls }: AccessPolicy, objects: TenantObjects): readonly number[] {
  if (!grantControls) return [];
  const strength = grantControls.authenticationStrength?.id;
  const combinations =
    strength === undefined
      ? undefined
      : (BUILT_IN[strength] ??
        objects.strengths?.find(({ id }) => id === strength)?.allowedCombinations ?? [
          "the unknown strength",
        ]);
  const controls = [
    ...(grantControls.builtInControls ?? []).map((one) => (one === "mfa" ? MULTIFACTOR : [one])),
    ...(grantControls.termsOfUse ?? []).map(() => ["terms"]),
    ...(grantControls.customAuthenticationFactors ?? []).map(() => ["custom"]),
    ...(combinations ? [combinations] : []),
  ];
  if (controls.length === 0) return [];
  const needed = grantControls.operator === "AND" ? controls : [controls.flat()];
  return needed.filter((one) => !one.includes("password")).map(mask);
}

/** A session goes on with the first factor so many hours old, the second so many, and with or without each bound. */
function sessions(policies: readonly AccessPolicy[]): string {
  const bounds = policies.flatMap(({ sessionControls }) => sessionControls ?? []);
  let text = "";
  for (const first of [0, 4, 24, 48]) {
    for (const second of [0, 4, 24, 48]) {
      const goesOn = bounds.every(({ signInFrequency: frequency }) => {
        if (!frequency) return true;
        const hours =
          frequency.frequencyInterval === "everyTime"
            ? 0
            : (frequency.value ?? 0) * (frequency.type === "days" ? 24 : 1);
        const old =
          frequency.authenticationType === "secondaryAuthentication" ? second : Math.max(first, second);
        return old <= hours;
      });
      text += goesOn ? "1" : "0";
    }
  }
  const has = (holds: (bound: (typeof bounds)[number]) => boolean) => (bounds.some(holds) ? "1" : "0");
  return [
    text,
    has((one) => one.persistentBrowser?.mode === "always"),
    has((one) => one.persistentBrowser?.mode === "never"),
    has((one) => one.cloudAppSecurity?.cloudAppSecurityType === "monitorOnly"),
    has((one) => one.disableResilienceDefaults === true),
  ].join(" ");
}
