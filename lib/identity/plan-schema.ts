import * as v from "valibot";
import { ADVICE_RULES, type Advice } from "../advice";
import { PlannedObjectSchema } from "../exchange/plan-schema";
import { type Fault, shown } from "../fault";
import { isMapping } from "../mapping";
import { agrees } from "../schema/agree";
import { readOptions } from "../schema/read-options";
import { flag, text, texts } from "../schema/scalars";
import { byMember, closed, guarded, may, word } from "../schema/shapes";
import type {
  BreakGlassPlan,
  ControlExclusions,
  IdentityPlan,
  NamedLocationPlan,
  PlannedPolicy,
  SsprPlan,
} from "./identity-plan";
import { FOR_NOBODY } from "./parse-policy";
import type { Policy } from "./policy";
import { NamedPolicySchema, PolicyStateSchema } from "./schema";

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

/** What a policy says, as far as a type can tell; `parsePolicy` reads the rest. */
export const PolicySchema = guarded<Policy>(isPolicy, policyFaults);

/** Policies as planned. */
export const PlannedPoliciesSchema = v.array(
  agrees<PlannedPolicy>()(
    closed({ key: text, state: PolicyStateSchema, breakGlass: text, policy: PolicySchema }),
  ),
);

/** What a tenant declares of its identities. */
export const IdentityPlanSchema = agrees<IdentityPlan>()(
  closed({
    breakGlass: may(BreakGlassPlanSchema),
    sspr: may(SsprPlanSchema),
    settings: may(v.array(PlannedObjectSchema)),
    securityDefaults: may(flag),
    namedLocations: NamedLocationPlansSchema,
    policies: PlannedPoliciesSchema,
    scubaGearExclusions: v.array(
      agrees<ControlExclusions>()(closed({ control: text, users: texts, groups: texts })),
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

function isAdvice(value: unknown): value is Advice {
  return (
    isMapping(value) && typeof value.message === "string" && ADVICE_RULES.some((rule) => rule === value.rule)
  );
}

function notAdvice(value: unknown): readonly Fault[] {
  return [{ message: "no advice", received: shown(value), expected: "what planIdentity answers" }];
}
