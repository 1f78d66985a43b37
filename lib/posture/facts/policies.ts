import type { GraphPolicy } from "../../identity/graph";
import type { PolicyPosture, TenantPosture } from "../model";

/** The policies that do something now. */
export function enabledPolicies({ policies = [] }: TenantPosture): readonly PolicyPosture[] {
  return policies.filter(({ policy }) => policy.state === "enabled");
}

/** Does the policy reach every user, save those that are excluded? */
export function reachesAllUsers({ conditions: { users } }: GraphPolicy): boolean {
  return users.includeUsers?.includes("All") === true;
}

/** Does it apply to every application, everywhere, on every device? */
export function appliesEverywhere({ conditions }: GraphPolicy): boolean {
  const {
    applications,
    locations,
    platforms,
    devices,
    signInRiskLevels,
    userRiskLevels,
    authenticationFlows,
  } = conditions;
  return (
    applications.includeApplications?.includes("All") === true &&
    (locations === undefined || locations.includeLocations.includes("All")) &&
    platforms === undefined &&
    devices === undefined &&
    !signInRiskLevels?.length &&
    !userRiskLevels?.length &&
    authenticationFlows === undefined
  );
}

/** Is one of the demands a second factor, in a way that no other control can stand in for? */
export function demandsMfa({ grantControls }: GraphPolicy): boolean {
  if (!grantControls) return false;
  const { operator, builtInControls = [], authenticationStrength } = grantControls;
  const demands = [...builtInControls, ...(authenticationStrength ? ["strength"] : [])];
  const factor = (control: string) => control === "mfa" || control === "strength";
  return operator === "AND" ? demands.some(factor) : demands.length > 0 && demands.every(factor);
}

export function blocks({ grantControls }: GraphPolicy): boolean {
  return grantControls?.builtInControls?.includes("block") === true;
}
