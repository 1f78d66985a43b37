import { createPrivateKey } from "node:crypto";
import { type Fault, fail, ok, type Result } from "../../fault";
import { ED25519_SPKI, readPublic, readRsa } from "./key-object";

/** Signature algorithms of DKIM: RFC 6376 §3.3.1 and RFC 8463. */
export type DkimKeyType = "rsa" | "ed25519";

/** A key that was looked into. */
export interface DkimPublicKey {
  /** `p`, white space removed. */
  readonly base64: string;
  /** Size in bits: the RSA modulus, or 256. */
  readonly bits: number;
}

/** RFC 8301 §3.2: verifiers must not accept less. */
const SMALLEST_RSA_BITS = 1024;
const ED25519_OCTETS = 32;

/**
 * Reads the base64 of a public key. RSA keys are accepted as SubjectPublicKeyInfo, as all signers publish them,
 * and as the bare RSAPublicKey that RFC 6376 §3.6.1 asks for by its letter. Faults never repeat the key:
 * what was pasted may be the private one.
 */
export function parsePublicKey(text: string, type: DkimKeyType): Result<DkimPublicKey> {
  const base64 = text.replace(/[ \t\r\n]+/g, "");
  const received = `${base64.length} characters`;
  if (/PRIVATE KEY/.test(text)) return fail({ message: "a private key", received, fix: LEAKED });
  if (base64.includes("-----")) {
    const fix = "write only the base64 between the BEGIN and END lines";
    return fail({ message: "key in PEM form", received, expected: "base64", fix });
  }
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) {
    return fail({
      message: "key is not base64",
      received,
      expected: "base64 with its padding (RFC 4648 §4)",
    });
  }
  const octets = Buffer.from(base64, "base64");
  return type === "rsa" ? rsaKey(base64, octets) : ed25519Key(base64, octets);
}

const LEAKED = "publish the public key, and replace this pair: its private half has been in a file";

function rsaKey(base64: string, octets: Buffer): Result<DkimPublicKey> {
  const key = readRsa(octets);
  if (key?.asymmetricKeyType !== "rsa") return fail(unreadable(octets, "an RSA public key"));
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits >= SMALLEST_RSA_BITS) return ok({ base64, bits });
  return fail({
    message: "RSA key is too short: receivers must not accept its signatures",
    received: `${bits} bits`,
    expected: "at least 1024 bits, better 2048 (RFC 8301 §3.2)",
  });
}

function ed25519Key(base64: string, octets: Buffer): Result<DkimPublicKey> {
  if (octets.length === ED25519_OCTETS) return ok({ base64, bits: 8 * ED25519_OCTETS });
  const wrapped = octets.subarray(0, ED25519_SPKI.length).equals(ED25519_SPKI);
  if (wrapped && octets.length === ED25519_SPKI.length + ED25519_OCTETS) {
    return fail({
      message: "Ed25519 key is wrapped in a SubjectPublicKeyInfo",
      received: `${octets.length} octets`,
      expected: "the 32 octets of the key alone (RFC 8463 §4)",
      fix: `write ${octets.subarray(ED25519_SPKI.length).toString("base64")}`,
    });
  }
  const key = readPublic(octets, "spki");
  if (key?.asymmetricKeyType === "rsa") {
    return fail({ message: "an RSA key", expected: "an Ed25519 key of 32 octets", fix: "write k=rsa" });
  }
  return fail({ ...unreadable(octets, "an Ed25519 public key"), expected: "32 octets (RFC 8463 §4)" });
}

function unreadable(octets: Buffer, wanted: string): Fault {
  const received = `${octets.length} octets`;
  if (isPrivate(octets)) return { message: "a private key", received, fix: LEAKED };
  return { message: `not ${wanted}`, received, expected: `${wanted} in DER, whole and nothing after it` };
}

function isPrivate(der: Buffer): boolean {
  return (["pkcs8", "pkcs1"] as const).some((type) => {
    try {
      createPrivateKey({ key: der, format: "der", type });
      return true;
    } catch {
      return false;
    }
  });
}
