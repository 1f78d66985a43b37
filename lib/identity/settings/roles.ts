import { closest } from "../../closest";
import type { Values } from "../../exchange/objects";
import type { Draft } from "../../exchange/plan/draft";
import type { Fault } from "../../fault";
import type { RoleHoldersPlan } from "../identity-plan";
import type { IdentityOptions } from "../options";
import { groupNameFaults, readUpns } from "../principals";
import { isRoleName, ROLE_NAMES, type RoleName } from "../roles";
import { SETTING_VALUES } from "./baselines";
import type { PrivilegedRolesOptions, RoleRulesOptions } from "./options";

const PLACE = "privilegedRoles";
const KIND = "role-management-policy";
const GLOBAL: RoleName = "Global Administrator";

/** Who has the role and can act, at least: one of them may be the one that fails. */
const FEWEST = 2;

/**
 * Adds how roles are given to the draft. With baseline and Entra ID P2 that is said of the roles that the baseline names.
 * @returns what is wrong
 */
export function planRoles(
  draft: Draft,
  options: IdentityOptions,
  given: PrivilegedRolesOptions,
): readonly Fault[] {
  const { alerts, approvers, rules = {} } = given;
  const faults: Fault[] = [
    ...strangeRoles(Object.keys(rules), "rules"),
    ...addressFaults(alerts ?? [], [PLACE, "alerts"]),
    ...(approvers?.groups ?? []).flatMap((name, place) =>
      groupNameFaults(name, PLACE, "approvers", "groups", place),
    ),
  ];
  const users = readUpns(approvers?.users ?? [], faults, PLACE, "approvers", "users");
  const licensed = options.mfa?.licence === "p2";
  const base = licensed ? baseOf(options) : new Map<RoleName, Values>();
  const names = [...new Set([...base.keys(), ...Object.keys(rules)])].sort().filter(isRoleName);
  for (const role of names) {
    const path = [PLACE, "rules", role];
    const { allow, ...own } = (rules[role] ?? {}) as RoleRulesOptions & Readonly<Record<string, never>>;
    const values: Record<string, Values[string]> = {
      ...base.get(role),
      ...(alerts === undefined ? {} : Object.fromEntries(RECIPIENTS.map((attribute) => [attribute, alerts]))),
      ...own,
    };
    if (values.activationApprovalRequired === true) {
      if (users.length > 0) values.activationApproverUsers ??= users;
      if ((approvers?.groups ?? []).length > 0) values.activationApproverGroups ??= approvers?.groups ?? [];
    }
    // What came from alerts is told once, there.
    const said = Object.entries(values).filter(([name, value]) => value !== alerts || name in own);
    faults.push(...peopleFaults(Object.fromEntries(said), path));
    if (Object.keys(values).length === 0 && allow === undefined) continue;
    draft.add({
      id: `Role-${role.replaceAll(" ", "-")}`,
      kind: KIND,
      values: { role, ...values },
      path,
      allow,
    });
  }
  const asked =
    Object.keys(rules).length > 0 || Object.values(given.holders ?? {}).some(({ eligible }) => eligible);
  if (asked && !licensed) {
    faults.push({
      path: [PLACE],
      message: "Privileged Identity Management needs Entra ID P2",
      received: `mfa.licence: ${options.mfa?.licence ?? "p1, which it is by default"}`,
      fix: "write mfa: { licence: p2 } where the tenant has it, else take rules and eligible out",
    });
  }
  return faults;
}

/** Names of people and addresses are read here, before anything is looked up or sent. */
function peopleFaults(values: Values, path: readonly string[]): readonly Fault[] {
  const faults: Fault[] = [];
  const { activationApproverUsers: users, activationApproverGroups: groups } = values;
  if (Array.isArray(users)) readUpns(users, faults, ...path, "activationApproverUsers");
  for (const [place, name] of (Array.isArray(groups) ? groups : []).entries())
    faults.push(...groupNameFaults(name, ...path, "activationApproverGroups", place));
  for (const attribute of RECIPIENTS) {
    const addresses = values[attribute];
    if (Array.isArray(addresses)) faults.push(...addressFaults(addresses, [...path, attribute]));
  }
  return faults;
}

/** Who is told of what, by attribute. */
const RECIPIENTS = [
  "eligibilityAlertRecipients",
  "assignmentAlertRecipients",
  "activationAlertRecipients",
] as const;

function addressFaults(addresses: readonly string[], path: readonly string[]): readonly Fault[] {
  return addresses.flatMap((address, place): Fault[] =>
    /^[^\s@;,]+@[^\s@;,]+$/.test(address)
      ? []
      : [
          {
            path: [...path, place],
            message: "no address",
            received: JSON.stringify(address),
            expected: "an address such as security@contoso.com",
          },
        ],
  );
}

function baseOf({ baseline = "none" }: IdentityOptions): ReadonlyMap<RoleName, Values> {
  const found = new Map<RoleName, Values>();
  if (baseline === "none") return found;
  for (const { roles = [], attribute, wanted } of SETTING_VALUES) {
    const value = wanted[baseline];
    if (value === undefined) continue;
    for (const role of roles) found.set(role, { ...found.get(role), [attribute]: value });
  }
  return found;
}

