import type { Endpoints } from "../../lib/microsoft/clouds";
import type { Credential } from "./credential";

/** What is set in the provider's configuration. Everything missing is read from the environment. */
export interface AuthSettings {
  readonly tenantId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  readonly clientCertificatePath?: string | undefined;
  readonly clientCertificatePassword?: string | undefined;
  readonly useOidc?: boolean | undefined;
  readonly oidcToken?: string | undefined;
  readonly oidcTokenFilePath?: string | undefined;
  readonly oidcRequestUrl?: string | undefined;
  readonly oidcRequestToken?: string | undefined;
  /** A cloud as the estate calls it, or an environment as azuread does. */
  readonly environment?: string | undefined;
}

/** Who calls, where, and how that is proven. */
export interface Auth {
  /** The tenant's GUID. */
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: Credential;
  /** Where calls go. */
  readonly endpoints: Endpoints;
  /** What tokens are asked for; the same as `endpoints` but against an emulator. */
  readonly resources: Endpoints;
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;
