import { GeneralName, id_kp_clientAuth, id_kp_serverAuth } from "@peculiar/asn1-x509";
import { makeCertificate } from "./certificate";

/** A key and a certificate that live as long as this process. */
export interface Identity {
  readonly keyPem: string;
  readonly certificatePem: string;
  /** For the handshake: Base64 of the DER without padding. */
  readonly certificateLine: string;
}

/**
 * go-plugin's AutoMTLS: each side makes a certificate of its own, and trusts exactly the other's. The client expects
 * the name `localhost`, and takes the certificate as its own authority (RFC 5280 §4.1 for the shape).
 */
export function makeIdentity(now: Date = new Date()): Identity {
  const { key, certificate, der } = makeCertificate(
    {
      subject: "localhost",
      names: [new GeneralName({ dNSName: "localhost" })],
      usages: [id_kp_serverAuth, id_kp_clientAuth],
      authority: true,
      days: 30,
    },
    now,
  );
  return {
    keyPem: key,
    certificatePem: certificate,
    certificateLine: der.toString("base64").replace(/=+$/, ""),
  };
}
