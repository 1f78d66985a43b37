import type { Allowing } from "../../exchange/options";
import type {
  AdminConsentRequestPolicyValues,
  AuthenticationMethodsPolicyValues,
  AuthenticationMethodValues,
  AuthorizationPolicyValues,
  ConsentSettingsValues,
  DefaultAppManagementPolicyValues,
  DomainPasswordPolicyValues,
  RoleManagementPolicyValues,
} from "../../exchange/values";

/** Groups by display name, which must exist unless this tenant's stack creates them, or `all` for everybody. */
export type GroupsOptions = "all" | readonly string[];

/** Values of Graph's, with groups by name in the place of their ids. */
export type WithGroups<T> = {
  readonly [K in keyof T]: K extends `${string}Groups` ? GroupsOptions : T[K];
};

/** One sign-in method: who may use it, and how. A method takes its own settings only. */
export type MethodOptions = WithGroups<Omit<AuthenticationMethodValues, "method">>;

/** One of which something can loosen protection. */
export type AllowingMethodOptions = MethodOptions & Allowing;

/** What holds for all sign-in methods. */
export type MethodsPolicyOptions = WithGroups<AuthenticationMethodsPolicyValues> & Allowing;

/** Sign-in methods. What is left out comes from the baseline, else it stays as it is. */
export interface MethodsOptions {
  /** What holds for all of them: migration, registration campaign, preferred method, reports of suspicious activity. */
  readonly policy?: MethodsPolicyOptions;
  /** One-time codes by mail, for guests and for password reset. */
  readonly email?: MethodOptions;
  /** Passkeys: security keys, and those in Microsoft Authenticator. */
  readonly fido2?: MethodOptions;
  /** Microsoft Authenticator: push and passwordless. */
  readonly microsoftAuthenticator?: AllowingMethodOptions;
  /** A QR code and a PIN, for frontline workers. */
  readonly qrCodePin?: MethodOptions;
  /** Text messages. */
  readonly sms?: AllowingMethodOptions;
  /** One-time codes of an application. */
  readonly softwareOath?: MethodOptions;
  /** Temporary Access Pass: a code for a short time, by which other methods are registered. */
  readonly temporaryAccessPass?: MethodOptions;
  /** Phone calls. */
  readonly voice?: AllowingMethodOptions;
  /** Certificates. */
  readonly x509Certificate?: AllowingMethodOptions;
}

/** What everybody in the tenant may do without a role. What is left out comes from the baseline, else it stays as it is. */
export type AuthorizationOptions = AuthorizationPolicyValues & Allowing;

/** When passwords of a domain's users expire. */
export type PasswordOptions = Omit<DomainPasswordPolicyValues, "domain">;

/** By domain: verified ones, not federated, no subdomain of another one. */
export type PasswordsOptions = Readonly<Record<string, PasswordOptions>>;

/**
 * How people ask for an application that they may not consent to themselves, and who answers: `reviewerUsers` by user
 * principal name, `reviewerGroups` by display name. Reviewers by role stay as they are.
 */
export type ConsentRequestsOptions = AdminConsentRequestPolicyValues;

/** Directory settings on consent; `groupSpecificConsentGroup` is a group's display name. */
export type ConsentSettingsOptions = ConsentSettingsValues & Allowing;

/** Consent to applications, beside what people may consent to themselves. What is left out comes from the baseline, else it stays as it is. */
export interface ConsentOptions {
  /** Who answers people that ask. @default the baseline's where somebody is named, else as it is */
  readonly requests?: ConsentRequestsOptions;
  /** May people ask, and may owners of groups consent. @default the baseline's, else as they are */
  readonly settings?: ConsentSettingsOptions;
}

/** Which passwords and certificates applications may have. What is left out comes from the baseline, else it stays as it is. */
export type ApplicationsOptions = DefaultAppManagementPolicyValues & Allowing;

/**
 * How Privileged Identity Management gives one role: `activationApproverUsers` by user principal name,
 * `activationApproverGroups` by display name.
 */
export type RoleRulesOptions = Omit<RoleManagementPolicyValues, "role"> & Allowing;

/** People and groups by name. */
export interface RolePrincipalsOptions {
  /** User principal names. */
  readonly users?: readonly string[];
  /** Display names of groups. */
  readonly groups?: readonly string[];
}

/** Who has a role. */
export interface RoleHoldersOptions {
  /**
   * Who may activate the role: the stack makes them eligible, for good, and nobody else less. Accounts of the cloud alone;
   * groups that roles can be assigned to.
   * @default the stack makes nobody eligible
   */
  readonly eligible?: RolePrincipalsOptions;
  /**
   * User principal names of those who have the role active for good. They are counted, and not changed.
   * @default of Global Administrator the break-glass accounts, else nobody
   */
  readonly active?: readonly string[];
}

/** Directory roles of great power: who has them, and how Privileged Identity Management gives them. Needs Entra ID P2. */
export interface PrivilegedRolesOptions {
  /** Addresses that are told when somebody is given, or activates, one of the roles that `rules` or the baseline name. @default whoever is told so far */
  readonly alerts?: readonly string[];
  /** Who approves where an activation has to be approved. @default whoever does so far */
  readonly approvers?: RolePrincipalsOptions;
  /** By the role's display name, such as `Global Administrator`. @default the baseline's with `mfa.licence: p2`, else as they are */
  readonly rules?: Readonly<Record<string, RoleRulesOptions>>;
  /** By the role's display name. @default nothing is said of who has them */
  readonly holders?: Readonly<Record<string, RoleHoldersOptions>>;
}
