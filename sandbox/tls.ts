import { isIP } from "node:net";
import { createSecureContext, type SecureContext } from "node:tls";
import { GeneralName, id_kp_serverAuth } from "@peculiar/asn1-x509";
import { type MadeCertificate, makeCertificate } from "../provider/plugin/server/certificate";
import type { Tls } from "./http/listen";

const SUBJECT = "mail-hygiene sandbox";
/** Long enough for a sandbox that is left running, short enough for strict clients. */
const DAYS = 30;

/** A certificate authority that lives as long as this process, and vouches for loopback services only. */
export class Authority implements Tls {
  private readonly root: MadeCertificate;
  private readonly contexts = new Map<string, SecureContext>();
  /** Of `127.0.0.1` and `localhost`. */
  readonly cert: string;
  readonly key: string;

  constructor(private readonly now: Date = new Date()) {
    this.root = makeCertificate({ subject: SUBJECT, names: [], authority: true, days: DAYS }, now);
    const leaf = this.leaf("127.0.0.1", ["127.0.0.1", "localhost"]);
    this.cert = leaf.certificate;
    this.key = leaf.key;
  }

  /** PEM of the root, for clients to trust. */
  get certificate(): string {
    return this.root.certificate;
  }

  /** Certificates for these hosts only; a client that asks for another gets that of the address, which it refuses. */
  for(isServed: (host: string) => boolean): Tls {
    const other = createSecureContext({ cert: this.cert, key: this.key });
    return {
      cert: this.cert,
      key: this.key,
      certificateOf: (host) => (isServed(host) ? this.certificateOf(host) : other),
    };
  }

  /** A certificate for a host name, made when it is first asked for. */
  certificateOf(host: string): SecureContext {
    const known = this.contexts.get(host);
    if (known !== undefined) return known;
    const { certificate, key } = this.leaf(host, [host]);
    const context = createSecureContext({ cert: certificate, key });
    this.contexts.set(host, context);
    return context;
  }

  private leaf(subject: string, hosts: readonly string[]): MadeCertificate {
    return makeCertificate(
      {
        // RFC 5280 appendix A.1: a common name has at most 64 characters; the names that count stand in the SANs.
        subject: subject.slice(0, 64),
        issuer: { subject: SUBJECT, key: this.root.privateKey },
        names: hosts.map((host) => new GeneralName(isIP(host) ? { iPAddress: host } : { dNSName: host })),
        usages: [id_kp_serverAuth],
        authority: false,
        days: DAYS,
      },
      this.now,
    );
  }
}
