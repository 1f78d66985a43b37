import { createHash, type KeyObject, verify } from "node:crypto";
import { type Resolve, txtText } from "../../../dns/resolve";
import { formatFault } from "../../../fault";
import { type DkimKey, parseDkimKey } from "../key";
import { ED25519_SPKI, readPublic, readRsa } from "../key-object";
import type { DkimKeyType, DkimPublicKey } from "../public-key";

/** A selector's key as a verifier finds it, or why there is none. */
export type KeyFound =
  | { readonly ok: true; readonly key: DkimKey; readonly object: KeyObject }
  | { readonly ok: false; readonly result: "temperror" | "permerror"; readonly why: string };

/** Looks a key up (RFC 6376 §6.1.2). Of several records the first that is a key is taken, as the RFC leaves open. */
export async function findKey(selector: string, domain: string, resolve: Resolve): Promise<KeyFound> {
  const name = `${selector}._domainkey.${domain}`;
  const answer = await resolve(name, "TXT");
  if (answer.kind === "failure") {
    return { ok: false, result: "temperror", why: `no answer for its key at ${name}` };
  }
  if (answer.kind !== "records") return refused(`there is no key at ${name}`);
  const read = answer.records.map((strings) => parseDkimKey(txtText(strings)));
  const key = read.find((each) => each.ok);
  if (!key?.ok) {
    const faults = read[0]?.ok === false ? read[0].faults.map(formatFault).join("; ") : "";
    return refused(`the key at ${name} cannot be used: ${faults}`);
  }
  const { keyType, publicKey, services } = key.value;
  if (!publicKey) return refused(`the key at ${name} is revoked`);
  if (services && !services.some((service) => service === "*" || service === "email")) {
    return refused(`the key at ${name} is not for mail`);
  }
  const object = keyObject(publicKey, keyType);
  return object ? { ok: true, key: key.value, object } : refused(`the key at ${name} cannot be used`);
}

function refused(why: string): KeyFound {
  return { ok: false, result: "permerror", why };
}

/**
 * Does the signature stand for the data under this key?
 * @param algorithm `rsa-sha256` or `ed25519-sha256`, of the key's type
 */
export function isSignedBy(object: KeyObject, algorithm: string, data: string, signature: string): boolean {
  const octets = Buffer.from(signature, "base64");
  try {
    // RFC 8463 §3: the hash itself is what Ed25519 signs.
    return algorithm === "ed25519-sha256"
      ? verify(null, sha256(data), object, octets)
      : verify("sha256", Buffer.from(data, "latin1"), object, octets);
  } catch {
    return false;
  }
}

/** @param text one character for each octet */
export function sha256(text: string): Buffer {
  return createHash("sha256").update(text, "latin1").digest();
}

/** The key that signatures are verified with. @returns undefined for octets that are none */
function keyObject({ base64 }: DkimPublicKey, type: DkimKeyType): KeyObject | undefined {
  const octets = Buffer.from(base64, "base64");
  return type === "rsa" ? readRsa(octets) : readPublic(Buffer.concat([ED25519_SPKI, octets]), "spki");
}
