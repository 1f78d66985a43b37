import { generateKeyPairSync, type KeyObject } from "node:crypto";

/** Key pairs as a signer would make them, once for each test file. */
export function rsaPair(bits: number): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync("rsa", { modulusLength: bits });
}

export const base64 = (key: KeyObject, type: "spki" | "pkcs1" | "pkcs8"): string =>
  (type === "pkcs8"
    ? key.export({ format: "der", type })
    : key.export({ format: "der", type: key.type === "private" ? "pkcs1" : type })
  ).toString("base64");

/** The key of RFC 8463 appendix A.2. */
export const RFC_8463_KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
