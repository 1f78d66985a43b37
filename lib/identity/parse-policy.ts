import { closest } from "../closest";
import { type Fault, fail, type Result, settle, within } from "../fault";
import { agrees } from "../schema/agree";
import { readOptions } from "../schema/read-options";
import { texts } from "../schema/scalars";
import { closed, may } from "../schema/shapes";
import { APPLICATIONS, applicationId } from "./applications";
import { lockOutFaults } from "./lock-out";
import type { NamedPolicyOptions, PolicyOptions } from "./options";
import { readControls } from "./parse-controls";
import {
  LOCATION_WORDS,
  type Locations,
  type Policy,
  type PolicyConditions,
  type PolicyTarget,
  type Principals,
} from "./policy";
import { readPrincipals, unique } from "./principals";
import { NamedPolicySchema } from "./schema";
import { readWorkloads, workloadFaults, workloadOptionFaults } from "./workloads";

/** What a policy may refer to. */
export interface PolicyContext {
  /** Keys of the named locations. */
  readonly locations: readonly string[];
  /** Keys of the tenant's own authentication strengths. @default none */
  readonly strengths?: readonly string[];
}

const PolicyContextSchema = agrees<PolicyContext>()(closed({ locations: texts, strengths: may(texts) }));

/**
 * Reads a policy: names in canonical form, and nothing that Entra ID would refuse or never apply.
 * A {@link Policy} is read as well as its options are.
 */
export function parsePolicy(options: NamedPolicyOptions, context: PolicyContext): Result<Policy> {
  const given = readOptions(NamedPolicySchema, options);
  const around = readOptions(PolicyContextSchema, context);
  if (given.ok && around.ok) return readPolicy(given.value, around.value);
  return fail(
    ...(given.ok ? [] : given.faults),
    ...(around.ok ? [] : around.faults.map((fault) => within(fault, "context"))),
  );
}

function readPolicy(options: NamedPolicyOptions, context: PolicyContext): Result<Policy> {
  const faults: Fault[] = [...workloadOptionFaults(options)];
  const conditions = readConditions(options, context, faults);
  const target = readTarget(options, faults);
  const controls = readControls(options, context.strengths ?? [], faults);
  if (faults.length > 0 || !conditions || !target || !controls) return fail(...faults);
  const policy: Policy = { ...conditions, ...target, ...controls };
  faults.push(
    ...reachFaults(policy),
    ...deviceRegistrationFaults(policy),
    ...workloadFaults(policy),
    ...lockOutFaults(policy),
  );
  return settle(faults, () => policy);
}

function readConditions(
  options: NamedPolicyOptions,
  context: PolicyContext,
  faults: Fault[],
): PolicyConditions | undefined {
  const { displayName, platforms, deviceFilter } = options;
  if (displayName.trim() === "" || displayName.length > 256) {
    faults.push({ path: ["displayName"], message: "not a policy's name", expected: "1 to 256 characters" });
  }
  for (const key of ["signInRisk", "userRisk", "workloadRisk", "authenticationFlows"] as const) {
    if (options[key]?.length === 0) faults.push({ path: [key], message: `${key} is an empty list` });
  }
  if (platforms && platforms.include !== "all" && platforms.include.length === 0) {
    faults.push({ path: ["platforms", "include"], message: "an empty list of platforms" });
  }
  const includeLocations = readLocations("includeLocations", options, context, faults);
  const excludeLocations = readLocations("excludeLocations", options, context, faults);
  const exclude = options.exclude && readPrincipals(options.exclude, faults, "exclude");
  const workloads = options.workloads && readWorkloads(options.workloads, faults);
  const include = options.workloads ? {} : readInclude(options.include, faults);
  return (
    include && {
      displayName,
      include,
      ...(exclude ? { exclude } : {}),
      ...(includeLocations ? { includeLocations } : {}),
      ...(excludeLocations ? { excludeLocations } : {}),
      ...(platforms ? { platforms } : {}),
      ...(options.signInRisk ? { signInRisk: unique(options.signInRisk) } : {}),
      ...(options.userRisk ? { userRisk: unique(options.userRisk) } : {}),
      ...(options.insiderRisk ? { insiderRisk: options.insiderRisk } : {}),
      ...(workloads ? { workloads } : {}),
      ...(options.workloadRisk ? { workloadRisk: unique(options.workloadRisk) } : {}),
      ...(options.authenticationFlows ? { authenticationFlows: unique(options.authenticationFlows) } : {}),
      ...(deviceFilter ? { deviceFilter } : {}),
    }
  );
}

