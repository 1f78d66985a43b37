import type { ExchangeObjectPosture, TenantPosture } from "../model";
import { objectsOf, valueIn } from "./exchange-objects";

/** A rule against the loss of data that acts, with the policy that it belongs to, where the posture has it. */
export interface ActingRule {
  readonly rule: ExchangeObjectPosture;
  readonly policy?: ExchangeObjectPosture;
}

/** Rules against the loss of data that are on, in policies that are. */
export function actingRules(tenant: TenantPosture): readonly ActingRule[] {
  const policies = objectsOf(tenant, "dlp-compliance-policy");
  return objectsOf(tenant, "dlp-compliance-rule").flatMap((rule): readonly ActingRule[] => {
    if (valueIn(rule, "disabled") === true) return [];
    const name = String(valueIn(rule, "policy") ?? "").toLowerCase();
    const policy = policies.find((one) => one.name.toLowerCase() === name);
    if (policy && (valueIn(policy, "mode") ?? "Enable") !== "Enable") return [];
    return [policy ? { rule, policy } : { rule }];
  });
}

/** Kinds of sensitive information that CISA asks a policy for, by Microsoft's names. */
export const PERSONAL_DATA = [
  "Credit Card Number",
  "U.S. Individual Taxpayer Identification Number (ITIN)",
  "U.S. Social Security Number (SSN)",
] as const;

/** The kinds that a rule looks for; undefined where that is not known. */
export function kindsIn({ rule }: ActingRule): ReadonlySet<string> | undefined {
  if (rule.unknown?.includes("contentContainsSensitiveInformation")) return undefined;
  const kinds = valueIn(rule, "contentContainsSensitiveInformation");
  return new Set((Array.isArray(kinds) ? kinds : []).map((kind: string) => kind.split(";")[0]?.trim() ?? ""));
}

/** Does a rule look for all of CISA's kinds? Unknown counts as yes: nobody can say that it does not. */
export function looksForAll(acting: ActingRule): boolean {
  const kinds = kindsIn(acting);
  return kinds === undefined || PERSONAL_DATA.every((kind) => kinds.has(kind));
}
