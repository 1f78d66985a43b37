import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import { type AsnType, Constructed, fromBER, ObjectIdentifier, OctetString } from "asn1js";
import type { Secret } from "../http/secret";
import type { KeyPair } from "./client-certificate";
import { unusable } from "./credential";

/** `data` of PKCS #7, and the bags for a key as it is and for an encrypted one. */
const DATA = "1.2.840.113549.1.7.1";
const KEY_BAGS = new Set(["1.2.840.113549.1.12.10.1.1", "1.2.840.113549.1.12.10.1.2"]);

/**
 * The pair in a PKCS #12 file (RFC 7292).
 *
 * Node decrypts such files for TLS but hands out no key. So OpenSSL checks the password and picks the certificate, as
 * for a TLS client; the encrypted key, a PKCS #8 structure in a readable envelope, is taken out here and decrypted by
 * `node:crypto`.
 * @throws CloudError that holds nothing of the file
 */
export function readPfx(bytes: Buffer, password: Secret | undefined): KeyPair {
  const passphrase = password?.reveal() ?? "";
  const certificate = ownCertificate(bytes, passphrase);
  const belonging = keys(bytes, passphrase).find((key) =>
    new X509Certificate(certificate).checkPrivateKey(key),
  );
  if (belonging === undefined) {
    throw unusable(
      "the client certificate's PKCS #12 file holds its private key in an unusual place; convert it to PEM with openssl pkcs12",
    );
  }
  return { certificate, key: belonging };
}

function ownCertificate(pfx: Buffer, passphrase: string): Buffer {
  try {
    const secureContext = createSecureContext({ pfx, passphrase });
    const socket = new TLSSocket(new Socket(), { secureContext });
    const certificate = socket.getCertificate();
    socket.destroy();
    if (certificate !== null && "raw" in certificate && Buffer.isBuffer(certificate.raw))
      return certificate.raw;
  } catch {
    // OpenSSL's reasons (mac verify failure, unsupported) do not tell a wrong password from an old cipher.
  }
  throw unusable(
    "the client certificate's PKCS #12 file cannot be read; is the password right, and its encryption not RC2 or older?",
  );
}

/** The keys in the readable parts: PFX → authSafe → safe contents → bags (RFC 7292 §4). */
function keys(bytes: Buffer, passphrase: string): readonly KeyObject[] {
  const [, authSafe] = members(parsed(bytes));
  return members(content(authSafe))
    .flatMap((part) => members(content(part)))
    .map((bag) => members(bag))
    .filter(([id]) => id instanceof ObjectIdentifier && KEY_BAGS.has(id.getValue()))
    .flatMap(([, value]) => members(value))
    .map((key) =>
      createPrivateKey({
        key: Buffer.from(key.valueBeforeDecodeView),
        format: "der",
        type: "pkcs8",
        passphrase,
      }),
    );
}

/** What a ContentInfo of the type `data` holds; nothing of an encrypted one. */
function content(info: AsnType | undefined): AsnType | undefined {
  const [type, tagged] = members(info);
  if (!(type instanceof ObjectIdentifier) || type.getValue() !== DATA) return undefined;
  const [octets] = members(tagged);
  return octets instanceof OctetString ? parsed(octets.getValue()) : undefined;
}

function members(value: AsnType | undefined): readonly AsnType[] {
  return value instanceof Constructed ? value.valueBlock.value : [];
}

function parsed(bytes: ArrayBuffer | Buffer): AsnType | undefined {
  const { offset, result } = fromBER(bytes);
  return offset === -1 ? undefined : result;
}