/** A policy that includes no one. */
export const FOR_NOBODY: Fault = {
  message: "a policy for nobody",
  expected: "include: all, or users, groups, roles or guests under include",
};

function readInclude(include: PolicyOptions["include"], faults: Fault[]): "all" | Principals | undefined {
  if (include === "all") return include;
  const principals = include && readPrincipals(include, faults, "include");
  const named = include && Object.values(include).some((value) => !Array.isArray(value) || value.length > 0);
  if (named) return principals;
  faults.push({ ...FOR_NOBODY, path: include ? ["include"] : [] });
  return undefined;
}

function readLocations(
  key: "includeLocations" | "excludeLocations",
  options: NamedPolicyOptions,
  context: PolicyContext,
  faults: Fault[],
): Locations | undefined {
  const locations = options[key];
  if (locations === undefined || locations === "all-trusted") return locations;
  if (locations.length === 0) faults.push({ path: [key], message: `${key} is an empty list` });
  for (const [index, name] of locations.entries()) {
    if (LOCATION_WORDS.some((one) => one === name) || context.locations.includes(name)) continue;
    const near = closest(name, context.locations);
    faults.push({
      path: [key, index],
      message: "no named location has this name",
      received: JSON.stringify(name),
      expected: [...context.locations, ...LOCATION_WORDS].join(" | "),
      fix: near === undefined ? "declare it under namedLocations" : `did you mean ${near}?`,
    });
  }
  return unique(locations);
}

function readTarget(options: NamedPolicyOptions, faults: Fault[]): PolicyTarget | undefined {
  const { applications = "all", excludeApplications, userAction } = options;
  if (userAction) {
    if (options.applications === undefined && excludeApplications === undefined) return { userAction };
    faults.push({
      path: [options.applications === undefined ? "excludeApplications" : "applications"],
      message: "a policy is about applications or about a user action",
      fix: "remove one of the two",
    });
    return undefined;
  }
  if (applications !== "all") applicationFaults("applications", applications, faults);
  if (excludeApplications) applicationFaults("excludeApplications", excludeApplications, faults);
  return {
    applications: applications === "all" ? applications : unique(applications),
    ...(excludeApplications ? { excludeApplications: unique(excludeApplications) } : {}),
  };
}

function applicationFaults(key: string, names: readonly string[], faults: Fault[]): void {
  if (names.length === 0) faults.push({ path: [key], message: `${key} is an empty list` });
  for (const [index, name] of names.entries()) {
    if (applicationId(name) !== undefined) continue;
    const near = closest(name, Object.keys(APPLICATIONS));
    faults.push({
      path: [key, index],
      message: "no application is known by this name",
      received: JSON.stringify(name),
      expected: `an application (client) id, or ${Object.keys(APPLICATIONS).join(" | ")}`,
      ...(near === undefined ? {} : { fix: `did you mean ${near}?` }),
    });
  }
}

/** An exclusion beats an inclusion, so that a policy may reach nobody. */
function reachFaults({ include, exclude = {}, workloads }: Policy): readonly Fault[] {
  if (include === "all" || workloads) return [];
  const left = (["users", "groups", "roles"] as const).some((kind) => {
    const excluded: readonly string[] = exclude[kind] ?? [];
    return include[kind]?.some((name) => !excluded.includes(name));
  });
  if (left || (include.guests !== undefined && exclude.guests !== true)) return [];
  return [{ path: ["exclude"], message: "everyone whom the policy includes is excluded" }];
}

/** https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps#user-actions */
function deviceRegistrationFaults(policy: Policy): readonly Fault[] {
  if (policy.userAction !== "registerDevice") return [];
  const { grant, session } = policy;
  const faults: Fault[] = [];
  const demandsMfa =
    grant !== undefined &&
    grant !== "block" &&
    [grant.termsOfUse, grant.customFactors].every((one) => one === undefined) &&
    (grant.controls ?? []).every((control) => control === "mfa");
  if (!demandsMfa || session) {
    faults.push({
      path: [session ? "session" : "grant"],
      message: "registering a device can be made to ask for MFA, and nothing else",
      expected: "grant: { controls: [mfa] } or { strength: … }",
    });
  }
  for (const key of ["clients", "deviceFilter"] as const) {
    if (policy[key] === undefined) continue;
    faults.push({ path: [key], message: `${key} is no condition for registering a device` });
  }
  return faults;
}
