import type { Allowing } from "../../exchange/options";
import type {
  AuthenticationMethodsPolicyValues,
  AuthenticationMethodValues,
  AuthorizationPolicyValues,
  DomainPasswordPolicyValues,
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
