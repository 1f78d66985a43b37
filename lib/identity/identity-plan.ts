import type { AccountName } from "../active-directory/account-name";
import type { DistinguishedName } from "../active-directory/distinguished-name";
import type { Advice } from "../advice";
import type { DnsName } from "../dns/name";
import type { PlannedObject } from "../exchange/exchange-plan";
import type { ConfirmedOptions, EndpointsOptions, SyncTool } from "./options";
import type { Policy, PolicyState } from "./policy";
import type { RoleName } from "./roles";

/** What a tenant's stack declares; every decision has been made, and every policy excludes break-glass. */
export interface IdentityPlan {
  /** Present whenever there is a policy. */
  readonly breakGlass?: BreakGlassPlan;
  readonly sspr?: SsprPlan;
  /** What Graph holds beside policies: sign-in methods, what everybody may do. Sorted by id. @default nothing */
  readonly settings?: readonly PlannedObject[];
  /** Who has which directory role, as far as the estate says. Sorted by role. @default nobody is named */
  readonly roleHolders?: readonly RoleHoldersPlan[];
  /** Are security defaults on in the tenant, and no policy? @default false */
  readonly securityDefaults?: boolean;
  /** Sorted by key. */
  readonly namedLocations: readonly NamedLocationPlan[];
  /** Authentication strengths of the tenant's own, sorted by key. @default none */
  readonly strengths?: readonly StrengthPlan[];
  /** Sorted by key. */
  readonly policies: readonly PlannedPolicy[];
  readonly sync?: SyncPlan;
  /** Of machines; absent: nothing is said of them. */
  readonly endpoints?: EndpointsOptions;
  /** With baseline `scuba`: whom each control's policy excludes, for ScubaGear's configuration. Sorted by control. */
  readonly scubaGearExclusions: readonly ControlExclusions[];
  /** What deserves a look though it is not wrong; paths are relative to the options. */
  readonly advice: readonly Advice[];
}

/** Whom the policy that meets a control excludes, by name. */
export interface ControlExclusions {
  /** E.g. `MS.AAD.3.1v1`. */
  readonly control: string;
  /** User principal names. */
  readonly users: readonly string[];
  /** Display names; the break-glass group first. */
  readonly groups: readonly string[];
  /** They have a privileged role for good, in place of being excluded by a policy. @default false */
  readonly roles?: boolean;
}

/** Who has a directory role. */
export interface RoleHoldersPlan {
  readonly role: RoleName;
  /** Who has it active for good, which the stack does not change. User principal names in lower case, sorted. */
  readonly active: readonly string[];
  /** Whom the stack makes eligible. User principal names in lower case, sorted. */
  readonly users: readonly string[];
  /** Groups that the stack makes eligible: display names, sorted. */
  readonly groups: readonly string[];
}

/** Directory synchronization as declared. */
export interface SyncPlan {
  readonly tool: SyncTool;
  /** Minutes since the last synchronization at most; absent: plans do not ask. */
  readonly maxAge?: number;
  /** Domains of Active Directory to which passwords are written back, sorted by name; empty: nothing is. */
  readonly writeback: readonly WritebackDomainPlan[];
  /** Who has seen that writeback is on; absent: nobody has said so. */
  readonly confirmed?: ConfirmedOptions;
}

/** Password writeback in one domain of Active Directory. */
export interface WritebackDomainPlan {
  /** Its DNS name. */
  readonly domain: DnsName;
  readonly account: AccountName;
  /** Where the account needs its rights, sorted; the root of the domain where no unit was named. */
  readonly containers: readonly DistinguishedName[];
}

/** The emergency access accounts and their group. */
export interface BreakGlassPlan {
  readonly group: string;
  readonly description: string;
  /** Is the group looked up instead of created? Then it must hold each of the users. */
  readonly existing: boolean;
  /** User principal names in lower case, sorted; at least two. */
  readonly users: readonly string[];
}

/** The group for self-service password reset. */
export interface SsprPlan {
  readonly group: string;
  readonly description: string;
  readonly membership: /** User principal names in lower case, sorted. */
    | { readonly kind: "users"; readonly users: readonly string[] }
    | { readonly kind: "rule"; readonly rule: string }
    | { readonly kind: "existing" };
  /** User principal names in lower case, sorted; empty for the identity that applies the stack. */
  readonly owners: readonly string[];
}

/** A location under its key, which is its construct id and its name in the tenant. */
export type NamedLocationPlan = { readonly key: string } & (
  | { readonly kind: "ip"; readonly ranges: readonly string[]; readonly trusted: boolean }
  | {
      readonly kind: "countries";
      readonly countries: readonly string[];
      readonly unknownCountries: boolean;
      readonly lookup: "clientIpAddress" | "authenticatorAppGps";
    }
);

/** An authentication strength under its key, which is its construct id. */
export interface StrengthPlan {
  readonly key: string;
  /** Its name in the tenant. */
  readonly displayName: string;
  readonly description?: string;
  /** As Graph writes them, sorted. */
  readonly combinations: readonly string[];
}

/** A policy under its key, which is its construct id. */
export interface PlannedPolicy {
  readonly key: string;
  readonly state: PolicyState;
  /** Display name of the group that the policy excludes, whatever else it says. */
  readonly breakGlass: string;
  readonly policy: Policy;
}

/** What a plan has to know of the tenant. */
export interface TenantFacts {
  /** The tenant's first domain, e.g. `contoso.onmicrosoft.com`. */
  readonly initialDomain: DnsName;
}
