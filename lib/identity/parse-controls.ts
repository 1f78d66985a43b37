import { closest } from "../closest";
import type { Fault } from "../fault";
import type { GrantOptions, PolicyOptions, SessionOptions } from "./options";
import {
  type ClientApp,
  DEVICE_CONTROLS,
  type DeviceControl,
  type Grant,
  MODERN_CLIENTS,
  type ModernClient,
  type PolicyControls,
  type Session,
  type SignInFrequency,
} from "./policy";
import { readGuids, unique } from "./principals";
import { isBuiltIn, STRENGTHS } from "./strengths";

/** Reads what a policy does, and on which clients; `undefined` with faults for what Entra ID refuses or ignores. */
export function readControls(
  options: PolicyOptions,
  strengths: readonly string[],
  faults: Fault[],
): PolicyControls | undefined {
  const clients = options.clients && unique(options.clients);
  if (clients?.length === 0) faults.push({ path: ["clients"], message: "clients is an empty list" });
  const { grant } = options;
  if (grant === "block") {
    if (options.session === undefined) return { grant, ...(clients ? { clients } : {}) };
    faults.push({
      path: ["session"],
      message: "a policy that blocks has no session to bound",
      fix: "remove session, or write what the grant demands",
    });
    return undefined;
  }
  const session = options.session && readSession(options.session, options, faults);
  const demands = grant && readGrant(grant, options, strengths, faults);
  const modern = clients?.filter(isModern);
  if (session && clients && modern?.length !== clients.length) {
    faults.push({
      path: ["session"],
      message: "a session control does not reach legacy clients",
      received: `clients ${clients.filter((client) => !isModern(client)).join(", ")}`,
      expected: MODERN_CLIENTS.join(" | "),
      fix: "write one policy for legacy clients, with a grant alone, and one for the session",
    });
  }
  if (!grant && !options.session) {
    faults.push({
      path: [],
      message: "a policy that does nothing",
      expected: "grant: block, grant: { controls: [mfa] }, or session",
    });
  }
  if (session)
    return { session, ...(demands ? { grant: demands } : {}), ...(modern ? { clients: modern } : {}) };
  return demands && (clients ? { grant: demands, clients } : { grant: demands });
}

function readGrant(
  grant: GrantOptions,
  options: PolicyOptions,
  strengths: readonly string[],
  faults: Fault[],
): Grant | undefined {
  const { operator = "or", strength } = grant;
  const controls = unique(grant.controls ?? []);
  const others = readOthers(grant, faults);
  if (controls.length === 0 && strength === undefined && Object.keys(others).length === 0) {
    faults.push({
      path: ["grant"],
      message: "a grant that demands nothing",
      expected: "controls, a strength, termsOfUse, customFactors, or the word block",
    });
    return undefined;
  }
  // Provider azuread asks for one of the others beside it.
  if (others.customFactors && !others.termsOfUse && controls.length === 0 && strength === undefined) {
    faults.push({
      path: ["grant", "customFactors"],
      message: "provider azuread writes no custom control alone",
      expected: "controls, a strength or termsOfUse beside it",
    });
    return undefined;
  }
  if (strength !== undefined && !isBuiltIn(strength) && !strengths.includes(strength)) {
    const names = [...Object.keys(STRENGTHS), ...strengths];
    const near = closest(strength, names);
    faults.push({
      path: ["grant", "strength"],
      message: "no authentication strength has this name",
      received: JSON.stringify(strength),
      expected: names.join(" | "),
      fix: near === undefined ? "declare it under strengths" : `did you mean ${near}?`,
    });
    return undefined;
  }
  if (strength !== undefined && controls.includes("mfa")) {
    faults.push({
      path: ["grant", "controls", (grant.controls ?? []).indexOf("mfa")],
      message: "mfa does not go with an authentication strength",
      expected: "one of the two (Graph error 1108)",
      fix: "remove mfa: every strength is multifactor",
    });
    return undefined;
  }
  if (controls.includes("passwordChange")) return readPasswordChange(grant, options, faults);
  const device = controls.filter(isDeviceControl);
  if (strength !== undefined)
    return { operator, strength, ...(device.length > 0 ? { controls: device } : {}), ...others };
  const listed = [...(controls.includes("mfa") ? (["mfa"] as const) : []), ...device];
  return { operator, ...(listed.length > 0 ? { controls: listed } : {}), ...others };
}

/** Controls that are objects of the tenant. */
function readOthers({ termsOfUse, customFactors }: GrantOptions, faults: Fault[]) {
  if (customFactors?.length === 0) {
    faults.push({ path: ["grant", "customFactors"], message: "customFactors is an empty list" });
  }
  return {
    ...(termsOfUse ? { termsOfUse: readGuids(termsOfUse, faults, "grant", "termsOfUse") } : {}),
    ...(customFactors ? { customFactors: [...unique(customFactors)].sort() } : {}),
  };
}

