import { readFile } from "node:fs/promises";
import { fail, ok, type Result } from "../../lib/fault";
import { Secret } from "../http/secret";
import type { AuthSettings, Environment } from "./auth";
import { clientCertificate } from "./client-certificate";
import { clientSecret } from "./client-secret";
import { type Credential, unusable } from "./credential";
import { federatedToken } from "./federated-token";
import { readKeyPair } from "./key-pair";

/**
 * The credential that is set, in azuread's order: certificate, secret, federated token. What the configuration sets
 * wins over the environment only within its kind, as there.
 */
export function readCredential(
  set: AuthSettings,
  env: Environment,
  audience: string,
  readText: (path: string) => Result<string>,
): Result<Credential> {
  const certificate = readCertificate(set, env);
  if (certificate !== undefined) return ok(certificate);

  const secretPath = env.ARM_CLIENT_SECRET_FILE_PATH;
  const secret = set.clientSecret || env.ARM_CLIENT_SECRET;
  if (secret) return ok(clientSecret(new Secret(secret)));
  if (secretPath) {
    const content = readText(secretPath);
    return content.ok ? ok(clientSecret(new Secret(content.value.trim()))) : content;
  }

  const federated = readFederated(set, env, audience);
  if (federated !== undefined && (set.useOidc ?? isTrue(env.ARM_USE_OIDC))) return ok(federated);
  return fail({
    message: federated === undefined ? "no credential is set" : "a federated token is set, but not asked for",
    expected:
      "ARM_CLIENT_CERTIFICATE_PATH, ARM_CLIENT_SECRET, or ARM_USE_OIDC=true with ARM_OIDC_TOKEN, ARM_OIDC_TOKEN_FILE_PATH or GitHub's id-token permission",
    ...(federated === undefined ? {} : { fix: "set ARM_USE_OIDC=true" }),
  });
}

function readCertificate(set: AuthSettings, env: Environment): Credential | undefined {
  const path = set.clientCertificatePath || env.ARM_CLIENT_CERTIFICATE_PATH;
  const inline = env.ARM_CLIENT_CERTIFICATE;
  if (!path && !inline) return undefined;
  const given = set.clientCertificatePassword ?? env.ARM_CLIENT_CERTIFICATE_PASSWORD;
  const password = given ? new Secret(given) : undefined;
  return clientCertificate(async () => {
    if (!path) return readKeyPair(Buffer.from(inline ?? "", "base64"), password);
    const bytes = await readFile(path).catch(() => {
      throw unusable(`the file with the client certificate cannot be read: ${path}`);
    });
    return readKeyPair(bytes, password);
  });
}

function readFederated(set: AuthSettings, env: Environment, audience: string): Credential | undefined {
  const token = set.oidcToken || env.ARM_OIDC_TOKEN;
  if (token) return federatedToken({ from: "value", token: new Secret(token) });
  const path = set.oidcTokenFilePath || env.ARM_OIDC_TOKEN_FILE_PATH;
  if (path) return federatedToken({ from: "file", path });
  const url = set.oidcRequestUrl || env.ARM_OIDC_REQUEST_URL || env.ACTIONS_ID_TOKEN_REQUEST_URL;
  const request = set.oidcRequestToken || env.ARM_OIDC_REQUEST_TOKEN || env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
  if (!url || !request) return undefined;
  return federatedToken({ from: "github", url, requestToken: new Secret(request), audience });
}

function isTrue(value: string | undefined): boolean {
  return value === "true" || value === "1";
}
