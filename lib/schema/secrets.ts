import type { CredentialsOptions } from "../options";
import { agrees } from "./agree";
import { textLike } from "./scalars";
import { closed, type KeyHints } from "./shapes";

/** Names of settings that hold a secret, without underscores and case: Terraform's backends, Cloudflare, Azure. */
const SECRETS = new Set([
  "accesskey",
  "secretkey",
  "sessiontoken",
  "securitytoken",
  "token",
  "apitoken",
  "apikey",
  "apiuserservicekey",
  "accesstoken",
  "oidctoken",
  "oidcrequesttoken",
  "sastoken",
  "clientsecret",
  "clientcertificate",
  "clientcertificatepassword",
  "credentials",
  "encryptionkey",
  "ssecustomerkey",
  "sharedcredentialsfile",
  "password",
]);

/**
 * Refuses a secret by its name, and never repeats its value.
 * @param environment the variables to use instead
 */
export function refuseSecrets(environment: string): KeyHints {
  return (key) =>
    SECRETS.has(key.replaceAll(/[_-]/g, "").toLowerCase())
      ? {
          message: "a secret has no place in the estate",
          fix: `take it from the environment: ${environment}`,
        }
      : undefined;
}

/** Which secrets of the environment are meant. */
export const CredentialsSchema = agrees<CredentialsOptions>()(
  closed(
    {
      prefix: textLike(
        /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/,
        "capital letters, digits and underscores, such as CONTOSO for CONTOSO_CLOUDFLARE_API_TOKEN",
      ),
    },
    refuseSecrets("variables whose names begin with a prefix, which credentials: { prefix } names"),
  ),
);
