import { type Fault, fail, ok, type Result, within } from "../fault";
import { isMapping } from "../mapping";
import { agrees } from "../schema/agree";
import { dnsName } from "../schema/names";
import { readOptions } from "../schema/read-options";
import { closed } from "../schema/shapes";
import { advisePolicies } from "./advice";
import { PACKS } from "./baselines/packs";
import { adviseBreakGlass, planBreakGlass } from "./break-glass";
import { adviseSync } from "./directory-sync";
import type { IdentityPlan, PlannedPolicy, StrengthPlan, TenantFacts } from "./identity-plan";
import { tenantLockOuts } from "./lock-out";
import { planNamedLocations } from "./named-locations";
import type { IdentityOptions } from "./options";
import { planPolicies } from "./policies";
import { IdentitySchema } from "./schema";
import { controlExclusions, roleExclusions } from "./scuba-gear";
import type { PlannedSettings } from "./settings/plan";
import { planSspr } from "./sspr";
import { planSync } from "./sync";

const TenantFactsSchema = agrees<TenantFacts>()(closed({ initialDomain: dnsName }));

/**
 * Decides what a tenant's stack declares. There is no plan with a policy that does not exclude break-glass.
 * @returns the plan, or every fault of the options, with paths from them down
 */
export function planIdentity(options: IdentityOptions, tenant: TenantFacts): Result<IdentityPlan> {
  const given = readOptions(IdentitySchema, options);
  // Whatever else the tenant holds is not read.
  const facts = readOptions(TenantFactsSchema, {
    get initialDomain() {
      return isMapping(tenant) ? tenant.initialDomain : undefined;
    },
  });
  if (given.ok && facts.ok) return planRead(given.value, facts.value);
  return fail(
    ...(given.ok ? [] : given.faults),
    ...(facts.ok ? [] : facts.faults.map((fault) => within(fault, "tenant"))),
  );
}

function planRead(options: IdentityOptions, tenant: TenantFacts): Result<IdentityPlan> {
  const faults: Fault[] = [];
  const take = <T>(result: Result<T> | undefined, ...path: readonly string[]): T | undefined => {
    if (result?.ok === false) faults.push(...result.faults.map((fault) => within(fault, ...path)));
    return result?.ok ? result.value : undefined;
  };
  const { breakGlass: emergency, mfa } = options;
  const breakGlass = take(emergency && planBreakGlass(emergency, options.sspr), "breakGlass");
  const sspr = take(options.sspr && planSspr(options.sspr), "sspr");
  const locations = options.namedLocations ?? {};
  const namedLocations = take(planNamedLocations(locations), "namedLocations") ?? [];
  // Without the group the policies are read all the same, so that their faults are told in the same pass.
  const context = {
    locations: Object.keys(locations).sort(),
    strengths: Object.keys(options.strengths ?? {}).sort(),
  };
  const strengths = take(options.strengths && plannedStrengths(options.strengths), "strengths") ?? [];
  const sync = take(options.sync && planSync(options.sync, mfa?.directorySync), "sync");
  const policies = take(mfa && planPolicies(mfa, context, emergency?.group ?? ""), "mfa") ?? [];
  if (policies.length > 0 && !emergency) {
    faults.push({
      path: ["breakGlass"],
      message: "policies without break-glass accounts could lock everyone out",
      expected: `breakGlass: { group: sg-break-glass, users: [bg1@${tenant.initialDomain}, bg2@${tenant.initialDomain}] }`,
    });
  }
  const { objects: settings = [], holders = [] } =
    (hasSettings(options) ? take(plannedSettings(options, tenant)) : undefined) ?? {};
  if (options.securityDefaults) faults.push(...besideSecurityDefaults(policies));
  const shared = breakGlass && tenantLockOuts(policies, breakGlass, namedLocations);
  if (shared) faults.push(...shared.faults.map((fault) => within(fault, "mfa")));
  if (faults.length > 0) return fail(...faults);
  return ok({
    ...(breakGlass ? { breakGlass } : {}),
    ...(sspr ? { sspr } : {}),
    ...(settings.length > 0 ? { settings } : {}),
    ...(holders.length > 0 ? { roleHolders: holders } : {}),
    ...(options.securityDefaults ? { securityDefaults: true } : {}),
    ...(sync ? { sync } : {}),
    ...(options.endpoints ? { endpoints: options.endpoints } : {}),
    namedLocations,
    ...(strengths.length > 0 ? { strengths } : {}),
    policies,
    scubaGearExclusions: [
      ...(mfa?.baseline === "scuba" ? controlExclusions(PACKS.scuba, policies) : []),
      ...(options.baseline === "scuba" ? roleExclusions(holders) : []),
    ],
    advice: [
      ...(breakGlass ? adviseBreakGlass(breakGlass, tenant.initialDomain) : []),
      ...(mfa
        ? adviseSync(PACKS[mfa.baseline ?? "microsoft"], mfa).map((fault) => within(fault, "mfa"))
        : []),
      ...[...advisePolicies(policies, strengths), ...(shared?.advice ?? [])].map((fault) =>
        within(fault, "mfa"),
      ),
    ],
  });
}

/** Read only of tenants that have some. */
function plannedStrengths(
  options: NonNullable<IdentityOptions["strengths"]>,
): Result<readonly StrengthPlan[]> {
  const { planStrengths }: typeof import("./own-strengths") = require("./own-strengths");
  return planStrengths(options);
}

/** Does a tenant say anything of what Graph holds beside policies? */
function hasSettings({
  baseline = "none",
  methods,
  authorization,
  passwords,
  consent,
  applications,
  privilegedRoles,
  agentRisk,
  securityDefaults,
}: IdentityOptions): boolean {
  return (
    baseline !== "none" ||
    [
      methods,
      authorization,
      passwords,
      consent,
      applications,
      privilegedRoles,
      agentRisk,
      securityDefaults,
    ].some((one) => one !== undefined)
  );
}

/** Reading what they say takes a table of all that the provider knows, which other tenants do not load. */
function plannedSettings(options: IdentityOptions, tenant: TenantFacts): Result<PlannedSettings> {
  const { planSettings }: typeof import("./settings/plan") = require("./settings/plan");
  return planSettings(options, tenant);
}

/**
 * Entra ID turns no policy on while security defaults are on; in report-only it takes one.
 * https://learn.microsoft.com/entra/fundamentals/security-defaults#disabling-security-defaults
 */
function besideSecurityDefaults(policies: readonly PlannedPolicy[]): readonly Fault[] {
  const on = policies.filter(({ state }) => state === "on").map(({ key }) => key);
  if (on.length === 0) return [];
  return [
    {
      path: ["securityDefaults"],
      message: "security defaults and a policy that is on exclude each other",
      received: `true, with ${on.join(", ")} on`,
      expected: "security defaults, or policies that are on",
      fix: "write securityDefaults: false, or leave the policies in report-only",
    },
  ];
}
