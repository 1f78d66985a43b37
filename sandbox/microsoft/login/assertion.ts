import { constants, createHash, type KeyObject, verify, X509Certificate } from "node:crypto";
import { type Json, readJson } from "../../http/answer";

/** Whom an assertion has to be of, for whom, and by which certificate. */
interface Expected {
  readonly clientId: string;
  readonly audience: string;
  /** PEM. */
  readonly certificate: string;
}

/**
 * Is this an assertion as an application with a certificate makes it?
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export function isSignedAssertion(
  assertion: string,
  { clientId, audience, certificate: pem }: Expected,
): boolean {
  const [header = "", claims = "", signature = "", ...rest] = assertion.split(".");
  if (rest.length > 0) return false;
  const certificate = new X509Certificate(pem);
  const said = decoded(header);
  const claimed = decoded(claims);
  const now = Date.now() / 1000;
  return (
    isOf(said, certificate) &&
    claimed.aud === audience &&
    claimed.iss === clientId &&
    claimed.sub === clientId &&
    Number(claimed.nbf) <= now + 5 &&
    Number(claimed.exp) > now &&
    isVerified(String(said.alg), `${header}.${claims}`, certificate.publicKey, signature)
  );
}

/** `x5t` is the older thumbprint, which hashicorp/azuread sends. */
function isOf(header: Json, { raw }: X509Certificate): boolean {
  const thumbprint = (hash: string) => createHash(hash).update(raw).digest("base64url");
  if (header["x5t#S256"] !== undefined) return header["x5t#S256"] === thumbprint("sha256");
  return String(header.x5t).replace(/=+$/, "") === thumbprint("sha1");
}

function isVerified(algorithm: string, signed: string, key: KeyObject, signature: string): boolean {
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  const padding = { PS256: pss, RS256: { padding: constants.RSA_PKCS1_PADDING } }[algorithm];
  if (padding === undefined) return false;
  return verify("sha256", Buffer.from(signed), { key, ...padding }, Buffer.from(signature, "base64url"));
}

function decoded(part: string): Json {
  return readJson(Buffer.from(part, "base64url").toString());
}
