import type { Licence } from "../options";
import type { Policy } from "../policy";
import type { RoleName } from "../roles";

/** A policy that packs are made of. Its key is contract: construct ids and estates hold it. */
export interface BaselinePolicy {
  readonly policy: Policy;
  readonly licence: Licence;
  /** A further product that the policy's demand comes from. */
  readonly product?: "Intune";
  /** Microsoft's template with this body, but for the differences. */
  readonly template?: string;
  /** In what the policy in Graph's shape differs from its template, beyond break-glass. */
  readonly differences?: readonly Difference[];
  /** The page that says so. */
  readonly source: string;
  /** Controls met once the policy is on: `MS.AAD.…` of CISA's SCuBA, `CIS …` of CIS Microsoft 365 Foundations 7.0. */
  readonly controls: readonly string[];
  readonly why: string;
  /** What to look at before the policy is turned on. */
  readonly checkFirst: string;
}

/** The role of the account that Entra Connect signs in with, which answers no prompt. */
export const SYNC_ROLE = "Directory Synchronization Accounts" satisfies RoleName;

/** Whom a policy excludes so that directory synchronization goes on, unless the tenant says what it signs in as. */
export const SYNC = { roles: [SYNC_ROLE] } as const;

/** A list in Graph's body that gains and loses elements. */
export interface Difference {
  /** Path of the list, e.g. `conditions.users.excludeUsers`. */
  readonly at: string;
  readonly remove?: readonly string[];
  readonly add?: readonly string[];
  readonly why: string;
}

/**
 * In what every policy of every baseline differs from its template. `group` stands for the id of the break-glass group.
 */
export function breakGlassDifferences(group: string): readonly Difference[] {
  return [
    {
      at: "conditions.users.excludeUsers",
      remove: ["Current administrator will be excluded"],
      why: "whoever applies the stack is no emergency account",
    },
    {
      at: "conditions.users.excludeGroups",
      add: [group],
      why: "no policy may lock the emergency accounts out",
    },
  ];
}
