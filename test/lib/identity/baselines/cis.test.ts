import { isBaselineKey } from "../../../../lib/identity/baselines";
import { PACKS, packed, packKeys } from "../../../../lib/identity/baselines/packs";
import { type GraphPolicy, graphPolicy } from "../../../../lib/identity/graph";
import type { PolicyOptions } from "../../../../lib/identity/options";
import { ROLES } from "../../../../lib/identity/roles";
import { BREAK_GLASS, planOf } from "../contoso";

/**
 * What CIS Microsoft 365 Foundations 7.0 has an auditor look for, control by control, written anew: a policy that is on,
 * for these users and resources, with these conditions, grant and session.
 */
type Asked = (policy: GraphPolicy) => boolean;

const same = (a: readonly string[] | undefined, b: readonly string[]) =>
  JSON.stringify([...(a ?? [])].sort()) === JSON.stringify([...b].sort());
const allUsers: Asked = ({ conditions: { users } }) => same(users.includeUsers, ["All"]);
const allResources: Asked = ({ conditions: { applications } }) =>
  same(applications.includeApplications, ["All"]) && (applications.excludeApplications ?? []).length === 0;
const everyone: Asked = (policy) => allUsers(policy) && allResources(policy);
const grants = ({ grantControls }: GraphPolicy, operator: "AND" | "OR", ...controls: readonly string[]) =>
  same(grantControls?.builtInControls, controls) &&
  (controls.length === 1 || grantControls?.operator === operator);
const mfa: Asked = (policy) => grants(policy, "OR", "mfa");
const blocks: Asked = (policy) => grants(policy, "OR", "block");
const everyTime: Asked = ({ sessionControls }) =>
  sessionControls?.signInFrequency?.frequencyInterval === "everyTime";
/** After how many hours people sign in again. */
function hoursOf({ sessionControls }: GraphPolicy): number {
  const frequency = sessionControls?.signInFrequency;
  if (!frequency) return Number.POSITIVE_INFINITY;
  if (frequency.frequencyInterval === "everyTime") return 0;
  return frequency.type === "hours" ? frequency.value : 24 * frequency.value;
}
const noRisk: Asked = ({ conditions }) =>
  (conditions.signInRiskLevels ?? []).length + (conditions.userRiskLevels ?? []).length === 0;
const managedDevice: Asked = (policy) => grants(policy, "OR", "compliantDevice", "domainJoinedDevice");
const flow = ({ conditions }: GraphPolicy, method: string) =>
  same(conditions.authenticationFlows?.transferMethods, [method]);

/** The 15 roles that CIS counts as administrators. */
const ADMINISTRATORS = [
  ROLES["Application Administrator"],
  ROLES["Authentication Administrator"],
  ROLES["Billing Administrator"],
  ROLES["Cloud Application Administrator"],
  ROLES["Conditional Access Administrator"],
  ROLES["Exchange Administrator"],
  ROLES["Global Administrator"],
  ROLES["Global Reader"],
  ROLES["Helpdesk Administrator"],
  ROLES["Password Administrator"],
  ROLES["Privileged Authentication Administrator"],
  ROLES["Privileged Role Administrator"],
  ROLES["Security Administrator"],
  ROLES["SharePoint Administrator"],
  ROLES["User Administrator"],
];
const administrators: Asked = (policy) =>
  allResources(policy) &&
  ADMINISTRATORS.every((role) => policy.conditions.users.includeRoles?.includes(role));