/** https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant#require-password-change */
function readPasswordChange(grant: GrantOptions, options: PolicyOptions, faults: Fault[]): Grant | undefined {
  const beside = unique(grant.controls ?? []).filter((control) => control !== "passwordChange");
  const path = ["grant", "controls", (grant.controls ?? []).indexOf("passwordChange")];
  const before = faults.length;
  const isAlone = [grant.strength, grant.termsOfUse, grant.customFactors].every((one) => one === undefined);
  if (grant.operator !== "and" || !isAlone || beside.join() !== "mfa") {
    faults.push({
      path,
      message: "a password change stands beside mfa, both required, and beside nothing else",
      expected: "{ operator: and, controls: [mfa, passwordChange] }",
    });
  }
  if (!options.userRisk || (options.applications ?? "all") !== "all" || options.userAction) {
    faults.push({
      path,
      message: "a password change answers a risky user, for all applications",
      expected: "userRisk: [high] and applications: all",
    });
  }
  return faults.length > before ? undefined : { operator: "and", controls: ["mfa", "passwordChange"] };
}

function readSession(session: SessionOptions, options: PolicyOptions, faults: Fault[]): Session | undefined {
  const { persistentBrowser, applicationEnforcedRestrictions, disableResilienceDefaults } = session;
  const { authenticationType, cloudAppSecurity } = session;
  const signInFrequency = session.signInFrequency && readFrequency(session.signInFrequency, faults);
  const all = options.userAction === undefined && (options.applications ?? "all") === "all";
  if (Object.values(session).every((value) => value === undefined)) {
    faults.push({
      path: ["session"],
      message: "a session without bounds",
      expected: "signInFrequency, persistentBrowser or another bound",
    });
    return undefined;
  }
  if (authenticationType && session.signInFrequency === undefined) {
    faults.push({
      path: ["session", "authenticationType"],
      message: "authenticationType goes with signInFrequency only",
      expected: "signInFrequency: everyTime, { hours: 1 to 23 } or { days: 1 to 365 }",
    });
  }
  // https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-session
  if (persistentBrowser && !all) {
    faults.push({
      path: ["session", "persistentBrowser"],
      message: "browser sessions persist for all applications or for none",
      expected: "applications: all",
    });
  }
  if (applicationEnforcedRestrictions && !enforces(options.applications)) {
    faults.push({
      path: ["session", "applicationEnforcedRestrictions"],
      message: "only Exchange Online and SharePoint Online enforce restrictions",
      expected: "applications: [Office365]",
    });
  }
  // Entra ID does not allow them together: azuread 3.7 leaves them out without a word, and plans them again each time
  // (hashicorp/terraform-provider-azuread#1225).
  for (const key of ["applicationEnforcedRestrictions", "disableResilienceDefaults"] as const) {
    if (signInFrequency !== "everyTime" || !session[key]) continue;
    faults.push({
      path: ["session", key],
      message: `${key} does not go with a sign-in at every time`,
      fix: "write two policies",
    });
  }
  return {
    ...(signInFrequency ? { signInFrequency } : {}),
    ...(authenticationType ? { authenticationType } : {}),
    ...(cloudAppSecurity ? { cloudAppSecurity } : {}),
    ...(persistentBrowser ? { persistentBrowser } : {}),
    ...(applicationEnforcedRestrictions ? { applicationEnforcedRestrictions } : {}),
    ...(disableResilienceDefaults ? { disableResilienceDefaults } : {}),
  };
}

function readFrequency(
  frequency: NonNullable<SessionOptions["signInFrequency"]>,
  faults: Fault[],
): SignInFrequency | undefined {
  if (frequency === "everyTime") return frequency;
  const { hours, days } = frequency;
  const isOne = Object.values(frequency).filter((value) => value !== undefined).length === 1;
  if (isOne && hours !== undefined && isWhole(hours, 23)) return { hours };
  if (isOne && days !== undefined && isWhole(days, 365)) return { days };
  faults.push({
    path: ["session", "signInFrequency"],
    message: "not a sign-in frequency",
    received: JSON.stringify(frequency),
    expected: "everyTime, { hours: 1 to 23 } or { days: 1 to 365 }",
  });
  return undefined;
}

function enforces(applications: PolicyOptions["applications"]): boolean {
  const able = ["Office365", "Office 365 Exchange Online", "Office 365 SharePoint Online"];
  return Array.isArray(applications) && applications.every((name) => able.includes(name));
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

function isModern(client: ClientApp): client is ModernClient {
  return MODERN_CLIENTS.some((modern) => modern === client);
}

function isDeviceControl(control: string): control is DeviceControl {
  return DEVICE_CONTROLS.some((device) => device === control);
}
