import type {
  AuthenticationFlow,
  ClientApp,
  CloudAppSecurity,
  DeviceControl,
  GuestType,
  InsiderRisk,
  Locations,
  Platform,
  PolicyState,
  RiskLevel,
  SignInRisk,
  UserAction,
} from "./policy";
import type {
  ApplicationsOptions,
  AuthorizationOptions,
  ConsentOptions,
  MethodsOptions,
  PasswordsOptions,
  PrivilegedRolesOptions,
} from "./settings/options";

/** What one tenant declares of its identities. The estate's `tenants.<name>.identity` and `TenantStack` share it. */
export interface IdentityOptions {
  /** The accounts that no policy may ever lock out. Required as soon as there is a policy. */
  readonly breakGlass?: BreakGlassOptions;
  /** The group for self-service password reset: `users`, `rule` or `existing`. @default none */
  readonly sspr?: SsprOptions;
  /**
   * Where what is left out under `methods`, `authorization`, `passwords`, `consent`, `applications` and `privilegedRoles`
   * comes from. Conditional Access has its own, `mfa.baseline`.
   * @default "none"
   */
  readonly baseline?: SettingBaseline;
  /** Methods by which people sign in or prove who they are. @default the baseline's, else as they are */
  readonly methods?: MethodsOptions;
  /** What everybody may do without a role. @default the baseline's, else as it is */
  readonly authorization?: AuthorizationOptions;
  /** When passwords expire, by domain. @default the baseline's for the initial domain, else as it is */
  readonly passwords?: PasswordsOptions;
  /** Consent to applications: whom people ask, and what owners of groups may. @default the baseline's, else as it is */
  readonly consent?: ConsentOptions;
  /** Which passwords and certificates applications may have. @default the baseline's, else as it is */
  readonly applications?: ApplicationsOptions;
  /** Directory roles of great power. @default the baseline's, else as they are */
  readonly privilegedRoles?: PrivilegedRolesOptions;
  /** AI agents at risk are blocked. @default with baseline `scuba` and `mfa.licence: p2` it is reported, else nothing is said of them */
  readonly agentRisk?: AgentRiskOptions;
  /** Conditional Access policies. @default no policy */
  readonly mfa?: MfaOptions;
  /**
   * Are Microsoft's security defaults on? The stack switches them, by provider m365; no policy can be on beside them.
   * https://learn.microsoft.com/entra/fundamentals/security-defaults
   * @default they stay as they are, and are taken to be off
   */
  readonly securityDefaults?: boolean;
  /** Named locations by a name of your choice, which policies refer to and which the tenant shows. */
  readonly namedLocations?: Readonly<Record<string, NamedLocationOptions>>;
  /** Authentication strengths of your own by a name of your choice, which policies refer to. @default none */
  readonly strengths?: Readonly<Record<string, StrengthOptions>>;
  /** What keeps the tenant's users the same as those of Active Directory. @default nothing is said of it */
  readonly sync?: SyncOptions;
  /** What machines hold that people sign in at. @default nothing is said of it */
  readonly endpoints?: EndpointsOptions;
}

/** AI agents at risk, which Conditional Access of Graph's beta alone knows. Needs Entra ID P2. */
export interface AgentRiskOptions {
  /** Is the policy in force? @default "report-only" */
  readonly state?: PolicyState;
  /** At which risk an agent is blocked. @default high */
  readonly levels?: readonly AgentRiskLevel[];
  /** The policy's name in the tenant. @default "Block AI agents at risk" */
  readonly displayName?: string;
}

/** Risk of an agent. */
export const AGENT_RISK_LEVELS = ["low", "medium", "high"] as const;
/** See {@link AGENT_RISK_LEVELS}. */
export type AgentRiskLevel = (typeof AGENT_RISK_LEVELS)[number];

/** What machines are told, beside what people sign in with. */
export interface EndpointsOptions {
  /** How Remote Desktop and remote management delegate credentials. @default nothing is said of it */
  readonly credssp?: CredSspOptions;
}

/** Protection levels of CredSSP that are taken; a third, Vulnerable, is refused. */
export const CREDSSP_PROTECTIONS = ["force-updated-clients", "mitigated"] as const;
/**
 * `force-updated-clients`: services refuse clients without the update of May 2018, and clients refuse such services.
 * `mitigated`: clients refuse services without it; services still take old clients.
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-credssp#allowencryptionoracle
 */
export type CredSspProtection = (typeof CREDSSP_PROTECTIONS)[number];

/** "Encryption Oracle Remediation", against CVE-2018-0886. */
export interface CredSspOptions {
  /** The level. */
  readonly protection: CredSspProtection;
}

