import { createPrivateKey, X509Certificate } from "node:crypto";
import type { Secret } from "../http/secret";
import type { KeyPair } from "./client-certificate";
import { unusable } from "./credential";

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/;
const PRIVATE_KEY = /-----BEGIN ((?:ENCRYPTED |RSA )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/;

/**
 * The pair in the bytes of a PEM file (certificate and key, in any order) or of a PKCS #12 file (`.pfx`, `.p12`).
 * @throws CloudError that tells what is wrong and holds nothing of the file
 */
export async function readKeyPair(bytes: Buffer, password: Secret | undefined): Promise<KeyPair> {
  const text = bytes.toString("latin1");
  if (text.includes("-----BEGIN ")) return readPem(text, password);
  // Loaded only for PKCS #12: an ASN.1 reader and node:tls, some 10 ms that no other start has to spend.
  const { readPfx } = await import("./pfx.js");
  return readPfx(bytes, password);
}

function readPem(text: string, password: Secret | undefined): KeyPair {
  const certificate = CERTIFICATE.exec(text)?.[0];
  const key = PRIVATE_KEY.exec(text)?.[0];
  if (certificate === undefined) throw unusable("the client certificate's PEM file holds no CERTIFICATE");
  if (key === undefined) throw unusable("the client certificate's PEM file holds no PRIVATE KEY");
  try {
    return {
      certificate: new X509Certificate(certificate).raw,
      key: createPrivateKey({
        key,
        format: "pem",
        ...(password === undefined ? {} : { passphrase: password.reveal() }),
      }),
    };
  } catch {
    throw unusable("the client certificate's PEM file cannot be read; is the password right?");
  }
}