function strangeRoles(names: readonly string[], ...path: readonly string[]): readonly Fault[] {
  return names.flatMap((name): Fault[] => {
    if (isRoleName(name)) return [];
    const near = closest(name, ROLE_NAMES);
    return [
      {
        path: [PLACE, ...path, name],
        message: "no built-in directory role has this name",
        received: JSON.stringify(name),
        expected: "a role's display name such as Global Administrator",
        ...(near === undefined ? {} : { fix: `did you mean ${near}?` }),
      },
    ];
  });
}

/**
 * Who has which role, as the estate says. Refused is what would leave fewer than two Global Administrators who can act: who
 * has to wait for an approval that nobody else can give cannot.
 * @param settings what is declared of the tenant, with the rules of roles
 */
export function planHolders(
  options: IdentityOptions,
  given: PrivilegedRolesOptions,
  settings: Draft["objects"],
): { readonly holders: readonly RoleHoldersPlan[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [...strangeRoles(Object.keys(given.holders ?? {}), "holders")];
  const rulesOf = (role: RoleName): Values =>
    settings.find(({ kind, values }) => kind === KIND && values.role === role)?.values ?? {};
  const emergency = options.breakGlass?.users ?? [];
  const named = { ...(given.holders ?? {}) };
  // Whatever the estate says of its roles, the break-glass accounts are there to have this one.
  if (rulesOf(GLOBAL).activationApprovalRequired === true && !named[GLOBAL]) named[GLOBAL] = {};
  const holders = Object.entries(named)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([role, { eligible = {}, active }]): RoleHoldersPlan[] => {
      if (!isRoleName(role)) return [];
      const path = [PLACE, "holders", role];
      const kept = readUpns(
        active ?? (role === GLOBAL ? emergency : []),
        active === undefined ? [] : faults,
        ...path,
        "active",
      );
      const users = readUpns(eligible.users ?? [], faults, ...path, "eligible", "users");
      const groups = [...new Set(eligible.groups ?? [])].sort();
      for (const [place, name] of (eligible.groups ?? []).entries())
        faults.push(...groupNameFaults(name, ...path, "eligible", "groups", place));
      for (const user of users.filter((one) => kept.includes(one))) {
        faults.push({
          path: [...path, "eligible", "users"],
          message: "the account has the role for good already",
          received: user,
          fix: "take it out of eligible, or out of active",
        });
      }
      if (users.length + groups.length > 0 && rulesOf(role).permanentEligibilityAllowed === false) {
        faults.push({
          path: [...path, "eligible"],
          message: "the stack makes people eligible for good, which the rules of the role forbid",
          received: "permanentEligibilityAllowed: false",
          expected: "permanentEligibilityAllowed: true, or nobody who is eligible by the stack",
        });
      }
      return [{ role, active: kept, users, groups }];
    });
  const global = holders.find(({ role }) => role === GLOBAL);
  if (global) faults.push(...lastWayIn(global, rulesOf(GLOBAL), holders));
  return { holders: holders.filter(({ role }) => given.holders && role in given.holders), faults };
}

/** Who approves where nobody is named: https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-how-to-change-default-settings */
const APPROVE_BY_DEFAULT: readonly RoleName[] = [GLOBAL, "Privileged Role Administrator"];

function lastWayIn(
  { active, users, groups }: RoleHoldersPlan,
  rules: Values,
  holders: readonly RoleHoldersPlan[],
): readonly Fault[] {
  const list = (value: Values[string] | undefined) => (Array.isArray(value) ? value.map(String) : []);
  const approving = rules.activationApprovalRequired === true;
  const [namedUsers, namedGroups] = [
    list(rules.activationApproverUsers).map((one) => one.toLowerCase()),
    list(rules.activationApproverGroups),
  ];
  const isNamed = namedUsers.length + namedGroups.length > 0;
  const approversOf = (user: string): boolean => {
    if (namedGroups.length > 0) return true;
    const all = isNamed
      ? namedUsers
      : holders.filter(({ role }) => APPROVE_BY_DEFAULT.includes(role)).flatMap((one) => one.active);
    return all.some((one) => one !== user);
  };
  const acting = [...active, ...users.filter((user) => !approving || approversOf(user))];
  // Nobody here knows who is in a group: it counts for as many as it takes, where its members can act at all.
  if (groups.length > 0 && (!approving || isNamed || active.length > 0)) return [];
  if (acting.length >= FEWEST) return [];
  const waiting = users.length > 0 && approving;
  return [
    {
      path: [PLACE, "holders", GLOBAL],
      message: `${acting.length === 0 ? "no" : "one"} Global Administrator could act`,
      received: waiting
        ? `${users.join(", ")} would wait for an approval that nobody else can give`
        : acting.join(", ") || "nobody",
      expected: "at least two: one of them may be the one that fails",
      fix: "name the break-glass accounts under active, or who approves under privilegedRoles.approvers",
    },
  ];
}