/** What synchronizes: Microsoft Entra Connect Sync, or Microsoft Entra Cloud Sync. */
export const SYNC_TOOLS = ["connect-sync", "cloud-sync"] as const;
/** See {@link SYNC_TOOLS}. */
export type SyncTool = (typeof SYNC_TOOLS)[number];

/** Directory synchronization of a tenant. */
export interface SyncOptions {
  /** What synchronizes. */
  readonly tool: SyncTool;
  /**
   * Minutes since the last synchronization, at most, 1 to 10,080. With it each plan of the tenant's stack holds
   * synchronization against what is expected: it is on, no older, nobody collides with another, and there is Entra ID P1
   * or P2 where passwords are written back. Microsoft takes three hours, 180, for a fault. @default nothing is held
   */
  readonly maxAge?: number;
  /** Passwords that are reset in the cloud are written back to Active Directory. @default they are not */
  readonly writeback?: WritebackOptions;
}

/** Password writeback: who writes, and where. https://learn.microsoft.com/entra/identity/authentication/concept-sspr-writeback */
export interface WritebackOptions {
  /** Each domain of Active Directory whose users reset passwords, by its DNS name. */
  readonly domains: Readonly<Record<string, WritebackDomainOptions>>;
  /**
   * Somebody has seen that writeback is on: the switch of what synchronizes, and the checkbox in the portal. Neither can be
   * read by an application. @default nobody has, which `mail-hygiene writeback` says
   */
  readonly confirmed?: ConfirmedOptions;
}

/** A person's word for what no API shows. It ends by itself, so that somebody looks again. */
export interface ConfirmedOptions {
  /** The day on which they looked, `YYYY-MM-DD`. */
  readonly date: string;
  /** Who looked. */
  readonly by: string;
  /** For how many days the word counts, 1 to 730. @default 180 */
  readonly days?: number;
}

/** Password writeback in one domain of Active Directory. */
export interface WritebackDomainOptions {
  /**
   * The account that writes: of Connect Sync the AD DS connector account, such as `CONTOSO\\MSOL_1a2b3c4d5e6f`; of Cloud
   * Sync the group managed service account, `CONTOSO\\provAgentgMSA$`. An account of this domain.
   */
  readonly account: string;
  /** Organizational units whose users may reset passwords, by distinguished name. @default the whole domain */
  readonly organizationalUnits?: readonly string[];
}

/** https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access */
export interface BreakGlassOptions {
  /** Display name of the group that every policy excludes. */
  readonly group: string;
  /** Its members: user principal names of at least two cloud-only accounts, which must exist. */
  readonly users: readonly string[];
  /** The group exists and is looked up, with these users among its members. @default it is created */
  readonly existing?: true;
}

/** The group whose members may reset their own password. Its members come in one of three ways. */
export interface SsprOptions {
  /** Display name of the security group. */
  readonly group: string;
  /** Static membership: user principal names. */
  readonly users?: readonly string[];
  /** Dynamic membership: a rule such as `user.department -eq "Sales"`. Needs Entra ID P1. */
  readonly rule?: string;
  /** The group exists and keeps its members. */
  readonly existing?: true;
  /** Owners by user principal name. @default the identity that applies the stack */
  readonly owners?: readonly string[];
  /** The group's description. @default says that it is for self-service password reset */
  readonly description?: string;
}

/** Which policies a tenant starts from. */
export const BASELINES = ["microsoft", "scuba", "cis", "none"] as const;
/**
 * `microsoft`: Microsoft's own templates. `scuba`: CISA's baseline. `cis`: the CIS benchmark. `none`: no
 * policy.
 */
export type BaselineName = (typeof BASELINES)[number];

/** Where a tenant's values for sign-in methods and for what everybody may do come from. */
export const SETTING_BASELINES = ["none", "microsoft", "scuba", "cis"] as const;
/** `microsoft`: what Microsoft recommends. `scuba`: CISA's baseline. `cis`: the CIS benchmark. `none`: nothing. */
export type SettingBaseline = (typeof SETTING_BASELINES)[number];

/** The licence that every user whom a policy reaches has: risk policies need P2. */
export const LICENCES = ["p1", "p2"] as const;
/** Entra ID P1 or P2. */
export type Licence = (typeof LICENCES)[number];

/**
 * - `role`: accounts with the role Directory Synchronization Accounts, which Entra Connect gives to its own; the role is
 *   excluded. CISA's SCuBA counts a policy that excludes a role as none.
 * - `application`: Entra Connect Sync 2.5.76 and later with application-based authentication, or Entra Cloud Sync; policies
 *   for users do not reach it, and nobody is excluded.
 * - `none`: nothing is synchronized; nobody is excluded.
 * - accounts by user principal name, or groups that hold them: these are excluded.
 *
 * https://learn.microsoft.com/entra/identity/hybrid/connect/authenticate-application-id
 */
