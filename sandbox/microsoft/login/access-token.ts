import { randomBytes } from "node:crypto";
import { isJson } from "../../http/answer";

/** What an app-only token says of its bearer. https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
export interface Claims {
  readonly aud: string;
  /** Tenant. */
  readonly tid: string;
  /** Object id of the application's service principal in the tenant. */
  readonly oid: string;
  /** Client id. */
  readonly appid: string;
  /** Application permissions. */
  readonly roles: readonly string[];
}

/**
 * A token in the form of a JWT. Its signature is random: the sandbox knows its own tokens, and clients are not to look
 * into one.
 * @param lifetime in seconds
 */
export function accessToken(claims: Claims, issuer: string, lifetime: number): string {
  const now = Math.floor(Date.now() / 1000);
  const header = { typ: "JWT", alg: "RS256", kid: "sandbox" };
  const payload = {
    ...claims,
    iss: issuer,
    iat: now,
    nbf: now,
    exp: now + lifetime,
    appidacr: "1",
    idp: issuer,
    idtyp: "app",
    sub: claims.oid,
    uti: randomBytes(16).toString("base64url"),
    ver: "1.0",
  };
  return [part(header), part(payload), randomBytes(64).toString("base64url")].join(".");
}

function part(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString("base64url");
}

/** Does an assertion look like the token of a workload identity that asks Entra ID for one of its own? */
export function isExchangeToken(assertion: string, audience: string): boolean {
  const [, payload = "", ...rest] = assertion.split(".");
  if (rest.length !== 1) return false;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    return isJson(claims) && [claims.aud].flat().includes(audience);
  } catch {
    return false;
  }
}
