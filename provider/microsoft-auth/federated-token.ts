import { readFile } from "node:fs/promises";
import { answerError } from "../http/answer-error";
import { CloudError } from "../http/cloud-error";
import { field, text } from "../http/json";
import type { Secret } from "../http/secret";
import { send } from "../http/send";
import { assertionFields, type Credential, type Proof, unusable } from "./credential";

/** Where a federated identity's own token comes from. */
export type FederatedSource =
  | { readonly from: "value"; readonly token: Secret }
  | { readonly from: "file"; readonly path: string }
  | {
      /** GitHub Actions, with `permissions: id-token: write`. */
      readonly from: "github";
      readonly url: string;
      readonly requestToken: Secret;
      readonly audience: string;
    };

/** Proves the application by a token of an identity provider that Entra ID was told to trust (OIDC). */
export function federatedToken(source: FederatedSource): Credential {
  return {
    kind: "federated token",
    fields: async (proof) => assertionFields(await token(source, proof)),
  };
}

/** Read anew each time: such tokens live for minutes, and files with them are rewritten. */
async function token(source: FederatedSource, proof: Proof): Promise<string> {
  if (source.from === "value") return source.token.reveal();
  if (source.from === "github") return askGitHub(source, proof);
  const content = await readFile(source.path, "utf8").catch(() => {
    throw unusable(`the file with the federated token cannot be read: ${source.path}`);
  });
  return content.trim();
}

/** https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect */
async function askGitHub(
  { url, requestToken, audience }: FederatedSource & { readonly from: "github" },
  { timeout, now }: Proof,
): Promise<string> {
  const address = new URL(url);
  address.searchParams.set("audience", audience);
  const secret = requestToken.reveal();
  const headers = { accept: "application/json", authorization: `Bearer ${secret}` };
  const answer = await send({ method: "GET", url: address.href, headers }, timeout, undefined);
  const value = text(field(answer.body, "value"));
  if (answer.status === 200 && value !== undefined) return value;
  const { status, code, message, retryable } = answerError(answer, [secret], now);
  throw new CloudError({ status, code, message: `GitHub gave no identity token: ${message}`, retryable });
}
