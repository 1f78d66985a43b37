import type { RoleName } from "./roles";
import type { StrengthName } from "./strengths";

/**
 * One Conditional Access policy in the field's own terms: people, groups and locations by name, never by id.
 * What Entra ID refuses, or would accept and never apply, is not of this type; what a type cannot hold,
 * {@link parsePolicy} of parse-policy.ts refuses. Values that Graph has words for are Graph's words
 * (https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy).
 */
export type Policy = PolicyConditions & PolicyTarget & PolicyControls;

/** `report-only` logs what the policy would have done; `off` keeps it in the tenant, without effect. */
export type PolicyState = "report-only" | "on" | "off";

/** Whom a policy includes or excludes. An exclusion always beats an inclusion. */
export interface Principals {
  /** User principal names. */
  readonly users?: readonly string[];
  /** Display names of security groups. */
  readonly groups?: readonly string[];
  /** Built-in directory roles; assignments of custom roles or within administrative units do not count. */
  readonly roles?: readonly RoleName[];
  /** Guests: of every kind, or of the kinds listed. */
  readonly guests?: true | readonly GuestType[];
}

/** https://learn.microsoft.com/graph/api/resources/conditionalaccessguestsorexternalusers */
export const GUEST_TYPES = [
  "b2bCollaborationGuest",
  "b2bCollaborationMember",
  "b2bDirectConnectUser",
  "internalGuest",
  "otherExternalUser",
  "serviceProvider",
] as const;
/** A kind of guest or external user. */
export type GuestType = (typeof GUEST_TYPES)[number];

/** Named locations by their names in the estate, which may stand beside the word `all-trusted`. */
export type Locations = "all-trusted" | readonly string[];

/** What Entra ID Protection rates sign-ins and users with, rising. */
export const RISK_LEVELS = ["low", "medium", "high"] as const;
/** One level of risk. */
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Device platforms, in Graph's words. */
export const PLATFORMS = ["android", "iOS", "linux", "macOS", "windows", "windowsPhone"] as const;
/** One device platform. */
export type Platform = (typeof PLATFORMS)[number];

/** Ways to carry a sign-in over from one device to another. */
export const AUTHENTICATION_FLOWS = ["deviceCodeFlow", "authenticationTransfer"] as const;
/** One such way. */
export type AuthenticationFlow = (typeof AUTHENTICATION_FLOWS)[number];

/** When a policy applies. Conditions of different kinds must all hold. */
export interface PolicyConditions {
  /** The policy's name in the tenant. */
  readonly displayName: string;
  readonly include: "all" | Principals;
  /** Beside the break-glass group, which every policy excludes. */
  readonly exclude?: Principals;
  /** @default everywhere */
  readonly includeLocations?: Locations;
  readonly excludeLocations?: Locations;
  readonly platforms?: {
    readonly include: "all" | readonly Platform[];
    readonly exclude?: readonly Platform[];
  };
  /** Needs Entra ID P2. */
  readonly signInRisk?: readonly RiskLevel[];
  /** Needs Entra ID P2. */
  readonly userRisk?: readonly RiskLevel[];
  readonly authenticationFlows?: readonly AuthenticationFlow[];
  /** Devices that the rule includes or excludes, e.g. `device.isCompliant -eq True`. */
  readonly deviceFilter?: { readonly mode: "include" | "exclude"; readonly rule: string };
}

/** What is being signed in to, or what the user is about to do: one of the two. */
export type PolicyTarget =
  | {
      /** `all`, or names of well-known ones (`lib/identity/applications.ts`) and application (client) ids. */
      readonly applications: "all" | readonly string[];
      readonly excludeApplications?: readonly string[];
      readonly userAction?: never;
    }
  | {
      readonly userAction: UserAction;
      readonly applications?: never;
      readonly excludeApplications?: never;
    };

/** What a policy can guard beside applications. */
export const USER_ACTIONS = ["registerSecurityInfo", "registerDevice"] as const;
/** One such action. */
export type UserAction = (typeof USER_ACTIONS)[number];

/** Clients that speak modern authentication, and can meet any control. */
export const MODERN_CLIENTS = ["browser", "mobileAppsAndDesktopClients"] as const;
/** A client that speaks modern authentication. */
export type ModernClient = (typeof MODERN_CLIENTS)[number];

/** Clients that know only a user name and a password: no session control reaches them. */
export const LEGACY_CLIENTS = ["exchangeActiveSync", "other"] as const;
/** A kind of client, modern or legacy. */
export type ClientApp = ModernClient | (typeof LEGACY_CLIENTS)[number];

/** What the policy does: block, demand, or bound the session. Without `clients` it holds for every client. */
export type PolicyControls =
  | { readonly grant: "block"; readonly clients?: readonly ClientApp[]; readonly session?: never }
  | { readonly grant: Grant; readonly clients?: readonly ModernClient[]; readonly session?: Session }
  | { readonly grant: Grant; readonly clients: readonly ClientApp[]; readonly session?: never }
  | { readonly grant?: never; readonly clients?: readonly ModernClient[]; readonly session: Session };

/** A control that is neither MFA, which a strength replaces, nor a password change, which has a form of its own. */
export const DEVICE_CONTROLS = [
  "compliantDevice",
  "domainJoinedDevice",
  "approvedApplication",
  "compliantApplication",
] as const;
/** One such control. */
export type DeviceControl = (typeof DEVICE_CONTROLS)[number];

/**
 * What a sign-in must show. `mfa` beside an authentication strength is Graph's error 1108; `passwordChange` goes
 * with `mfa`, both required.
 */
export type Grant =
  | {
      /** @default "or" */
      readonly operator?: "and" | "or";
      readonly controls: readonly ("mfa" | DeviceControl)[];
      readonly strength?: never;
    }
  | {
      /** @default "or" */
      readonly operator?: "and" | "or";
      readonly controls?: readonly DeviceControl[];
      readonly strength: StrengthName;
    }
  | {
      readonly operator: "and";
      readonly controls: readonly ["mfa", "passwordChange"];
      readonly strength?: never;
    };

/** How often a sign-in is asked for again: each time, or after a period. */
export type SignInFrequency =
  | "everyTime"
  /** 1 to 23. */
  | { readonly hours: number; readonly days?: never }
  /** 1 to 365. */
  | { readonly days: number; readonly hours?: never };

/** Bounds on a session; at least one. */
export interface Session {
  readonly signInFrequency?: SignInFrequency;
  /** Does the browser stay signed in after it is closed? */
  readonly persistentBrowser?: "always" | "never";
  /** Exchange Online and SharePoint restrict what unmanaged devices may do. */
  readonly applicationEnforcedRestrictions?: true;
  /** Sessions end at once when Entra ID is out, instead of being extended. */
  readonly disableResilienceDefaults?: true;
}