const CONTROLS: Readonly<Record<string, Asked>> = {
  "CIS 5.2.2.1": (policy) => administrators(policy) && mfa(policy),
  "CIS 5.2.2.2": (policy) => everyone(policy) && mfa(policy) && noRisk(policy),
  "CIS 5.2.2.3": (policy) =>
    everyone(policy) &&
    blocks(policy) &&
    same(policy.conditions.clientAppTypes, ["exchangeActiveSync", "other"]),
  "CIS 5.2.2.4": (policy) =>
    administrators(policy) &&
    hoursOf(policy) <= 4 &&
    policy.sessionControls?.persistentBrowser?.mode === "never",
  "CIS 5.2.2.5": (policy) =>
    administrators(policy) &&
    policy.grantControls?.authenticationStrength?.id === "00000000-0000-0000-0000-000000000004",
  "CIS 5.2.2.6": (policy) =>
    everyone(policy) &&
    policy.conditions.userRiskLevels?.includes("high") === true &&
    grants(policy, "AND", "mfa", "passwordChange") &&
    everyTime(policy),
  "CIS 5.2.2.7": (policy) =>
    everyone(policy) &&
    same(policy.conditions.signInRiskLevels, ["high", "medium"]) &&
    mfa(policy) &&
    everyTime(policy),
  "CIS 5.2.2.8": (policy) =>
    everyone(policy) && same(policy.conditions.signInRiskLevels, ["high", "medium"]) && blocks(policy),
  "CIS 5.2.2.9": (policy) => everyone(policy) && managedDevice(policy),
  "CIS 5.2.2.10": (policy) =>
    allUsers(policy) &&
    same(policy.conditions.applications.includeUserActions, ["urn:user:registersecurityinfo"]) &&
    managedDevice(policy),
  "CIS 5.2.2.11": (policy) =>
    allUsers(policy) &&
    same(policy.conditions.applications.includeApplications, ["d4ebce55-015a-49b5-a083-c84d1797ae8c"]) &&
    mfa(policy) &&
    everyTime(policy),
  "CIS 5.2.2.12": (policy) => everyone(policy) && blocks(policy) && flow(policy, "deviceCodeFlow"),
  "CIS 5.2.2.13": (policy) => everyone(policy) && noRisk(policy) && hoursOf(policy) <= 7 * 24,
  "CIS 5.2.2.17": (policy) => everyone(policy) && blocks(policy) && flow(policy, "authenticationTransfer"),
};

const ids = {
  user: (upn: string) => upn,
  group: (name: string) => name,
  location: (key: string) => key,
  strength: (key: string) => key,
};
const KEYS = packKeys(PACKS.cis);

/** By control, the policies that meet it with every policy on but these. */
function metBy(...off: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const states = KEYS.map((key): readonly [string, PolicyOptions] => [
    key,
    { state: off.includes(key) ? "report-only" : "on" },
  ]);
  const { policies } = planOf({
    breakGlass: BREAK_GLASS,
    mfa: { baseline: "cis", licence: "p2", policies: Object.fromEntries(states) },
  });
  return Object.fromEntries(
    Object.entries(CONTROLS).map(([control, asks]) => [
      control,
      policies.flatMap((planned) => {
        const policy = graphPolicy(planned, ids);
        return policy.state === "enabled" && asks(policy) ? [planned.key] : [];
      }),
    ]),
  );
}

/** By control, the policies that say they meet it. */
function claims(): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const key of KEYS.filter(isBaselineKey)) {
    for (const control of packed(PACKS.cis, key).controls.filter((one) => one.startsWith("CIS "))) {
      found[control] = [...(found[control] ?? []), key];
    }
  }
  return found;
}

/** Limited sessions of administrators ask for MFA, too. */
const ALSO = { "CIS 5.2.2.1": ["mfa-admins", "session-limits-admins"] };

test("each control that baseline cis claims is met by the policy that claims it", () => {
  expect(metBy()).toEqual({ ...claims(), ...ALSO });
});

test.each(KEYS)("without %s its controls are not met", (key) => {
  const lost = Object.entries(metBy(key)).flatMap(([control, by]) => (by.length === 0 ? [control] : []));
  const only = Object.entries({ ...claims(), ...ALSO }).filter(([, by]) => by.join() === key);
  expect(lost.sort()).toEqual(only.map(([control]) => control).sort());
});
