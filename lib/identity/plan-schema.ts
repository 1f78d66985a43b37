import * as v from "valibot";
import { type AccountName, parseAccountName } from "../active-directory/account-name";
import { type DistinguishedName, parseDistinguishedName } from "../active-directory/distinguished-name";
import { ADVICE_RULES, type Advice } from "../advice";
import { PlannedObjectSchema } from "../exchange/plan-schema";
import { type Fault, shown } from "../fault";
import { isMapping } from "../mapping";
import { agrees } from "../schema/agree";
import { dnsName } from "../schema/names";
import { readOptions } from "../schema/read-options";
import { flag, text, texts, whole } from "../schema/scalars";
import { byMember, closed, guarded, may, word } from "../schema/shapes";
import type {
  BreakGlassPlan,
  ControlExclusions,
  IdentityPlan,
  NamedLocationPlan,
  PlannedPolicy,
  RoleHoldersPlan,
  SsprPlan,
  StrengthPlan,
  SyncPlan,
} from "./identity-plan";
import { SYNC_TOOLS } from "./options";
import { FOR_NOBODY } from "./parse-policy";
import type { Policy } from "./policy";
import { isRoleName, type RoleName } from "./roles";
import { ConfirmedSchema, EndpointsSchema, NamedPolicySchema, PolicyStateSchema } from "./schema";

// What `planIdentity` answers, for those that declare it: JavaScript and casts give them anything.

/** The emergency access accounts as planned. */
export const BreakGlassPlanSchema = agrees<BreakGlassPlan>()(
  closed({ group: text, description: text, existing: flag, users: texts }),
);

/** The group for self-service password reset as planned. */
export const SsprPlanSchema = agrees<SsprPlan>()(
  closed({
    group: text,
    description: v.string(),
    membership: byMember("kind", {
      users: closed({ kind: word(["users"]), users: texts }),
      rule: closed({ kind: word(["rule"]), rule: text }),
      existing: closed({ kind: word(["existing"]) }),
    }),
    owners: texts,
  }),
);

/** Directory synchronization as planned. */
const SyncPlanSchema = agrees<SyncPlan>()(
  closed({
    tool: word(SYNC_TOOLS),
    maxAge: may(whole(1, 10_080, "minutes")),
    confirmed: may(ConfirmedSchema),
    writeback: v.array(
      closed({
        domain: dnsName,
        account: guarded(isAccount, () => [{ message: "no account that planIdentity answers" }]),
        containers: v.array(guarded(isName, () => [{ message: "no distinguished name" }])),
      }),
    ),
  }),
);

/** Named locations as planned. */
export const NamedLocationPlansSchema = v.array(
  agrees<NamedLocationPlan>()(
    byMember("kind", {
      ip: closed({ key: text, kind: word(["ip"]), ranges: texts, trusted: flag }),
      countries: closed({
        key: text,
        kind: word(["countries"]),
        countries: texts,
        unknownCountries: flag,
        lookup: word(["clientIpAddress", "authenticatorAppGps"]),
      }),
    }),
  ),
);

/** Authentication strengths as planned. */
export const StrengthPlansSchema = v.array(
  agrees<StrengthPlan>()(
    closed({ key: text, displayName: text, description: may(text), combinations: texts }),
  ),
);

/** What a policy says, as far as a type can tell; `parsePolicy` reads the rest. */
export const PolicySchema = guarded<Policy>(isPolicy, policyFaults);

/** Policies as planned. */
export const PlannedPoliciesSchema = v.array(
  agrees<PlannedPolicy>()(
    closed({ key: text, state: PolicyStateSchema, breakGlass: text, policy: PolicySchema }),
  ),
);

/** Who has a role, as planned. */
export const RoleHoldersPlanSchema = agrees<RoleHoldersPlan>()(
  closed({ role: v.custom<RoleName>(isRole), active: texts, users: texts, groups: texts }),
);

function isRole(value: unknown): value is RoleName {
  return typeof value === "string" && isRoleName(value);
}

/** What a tenant declares of its identities. */
export const IdentityPlanSchema = agrees<IdentityPlan>()(
  closed({
    breakGlass: may(BreakGlassPlanSchema),
    sspr: may(SsprPlanSchema),
    settings: may(v.array(PlannedObjectSchema)),
    roleHolders: may(v.array(RoleHoldersPlanSchema)),
    securityDefaults: may(flag),
    sync: may(SyncPlanSchema),
    endpoints: may(EndpointsSchema),
    namedLocations: NamedLocationPlansSchema,
    strengths: may(StrengthPlansSchema),
    policies: PlannedPoliciesSchema,
    scubaGearExclusions: v.array(
      agrees<ControlExclusions>()(closed({ control: text, users: texts, groups: texts, roles: may(flag) })),
    ),
    advice: v.array(guarded<Advice>(isAdvice, notAdvice)),
  }),
);

function isPolicy(value: unknown): value is Policy {
  return policyFaults(value).length === 0;
}

function policyFaults(value: unknown): readonly Fault[] {
  const read = readOptions(NamedPolicySchema, value);
  if (!read.ok) return read.faults;
  return read.value.include === undefined ? [FOR_NOBODY] : [];
}

function isAccount(value: unknown): value is AccountName {
  if (!isMapping(value) || typeof value.domain !== "string" || typeof value.name !== "string") return false;
  return Object.keys(value).length === 2 && parseAccountName(`${value.domain}\\${value.name}`).ok;
}

function isName(value: unknown): value is DistinguishedName {
  return typeof value === "string" && parseDistinguishedName(value).ok;
}

function isAdvice(value: unknown): value is Advice {
  return (
    isMapping(value) && typeof value.message === "string" && ADVICE_RULES.some((rule) => rule === value.rule)
  );
}

function notAdvice(value: unknown): readonly Fault[] {
  return [{ message: "no advice", received: shown(value), expected: "what planIdentity answers" }];
}
