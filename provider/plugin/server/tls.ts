import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_kp_clientAuth,
  id_kp_serverAuth,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from "@peculiar/asn1-x509";

/** A key and a certificate that live as long as this process. */
export interface Identity {
  readonly keyPem: string;
  readonly certificatePem: string;
  /** For the handshake: Base64 of the DER without padding. */
  readonly certificateLine: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** RFC 5758 §3.2; its parameters are left out. */
const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
/** RFC 5280 appendix A.1, `id-at-commonName`. */
const COMMON_NAME = "2.5.4.3";

/**
 * go-plugin's AutoMTLS: each side makes a certificate of its own, and trusts exactly the other's. The client expects
 * the name `localhost`, and takes the certificate as its own authority (RFC 5280 §4.1 for the shape).
 */
export function makeIdentity(now: Date = new Date()): Identity {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 });
  const name = commonName("localhost");
  const certified = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(),
    signature: algorithm,
    issuer: name,
    subject: name,
    // The two clocks are one; a minute covers rounding.
    validity: new Validity({
      notBefore: new Date(now.getTime() - 60_000),
      notAfter: new Date(now.getTime() + 30 * DAY),
    }),
    subjectPublicKeyInfo: AsnConvert.parse(
      publicKey.export({ type: "spki", format: "der" }),
      SubjectPublicKeyInfo,
    ),
    extensions: new Extensions([
      extension(id_ce_basicConstraints, new BasicConstraints({ cA: true }), true),
      extension(
        id_ce_keyUsage,
        new KeyUsage(KeyUsageFlags.digitalSignature | KeyUsageFlags.keyCertSign),
        true,
      ),
      extension(id_ce_extKeyUsage, new ExtendedKeyUsage([id_kp_serverAuth, id_kp_clientAuth])),
      extension(
        id_ce_subjectAltName,
        new SubjectAlternativeName([new GeneralName({ dNSName: "localhost" })]),
      ),
    ]),
  });
  const signature = sign("sha256", Buffer.from(AsnConvert.serialize(certified)), privateKey);
  const certificate = new Certificate({
    tbsCertificate: certified,
    signatureAlgorithm: algorithm,
    signatureValue: arrayBuffer(signature),
  });
  const der = Buffer.from(AsnConvert.serialize(certificate));
  return {
    keyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificatePem: `-----BEGIN CERTIFICATE-----\n${der.toString("base64")}\n-----END CERTIFICATE-----\n`,
    certificateLine: der.toString("base64").replace(/=+$/, ""),
  };
}

function commonName(text: string): Name {
  const value = new AttributeValue({ utf8String: text });
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: COMMON_NAME, value })])]);
}

function extension(extnID: string, value: object, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });
}

/** RFC 5280 §4.1.2.2: positive, at most 20 octets; the first bit clear and the second set says so in every case. */
function serialNumber(): ArrayBuffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return arrayBuffer(bytes);
}

function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
