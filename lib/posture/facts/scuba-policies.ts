import { SCUBA_PRIVILEGED_ROLES } from "../../identity/baselines/admins";
import {
  type AccessPolicy,
  MULTIFACTOR,
  PHISHING_RESISTANT,
  strengthCombinations,
  type TenantObjects,
} from "../../identity/coverage";
import type { AccessGrantControls } from "../../identity/coverage/policy";
import { ROLES } from "../../identity/roles";
import type { TenantPosture } from "../model";

/** What CISA's test of one control looks for: one policy that is on and has this form. */
interface PolicyForm {
  /** Must it name all users and all applications? @default both */
  readonly everybody?: boolean;
  readonly everywhere?: boolean;
  /** The condition that the control is about; any other narrows the policy, and it counts no more. */
  readonly condition?: "clientAppTypes" | "userRiskLevels" | "signInRiskLevels" | "authenticationFlows";
  has(policy: AccessPolicy, objects: TenantObjects): boolean;
}

/** `MS.AAD.3.2v2`: what its test wants, after AADConfig.rego of ScubaGear 1.8. */
const SCUBA_POLICY_FORMS = {
  "MS.AAD.1.1v1": {
    condition: "clientAppTypes",
    has: (policy) =>
      blocks(policy) &&
      ["exchangeActiveSync", "other"].every((client) => policy.conditions.clientAppTypes?.includes(client)),
  },
  "MS.AAD.2.1v1": {
    condition: "userRiskLevels",
    has: (policy) => blocks(policy) && policy.conditions.userRiskLevels?.includes("high") === true,
  },
  "MS.AAD.2.3v1": {
    condition: "signInRiskLevels",
    has: (policy) => blocks(policy) && policy.conditions.signInRiskLevels?.includes("high") === true,
  },
  "MS.AAD.3.1v1": { has: isPhishingResistant },
  "MS.AAD.3.2v2": { has: isMfaOfAnyKind },
  "MS.AAD.3.6v1": {
    everybody: false,
    has: (policy, objects) =>
      isPhishingResistant(policy, objects) &&
      SCUBA_PRIVILEGED_ROLES.every((role) => policy.conditions.users?.includeRoles?.includes(ROLES[role])),
  },
  "MS.AAD.3.7v1": {
    has: ({ grantControls: { operator, builtInControls = [] } = {} }) =>
      operator === "OR" && [...builtInControls].sort().join() === "compliantDevice,domainJoinedDevice",
  },
  "MS.AAD.3.8v1": {
    everywhere: false,
    has: ({ conditions, grantControls: { builtInControls = [] } = {} }) =>
      conditions.applications?.includeUserActions?.includes("urn:user:registersecurityinfo") === true &&
      builtInControls.some((control) => MANAGED.includes(control)) &&
      builtInControls.every((control) => MANAGED.includes(control)),
  },
  "MS.AAD.3.9v1": {
    condition: "authenticationFlows",
    has: (policy) =>
      blocks(policy) && policy.conditions.authenticationFlows?.transferMethods?.join() === "deviceCodeFlow",
  },
} as const satisfies Readonly<Record<string, PolicyForm>>;

/** A control of CISA that asks for one policy. */
export type ScubaPolicyControl = keyof typeof SCUBA_POLICY_FORMS;

/** The controls that no policy of the tenant passes the test of; nothing where the policies are not known. */
export function scubaPoliciesMissing(tenant: TenantPosture): readonly ScubaPolicyControl[] {
  const { policies, objects = {} } = tenant;
  // One that cannot be seen whole may be the one that is looked for.
  if (!policies || policies.some(({ unknown, unread }) => unknown || unread)) return [];
  return (Object.keys(SCUBA_POLICY_FORMS) as ScubaPolicyControl[]).filter(
    (control) => !policies.some(({ policy }) => passes(policy, SCUBA_POLICY_FORMS[control], objects)),
  );
}

