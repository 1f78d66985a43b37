import type { CredentialsOptions } from "./options";

/** What tells one caller from another, by the first word of the variables' names. */
export type CredentialKind = "CLOUDFLARE" | "ARM";

/** Environment variables by name. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables that say who calls, and prove it. With a prefix none of them is taken without it: half of one account's
 * and half of another's would open a third thing, or nothing.
 * https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs,
 * https://registry.terraform.io/providers/hashicorp/azuread/latest/docs,
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs
 */
const CALLER: Readonly<Record<CredentialKind, readonly string[]>> = {
  CLOUDFLARE: [
    "CLOUDFLARE_API_TOKEN",
    "CLOUDFLARE_API_KEY",
    "CLOUDFLARE_EMAIL",
    "CLOUDFLARE_API_USER_SERVICE_KEY",
  ],
  ARM: [
    "ARM_TENANT_ID",
    "ARM_SUBSCRIPTION_ID",
    "ARM_AUXILIARY_TENANT_IDS",
    "ARM_CLIENT_ID",
    "ARM_CLIENT_ID_FILE_PATH",
    "ARM_CLIENT_SECRET",
    "ARM_CLIENT_SECRET_FILE_PATH",
    "ARM_CLIENT_CERTIFICATE",
    "ARM_CLIENT_CERTIFICATE_PATH",
    "ARM_CLIENT_CERTIFICATE_PASSWORD",
    "ARM_OIDC_TOKEN",
    "ARM_OIDC_TOKEN_FILE_PATH",
    "ARM_OIDC_AZURE_SERVICE_CONNECTION_ID",
    "ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID",
  ],
};

/** Which variables a prefix stands before: of Cloudflare those above, so that its API's address stays; of ARM all. */
function isOfKind(kind: CredentialKind, name: string): boolean {
  return kind === "ARM" ? name.startsWith("ARM_") : CALLER[kind].includes(name);
}

/** The variables of a prefix: `CONTOSO_ARM_CLIENT_ID` of `CONTOSO`. */
export function isOfPrefix({ prefix }: CredentialsOptions, variable: string): boolean {
  if (!variable.startsWith(`${prefix}_`)) return false;
  const name = variable.slice(prefix.length + 1);
  return isOfKind("CLOUDFLARE", name) || isOfKind("ARM", name);
}

/**
 * What differs in the environment of a program that is to call by the credentials of a prefix. `undefined` takes a variable away.
 * How to sign in where a machine says it (`ARM_USE_OIDC`, `ARM_OIDC_REQUEST_TOKEN`) stays, unless the prefix has its own.
 */
export function credentialVariables(
  env: Environment,
  { prefix }: CredentialsOptions,
  kind: CredentialKind,
): Record<string, string | undefined> {
  const own = Object.entries(env).flatMap(([variable, value]) => {
    const name = variable.startsWith(`${prefix}_`) ? variable.slice(prefix.length + 1) : "";
    return isOfKind(kind, name) ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(CALLER[kind].map((name) => [name, undefined])), ...Object.fromEntries(own) };
}

/** What is missing of a prefix, in words; `undefined` if a provider can be given something. */
export function missingCredentials(
  env: Environment,
  credentials: CredentialsOptions,
  kind: CredentialKind,
): string | undefined {
  const own = credentialVariables(env, credentials, kind);
  const { prefix } = credentials;
  if (kind === "ARM") {
    if (CALLER.ARM.some((name) => own[name])) return undefined;
    return `none of ${prefix}_ARM_TENANT_ID, ${prefix}_ARM_CLIENT_ID, ${prefix}_ARM_CLIENT_SECRET, … is set`;
  }
  if (own.CLOUDFLARE_API_TOKEN || (own.CLOUDFLARE_API_KEY && own.CLOUDFLARE_EMAIL)) return undefined;
  return `${prefix}_CLOUDFLARE_API_TOKEN is not set, nor ${prefix}_CLOUDFLARE_API_KEY with ${prefix}_CLOUDFLARE_EMAIL`;
}
