import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { isJson } from "../http/answer";

/** The RSA key of one selector. */
export interface DkimKey {
  /** 1024 or 2048. */
  readonly bits: number;
  /** PEM (PKCS #8). */
  readonly privateKey: string;
}

/** Where a tenant keeps the key of a selector: `selector1._domainkey.contoso.com`. */
export function keyHost(selector: string, domain: string): string {
  return `${selector}._domainkey.${domain}`;
}

/** Makes a key; takes up to a second. */
export function newDkimKey(bits: number): DkimKey {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: bits });
  return { bits, privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
}

/** The public half as `p=` has it: base64 of the SubjectPublicKeyInfo (RFC 6376 §3.6.1). */
export function publicHalf({ privateKey }: DkimKey): string {
  return createPublicKey(privateKey).export({ type: "spki", format: "der" }).toString("base64");
}

export function isDkimKey(value: unknown): value is DkimKey {
  return isJson(value) && typeof value.bits === "number" && typeof value.privateKey === "string";
}