/**
 * Users and groups that are left out are accepted: ScubaGear's configuration lists them, and the tenant's stack puts those
 * lines out. Roles cannot be listed there; applications and guests are not by our stack.
 */
function passes(policy: AccessPolicy, form: PolicyForm, objects: TenantObjects): boolean {
  const { users = {}, applications = {} } = policy.conditions;
  const { everybody = true, everywhere = true } = form;
  return (
    policy.state === "enabled" &&
    (!everybody || users.includeUsers?.includes("All") === true) &&
    (!everywhere || applications.includeApplications?.includes("All") === true) &&
    isEmpty(users.excludeRoles) &&
    users.excludeGuestsOrExternalUsers === undefined &&
    isEmpty(applications.excludeApplications) &&
    form.has(policy, objects) &&
    !isNarrowed(policy, form.condition)
  );
}

/** Stricter than CISA's test, which passes a policy that holds on one platform or from one place. */
function isNarrowed({ conditions }: AccessPolicy, about: PolicyForm["condition"]): boolean {
  const { locations, platforms, clientAppTypes = [] } = conditions;
  const lists = {
    clientAppTypes: clientAppTypes.filter((client) => client !== "all"),
    userRiskLevels: conditions.userRiskLevels,
    signInRiskLevels: conditions.signInRiskLevels,
    authenticationFlows: conditions.authenticationFlows?.transferMethods,
    insiderRiskLevels: conditions.insiderRiskLevels,
    servicePrincipalRiskLevels: conditions.servicePrincipalRiskLevels,
    locations: [
      ...(locations?.includeLocations ?? []).filter((place) => place !== "All"),
      ...(locations?.excludeLocations ?? []),
    ],
    platforms: [
      ...(platforms?.includePlatforms ?? []).filter((platform) => platform !== "all"),
      ...(platforms?.excludePlatforms ?? []),
    ],
  };
  return (
    conditions.devices?.deviceFilter !== undefined ||
    conditions.clientApplications !== undefined ||
    conditions.applications?.applicationFilter !== undefined ||
    Object.entries(lists).some(([name, list]) => name !== about && !isEmpty(list))
  );
}

const MANAGED: readonly string[] = ["compliantDevice", "domainJoinedDevice"];

function blocks({ grantControls }: AccessPolicy): boolean {
  return grantControls?.builtInControls?.includes("block") === true;
}

/** Stricter than CISA's test, which passes a strength beside controls that are an alternative to it. */
function isPhishingResistant({ grantControls }: AccessPolicy, objects: TenantObjects): boolean {
  if (!grantControls?.authenticationStrength || offersMore(grantControls)) return false;
  return strengthCombinations(grantControls.authenticationStrength.id, objects).every((combination) =>
    PHISHING_RESISTANT.includes(combination),
  );
}

/** MS.AAD.3.2v2 wants a policy of its own: a strength without any method that can be phished does not count. */
function isMfaOfAnyKind({ grantControls }: AccessPolicy, objects: TenantObjects): boolean {
  if (!grantControls) return false;
  const { builtInControls = [], authenticationStrength } = grantControls;
  if (builtInControls.includes("mfa")) {
    const others = builtInControls.filter((control) => control !== "mfa");
    return !authenticationStrength && !offersMore({ ...grantControls, builtInControls: others });
  }
  if (!authenticationStrength || offersMore(grantControls)) return false;
  const combinations = strengthCombinations(authenticationStrength.id, objects);
  return (
    combinations.every((combination) => MULTIFACTOR.includes(combination)) &&
    combinations.some((combination) => !PHISHING_RESISTANT.includes(combination))
  );
}

/** Is there another way to pass than the strength, or than MFA? */
function offersMore({
  operator,
  builtInControls,
  customAuthenticationFactors,
  termsOfUse,
}: AccessGrantControls): boolean {
  const others = [builtInControls, customAuthenticationFactors, termsOfUse];
  return operator !== "AND" && others.some((list) => !isEmpty(list));
}

function isEmpty(list: readonly string[] | undefined): boolean {
  return (list ?? []).length === 0;
}