export type DirectorySyncOptions =
  | (typeof DIRECTORY_SYNC)[number]
  | {
      /** User principal names of the accounts. */
      readonly users?: readonly string[];
      /** Display names of groups that hold the accounts. */
      readonly groups?: readonly string[];
    };
/** The words for what directory synchronization signs in as, see {@link DirectorySyncOptions}. */
export const DIRECTORY_SYNC = ["role", "application", "none"] as const;

/** Conditional Access of a tenant: a baseline, and what differs from it. */
export interface MfaOptions {
  /** Where the policies come from. @default "microsoft" */
  readonly baseline?: BaselineName;
  /**
   * Entra ID P1 or P2. Without P2 the baseline's risk policies are left out, since Graph refuses them.
   * @default "p1"
   */
  readonly licence?: Licence;
  /**
   * What directory synchronization signs in as, so that no policy of the baseline stops it.
   * @default "role" where the baseline allows it; baseline `scuba` excludes nobody until it is said, and a policy that
   * would stop synchronization cannot be turned on before that
   */
  readonly directorySync?: DirectorySyncOptions;
  /** Under a baseline policy's name: what is different here. Under another name: a policy of your own. */
  readonly policies?: Readonly<Record<string, PolicyOptions>>;
}

/**
 * A policy as it is written in the estate. Under the name of a baseline policy, `state`, `displayName`, `include`,
 * `exclude` and `excludeLocations` alone are taken: `include` replaces the baseline's, exclusions add to it.
 */
export interface PolicyOptions {
  /** `report-only`, `on` or `off`. @default "report-only" */
  readonly state?: PolicyState;
  /** The policy's name in the tenant. @default the baseline's, else the name in the estate */
  readonly displayName?: string;
  /** `all`, or the people meant. @default the baseline's; a policy of your own says it, or `workloads` */
  readonly include?: "all" | PrincipalsOptions;
  /** Beside the break-glass group, which every policy excludes. */
  readonly exclude?: PrincipalsOptions;
  /** `all`, or applications by name or application (client) id. @default "all", unless there is a user action */
  readonly applications?: "all" | readonly string[];
  /** Applications left out, by name or client id. */
  readonly excludeApplications?: readonly string[];
  /** What the user is about to do, instead of applications. */
  readonly userAction?: UserAction;
  /** Client types. @default every client */
  readonly clients?: readonly ClientApp[];
  /** `all-trusted`, or a list of named locations and `mfa-trusted-ips`. @default everywhere */
  readonly includeLocations?: Locations;
  /** `all-trusted`, or a list of named locations and `mfa-trusted-ips`, that the policy is not for. */
  readonly excludeLocations?: Locations;
  /** Device platforms. @default every one */
  readonly platforms?: PlatformsOptions;
  /** Levels of sign-in risk, or `none`; needs Entra ID P2. @default whatever the risk */
  readonly signInRisk?: readonly SignInRisk[];
  /** Levels of user risk; needs Entra ID P2. @default whatever the risk */
  readonly userRisk?: readonly RiskLevel[];
  /**
   * A level of insider risk; needs Entra ID P2 and adaptive protection of Microsoft Purview. Where it comes or goes, the
   * policy is made anew, since provider azuread cannot take it away. @default whatever the risk
   */
  readonly insiderRisk?: InsiderRisk;
  /** Service principals of the tenant's own, instead of people; needs Microsoft Entra Workload ID Premium. */
  readonly workloads?: WorkloadsOptions;
  /** Levels of risk of workload identities. @default whatever the risk */
  readonly workloadRisk?: readonly RiskLevel[];
  /** How the sign-in is carried over from another device. @default however */
  readonly authenticationFlows?: readonly AuthenticationFlow[];
  /** Devices by a rule. @default every one */
  readonly deviceFilter?: DeviceFilterOptions;
  /** `block`, or what a sign-in must show. @default nothing, if there is a `session` */
  readonly grant?: "block" | GrantOptions;
  /** Bounds on the session. @default none */
  readonly session?: SessionOptions;
}

/** A policy that has its name. Whether it is switched on stands beside it. */
export type NamedPolicyOptions = Omit<PolicyOptions, "state"> & { readonly displayName: string };

