import type { ClientApp, GuestType } from "../policy";

/** One sign-in, by everything that a policy can ask about it. What is left out is the ordinary: no risk, no guest. */
export interface SignIn {
  /** Who signs in: a user, or a workload identity. */
  readonly user?: SignInUser;
  readonly workload?: SignInWorkload;
  /** An application (client) id, or any other word that policies use for one. @default one that no policy names */
  readonly application?: string;
  /** Suites that the application belongs to, such as `Office365`. @default those it is known to belong to */
  readonly suites?: readonly string[];
  /** Rules over applications that the application matches. */
  readonly applicationFilters?: readonly string[];
  /** Instead of an application: e.g. `urn:user:registersecurityinfo`. */
  readonly userAction?: string;
  /** Authentication contexts that the application asks for, e.g. `c1`. */
  readonly authenticationContexts?: readonly string[];
  /** @default "browser" */
  readonly client?: ClientApp;
  /** @default one that Conditional Access has no word for */
  readonly platform?: string;
  readonly authenticationFlow?: string;
  readonly signInRisk?: string;
  readonly userRisk?: string;
  readonly insiderRisk?: string;
  /** Rules over devices that the device matches. */
  readonly deviceFilters?: readonly string[];
  /** IPv4 or IPv6. @default one that no named location holds */
  readonly address?: string;
  /** ISO 3166-1 alpha-2 by the address; absent: one that no policy asks for. `unknown`: of no known country. */
  readonly country?: string;
  /** By the position that the Authenticator app tells. */
  readonly gpsCountry?: string;
  /** Ids of named locations of unknown content that the sign-in comes from; `AllTrusted` for one that is trusted. */
  readonly locations?: readonly string[];
}

export interface SignInUser {
  readonly id?: string;
  /** Ids of groups whose members nobody here knows. */
  readonly groups?: readonly string[];
  /** Ids of role templates. */
  readonly roles?: readonly string[];
  readonly guest?: { readonly type: GuestType; readonly tenant?: string };
}

interface SignInWorkload {
  readonly id?: string;
  /** Rules over service principals that it matches. */
  readonly filters?: readonly string[];
  readonly risk?: string;
}
