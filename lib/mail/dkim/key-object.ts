import { createPublicKey, type KeyObject } from "node:crypto";

/** A SubjectPublicKeyInfo of Ed25519 (RFC 8410) is these octets and the key. */
export const ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** An RSA key from either of its forms. */
export function readRsa(octets: Buffer): KeyObject | undefined {
  return readPublic(octets, "spki") ?? readPublic(octets, "pkcs1");
}

/** A key in DER, whole and nothing after it. */
export function readPublic(der: Buffer, type: "spki" | "pkcs1"): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: der, format: "der", type });
    // OpenSSL reads the first DER value and does not look at what follows: two pasted halves would pass.
    return key.export({ format: "der", type }).length >= der.length ? key : undefined;
  } catch {
    return undefined;
  }
}
