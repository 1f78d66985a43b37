import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { type Resolve, txtText } from "../../../dns/resolve";
import { formatFault } from "../../../fault";
import { type DkimKey, parseDkimKey } from "../key";

/** A selector's key as a verifier finds it, or why there is none. */
export type KeyFound =
  | { readonly ok: true; readonly key: DkimKey; readonly object: KeyObject }
  | { readonly ok: false; readonly result: "temperror" | "permerror"; readonly why: string };

/** Before the 32 octets of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410 §4). */
const ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");

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
  return { ok: true, key: key.value, object: keyObject(keyType, Buffer.from(publicKey.base64, "base64")) };
}

function refused(why: string): KeyFound {
  return { ok: false, result: "permerror", why };
}

/** Of a key that {@link parseDkimKey} has looked into. */
function keyObject(type: DkimKey["keyType"], octets: Buffer): KeyObject {
  if (type === "ed25519") {
    return createPublicKey({ key: Buffer.concat([ED25519_SPKI, octets]), format: "der", type: "spki" });
  }
  try {
    return createPublicKey({ key: octets, format: "der", type: "spki" });
  } catch {
    return createPublicKey({ key: octets, format: "der", type: "pkcs1" });
  }
}

/**
 * Does the signature stand for the data under this key?
 * @param algorithm `rsa-sha256` or `ed25519-sha256`, of the key's type
 */
export function isSignedBy(
  object: KeyObject,
  algorithm: string,
  data: string,
  hash: (data: string) => Buffer,
  signature: string,
): boolean {
  const octets = Buffer.from(signature, "base64");
  try {
    // RFC 8463 §3: the hash itself is what Ed25519 signs.
    return algorithm === "ed25519-sha256"
      ? verify(null, hash(data), object, octets)
      : verify("sha256", Buffer.from(data, "latin1"), object, octets);
  } catch {
    return false;
  }
}
