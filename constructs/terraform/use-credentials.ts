import type { TerraformProvider } from "cdktf";
import type { CredentialsOptions } from "../../lib/options";

/**
 * Notes at a provider's configuration which credentials of the environment it is to have. Terraform has no such word, and
 * the provider none: it is a comment of its JSON syntax, which those who run Terraform read, and which holds no secret.
 * https://developer.hashicorp.com/terraform/language/syntax/json#comment-properties
 */
export function useCredentials(
  provider: Pick<TerraformProvider, "addOverride"> | object,
  credentials: CredentialsOptions | undefined,
): void {
  if (credentials === undefined) return;
  (provider as TerraformProvider).addOverride("//", { credentials: credentials.prefix });
}
