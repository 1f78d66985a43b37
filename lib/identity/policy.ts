import type { RoleName } from "./roles";

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
  /** Guests: of every kind, of the kinds listed, or of these kinds from some tenants alone. */
  readonly guests?: true | readonly GuestType[] | GuestsOfTenants;
}

/** Guests whose home is one of some tenants. A guest whose account lies in the tenant itself has no other home. */
export interface GuestsOfTenants {
  /** Of which kinds. */
  readonly kinds: readonly GuestType[];
  /** Ids of their home tenants. */
  readonly tenants: readonly string[];
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

/** Words for places that every tenant has, beside which named locations stand. */
export const LOCATION_WORDS = ["all-trusted", "mfa-trusted-ips"] as const;

/**
 * Named locations by their names in the estate, which may stand beside the words `all-trusted` and `mfa-trusted-ips`: the
 * trusted addresses of the service settings of multifactor authentication.
 */
export type Locations = "all-trusted" | readonly string[];

/** What Entra ID Protection rates sign-ins and users with, rising. */
export const RISK_LEVELS = ["low", "medium", "high"] as const;
/** One level of risk. */
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** What a policy may ask of a sign-in's risk: a level, or that there is none. */
export const SIGN_IN_RISKS = ["none", ...RISK_LEVELS] as const;
/** A level of a sign-in's risk. */
export type SignInRisk = (typeof SIGN_IN_RISKS)[number];

/** What adaptive protection of Microsoft Purview rates users with, rising. */
export const INSIDER_RISKS = ["minor", "moderate", "elevated"] as const;
/** One level of insider risk. */
export type InsiderRisk = (typeof INSIDER_RISKS)[number];

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
  /** Nobody, `{}`, for a policy for workload identities. */
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
  readonly signInRisk?: readonly SignInRisk[];
  /** Needs Entra ID P2. */
  readonly userRisk?: readonly RiskLevel[];
  /** Needs Entra ID P2 and adaptive protection of Microsoft Purview. */
  readonly insiderRisk?: InsiderRisk;
  /** Workload identities, instead of people. */
  readonly workloads?: Workloads;
  /** Of workload identities; needs Microsoft Entra Workload ID Premium. */
  readonly workloadRisk?: readonly RiskLevel[];
  readonly authenticationFlows?: readonly AuthenticationFlow[];
  /** Devices that the rule includes or excludes, e.g. `device.isCompliant -eq True`. */
  readonly deviceFilter?: { readonly mode: "include" | "exclude"; readonly rule: string };
}

/**
 * Workload identities: service principals of applications that are registered in the tenant, by object id. Needs Microsoft
 * Entra Workload ID Premium. https://learn.microsoft.com/entra/identity/conditional-access/workload-identity
 */
export interface Workloads {
  /** `all` that the tenant owns, or some; absent: those that the filter includes. */
  readonly include?: "all" | readonly string[];
  readonly exclude?: readonly string[];
  /** By a rule over custom security attributes. */
  readonly filter?: { readonly mode: "include" | "exclude"; readonly rule: string };
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

/**
 * Clients that know only a user name and a password: no session control reaches them. `easSupported` is Exchange ActiveSync
 * on platforms that Conditional Access knows, a part of `exchangeActiveSync`.
 */
export const LEGACY_CLIENTS = ["exchangeActiveSync", "easSupported", "other"] as const;
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
  | (OtherControls & {
      /** @default "or" */
      readonly operator?: "and" | "or";
      readonly controls?: readonly ("mfa" | DeviceControl)[];
      readonly strength?: never;
    })
  | (OtherControls & {
      /** @default "or" */
      readonly operator?: "and" | "or";
      readonly controls?: readonly DeviceControl[];
      /** A built-in strength, or one of the tenant's own by its name in the estate. */
      readonly strength: string;
    })
  | {
      readonly operator: "and";
      readonly controls: readonly ["mfa", "passwordChange"];
      readonly strength?: never;
      readonly termsOfUse?: never;
      readonly customFactors?: never;
    };

/** Controls that are objects of the tenant, by their ids. */
interface OtherControls {
  /** Terms of use, which nobody can make but in the portal. */
  readonly termsOfUse?: readonly string[];
  /** Custom controls of vendors. */
  readonly customFactors?: readonly string[];
}

/** What Microsoft Defender for Cloud Apps makes of a session, in Graph's words. */
export const CLOUD_APP_SECURITY = ["mcasConfigured", "monitorOnly", "blockDownloads"] as const;
/** One of them; `mcasConfigured`: what Defender's own policies say. */
export type CloudAppSecurity = (typeof CLOUD_APP_SECURITY)[number];

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
  /** Only the second factor is asked for again. @default both */
  readonly authenticationType?: "secondaryAuthentication";
  readonly cloudAppSecurity?: CloudAppSecurity;
  /** Does the browser stay signed in after it is closed? */
  readonly persistentBrowser?: "always" | "never";
  /** Exchange Online and SharePoint restrict what unmanaged devices may do. */
  readonly applicationEnforcedRestrictions?: true;
  /** Sessions end at once when Entra ID is out, instead of being extended. */
  readonly disableResilienceDefaults?: true;
}
