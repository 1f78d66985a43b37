import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
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
  type GeneralName,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
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

/** What a certificate says (RFC 5280 §4.1). */
export interface CertificateOptions {
  /** The common name. */
  readonly subject: string;
  /** Who signs. @default the subject itself */
  readonly issuer?: { readonly subject: string; readonly key: KeyObject };
  readonly names: readonly GeneralName[];
  /** Object identifiers of what the key is for. @default no limit */
  readonly usages?: readonly string[];
  /** May its key sign other certificates? */
  readonly authority: boolean;
  readonly days: number;
}

export interface MadeCertificate {
  readonly privateKey: KeyObject;
  readonly der: Buffer;
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly certificate: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** RFC 5758 §3.2; its parameters are left out. */
const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
/** RFC 5280 appendix A.1, `id-at-commonName`. */
const COMMON_NAME = "2.5.4.3";

/** Makes a key on P-256 and a certificate for it. */
export function makeCertificate(options: CertificateOptions, now: Date): MadeCertificate {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 });
  const { subject, issuer = { subject, key: privateKey }, names, usages = [], authority } = options;
  const certified = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(),
    signature: algorithm,
    issuer: commonName(issuer.subject),
    subject: commonName(subject),
    // The two clocks are one; a minute covers rounding.
    validity: new Validity({
      notBefore: new Date(now.getTime() - 60_000),
      notAfter: new Date(now.getTime() + options.days * DAY),
    }),
    subjectPublicKeyInfo: AsnConvert.parse(
      createPublicKey(privateKey).export({ type: "spki", format: "der" }),
      SubjectPublicKeyInfo,
    ),
    extensions: new Extensions([
      extension(id_ce_basicConstraints, new BasicConstraints({ cA: authority }), true),
      extension(
        id_ce_keyUsage,
        new KeyUsage(KeyUsageFlags.digitalSignature | (authority ? KeyUsageFlags.keyCertSign : 0)),
        true,
      ),
      ...(usages.length > 0 ? [extension(id_ce_extKeyUsage, new ExtendedKeyUsage([...usages]))] : []),
      ...(names.length > 0 ? [extension(id_ce_subjectAltName, new SubjectAlternativeName([...names]))] : []),
    ]),
  });
  const signature = sign("sha256", Buffer.from(AsnConvert.serialize(certified)), issuer.key);
  const certificate = new Certificate({
    tbsCertificate: certified,
    signatureAlgorithm: algorithm,
    signatureValue: arrayBuffer(signature),
  });
  const der = Buffer.from(AsnConvert.serialize(certificate));
  return {
    privateKey,
    der,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${lines(der.toString("base64"))}\n-----END CERTIFICATE-----\n`,
  };
}

/** RFC 7468 §2: 64 characters a line. Node and OpenSSL read longer ones, not every reader does. */
function lines(base64: string): string {
  return (base64.match(/.{1,64}/g) ?? []).join("\n");
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