/** People by name; see `Principals`. */
export interface PrincipalsOptions {
  /** User principal names. */
  readonly users?: readonly string[];
  /** Display names of groups, which must exist unless this tenant's stack creates them. */
  readonly groups?: readonly string[];
  /** Display names of built-in directory roles, e.g. `Global Administrator`. */
  readonly roles?: readonly string[];
  /** Guests: of every kind, of the kinds listed, or of these kinds from some tenants alone. */
  readonly guests?: true | readonly GuestType[] | GuestsOptions;
}

/** Guests whose home is one of some tenants. A guest whose account lies in the tenant itself has no other home. */
export interface GuestsOptions {
  /** Of which kinds. */
  readonly kinds: readonly GuestType[];
  /** Ids of their home tenants. */
  readonly tenants: readonly string[];
}

/** Service principals of applications that are registered in the tenant, by object id, or by a filter. */
export interface WorkloadsOptions {
  /** `all` that the tenant owns, or some. @default those that the filter includes */
  readonly include?: "all" | readonly string[];
  /** Service principals left out. */
  readonly exclude?: readonly string[];
  /** A rule over custom security attributes. @default none */
  readonly filter?: WorkloadFilterOptions;
}

/** Service principals by a rule over custom security attributes. */
export interface WorkloadFilterOptions {
  /** Is the policy for those that the rule matches, or not for them? */
  readonly mode: "include" | "exclude";
  /** The rule, e.g. `CustomSecurityAttribute.Engineering_Project -eq "Baker"`. */
  readonly rule: string;
}

/** An authentication strength: combinations of methods, each of which is enough. */
export interface StrengthOptions {
  /** Its name in the tenant. @default the name in the estate */
  readonly displayName?: string;
  /** What the tenant shows beside the name. @default nothing */
  readonly description?: string;
  /** In Graph's words, e.g. `fido2` or `password,softwareOath`; each comes to multifactor authentication. */
  readonly combinations: readonly string[];
}

/** Device platforms that a policy is for. */
export interface PlatformsOptions {
  /** `all`, or a list of platforms. */
  readonly include: "all" | readonly Platform[];
  /** Platforms left out. */
  readonly exclude?: readonly Platform[];
}

/**
 * Devices by a rule over their attributes
 * (https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices).
 */
export interface DeviceFilterOptions {
  /** Is the policy for the devices that the rule matches, or for all others? */
  readonly mode: "include" | "exclude";
  /** The rule, e.g. `device.isCompliant -eq True`. */
  readonly rule: string;
}

/** What a sign-in must show. */
export interface GrantOptions {
  /** All of the demands, or one of them? @default "or" */
  readonly operator?: "and" | "or";
  /** What a sign-in must show. */
  readonly controls?: readonly ("mfa" | "passwordChange" | DeviceControl)[];
  /** An authentication strength, instead of `mfa`: `mfa`, `passwordless`, `phishing-resistant`, or one of `strengths`. */
  readonly strength?: string;
  /** Terms of use by their ids, which the portal shows; no API makes any for an application. */
  readonly termsOfUse?: readonly string[];
  /** Custom controls of vendors by their ids. */
  readonly customFactors?: readonly string[];
}

/** Bounds on the session. */
export interface SessionOptions {
  /** When people sign in again: `everyTime`, `{ hours: 4 }` or `{ days: 7 }`. */
  readonly signInFrequency?:
    | "everyTime"
    | {
        /** 1 to 23. */
        readonly hours?: number;
        /** 1 to 365. */
        readonly days?: number;
      };
  /** Which factors are asked for again: `secondaryAuthentication` leaves the first out. @default both */
  readonly authenticationType?: "secondaryAuthentication";
  /** The session goes by Microsoft Defender for Cloud Apps. */
  readonly cloudAppSecurity?: CloudAppSecurity;
  /** Does the browser stay signed in after it is closed? */
  readonly persistentBrowser?: "always" | "never";
  /** Exchange and SharePoint restrict unmanaged devices. */
  readonly applicationEnforcedRestrictions?: true;
  /** Sessions end when Entra ID is out. */
  readonly disableResilienceDefaults?: true;
}

/** Address ranges or countries: one of the two. */
export interface NamedLocationOptions {
  /** Public IPv4 and IPv6 blocks in CIDR notation, or single addresses. */
  readonly ip?: readonly string[];
  /** Does `all-trusted` hold these addresses? @default false */
  readonly trusted?: boolean;
  /** ISO 3166-1 alpha-2 codes, and names of sets of countries such as `european-union`. */
  readonly countries?: readonly string[];
  /** Does the location hold addresses that belong to no known country? @default false */
  readonly unknownCountries?: boolean;
  /** How the country is found. @default "clientIpAddress" */
  readonly lookup?: "clientIpAddress" | "authenticatorAppGps";
}
