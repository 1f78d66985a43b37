import { constants, createHash, type KeyObject, randomUUID, sign, X509Certificate } from "node:crypto";
import { assertionFields, type Credential, type Proof, unusable } from "./credential";

/** A certificate and the private key that belongs to it. */
export interface KeyPair {
  /** DER. */
  readonly certificate: Buffer;
  readonly key: KeyObject;
}

/** Entra ID takes assertions for some minutes; five are enough for clocks that disagree a little. */
const ASSERTION_SECONDS = 300;

/**
 * Proves the application by a signature. The pair is read when it is first needed.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export function clientCertificate(read: () => Promise<KeyPair>): Credential {
  let pair: Promise<KeyPair> | undefined;
  return {
    kind: "client certificate",
    fields: async (proof) => {
      pair ??= read().then(checked);
      return assertionFields(signed(await pair, proof));
    },
  };
}

/** Entra ID takes RSA keys only, and would answer a foreign key with a riddle. */
function checked(pair: KeyPair): KeyPair {
  const { certificate, key } = pair;
  if (key.asymmetricKeyType !== "rsa") throw unusable("the key of the client certificate is not an RSA key");
  if (!new X509Certificate(certificate).checkPrivateKey(key)) {
    throw unusable("the private key does not belong to the client certificate");
  }
  return pair;
}

function signed({ certificate, key }: KeyPair, { clientId, tokenEndpoint, now }: Proof): string {
  const seconds = Math.floor(now / 1000);
  const header = {
    alg: "PS256",
    typ: "JWT",
    "x5t#S256": createHash("sha256").update(certificate).digest("base64url"),
  };
  const claims = {
    aud: tokenEndpoint,
    iss: clientId,
    sub: clientId,
    jti: randomUUID(),
    nbf: seconds,
    exp: seconds + ASSERTION_SECONDS,
  };
  const input = `${part(header)}.${part(claims)}`;
  // PS256: RSASSA-PSS with SHA-256 and a salt as long as the hash (RFC 7518 §3.5).
  const signature = sign("sha256", Buffer.from(input), {
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });
  return `${input}.${signature.toString("base64url")}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
