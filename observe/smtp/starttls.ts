import { connect, type Socket } from "node:net";
import { checkServerIdentity, type PeerCertificate, type TLSSocket, connect as upgrade } from "node:tls";
import { reasonOf } from "../https/target";

/** What an exchange does when it is asked for TLS (RFC 3207). */
export type Starttls =
  | { readonly kind: "tls"; readonly fault?: string; readonly days: number }
  | { readonly kind: "plain" }
  | { readonly kind: "broken"; readonly why: string }
  | { readonly kind: "unreached"; readonly why: string };

export interface StarttlsOptions {
  readonly address: string;
  readonly port: number;
  /** The name of the exchange, which its certificate has to be for. */
  readonly host: string;
  /** Milliseconds for everything. */
  readonly timeout: number;
  /** Trusted in place of the authorities that Node trusts: for tests. */
  readonly ca?: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** RFC 5321 §4.5.3.1.5 allows 512 octets a line; whoever sends more than this says nothing of use. */
const MOST_OCTETS = 32 * 1024;

/** Greets an exchange, asks for TLS, looks at the certificate, and takes leave. No mail is sent. It never rejects. */
export function starttls(options: StarttlsOptions): Promise<Starttls> {
  const { address, port, host, timeout } = options;
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    let secured: TLSSocket | undefined;
    const end = (result: Starttls) => {
      clearTimeout(timer);
      for (const open of [secured, socket]) open?.destroy();
      resolve(result);
    };
    const timer = setTimeout(
      () => end({ kind: "unreached", why: `no answer within ${timeout / 1000} s` }),
      timeout,
    );
    // What ends once TLS has begun was reached.
    const unreached = (why: string) => end({ kind: secured ? "broken" : "unreached", why });
    socket.on("error", (error: NodeJS.ErrnoException) =>
      unreached(
        error.code === "ECONNREFUSED" ? `nothing listens on port ${port}` : (error.code ?? error.message),
      ),
    );
    socket.on("close", () => unreached("the connection ends before a reply"));
    const replies = new Replies(socket, () => unreached(`more than ${MOST_OCTETS} octets of replies`));
    void talk(socket, replies).then((said) => {
      if (said.kind !== "ready") return end(said);
      socket.removeAllListeners("data");
      secured = upgrade({
        socket,
        servername: host,
        // Receivers of the certificate differ in what they ask of it: it is judged here, not refused.
        rejectUnauthorized: false,
        ...(options.ca === undefined ? {} : { ca: options.ca }),
      });
      secured.on("error", (error: NodeJS.ErrnoException) => end({ kind: "broken", why: tlsReason(error) }));
      secured.on("close", () => end({ kind: "broken", why: "the connection ends in the handshake" }));
      secured.on("secureConnect", () => {
        if (!secured) return;
        const certificate = secured.getPeerCertificate();
        const fault = faultOf(secured, host, certificate);
        secured.write("QUIT\r\n");
        end({ kind: "tls", days: daysLeft(certificate), ...(fault === undefined ? {} : { fault }) });
      });
    });
  });
}

/** Up to the point where TLS begins. */
async function talk(socket: Socket, replies: Replies): Promise<Starttls | { readonly kind: "ready" }> {
  const greeting = await replies.next();
  if (greeting.code !== 220) return { kind: "unreached", why: `it greets with ${greeting.code}` };
  // RFC 5321 §4.1.3: a client without a name of its own gives its address.
  const own = socket.localAddress ?? "127.0.0.1";
  socket.write(`EHLO [${own.includes(":") ? `IPv6:${own}` : own}]\r\n`);
  const offers = await replies.next();
  // RFC 5321 §3.2: a server that knows no extensions knows no STARTTLS.
  if (offers.code === 500 || offers.code === 502 || offers.code === 504)
    return leave(socket, { kind: "plain" });
  if (offers.code !== 250) return { kind: "unreached", why: `it answers EHLO with ${offers.code}` };
  if (!offers.lines.some((line) => /^STARTTLS\s*$/i.test(line))) return leave(socket, { kind: "plain" });
  socket.write("STARTTLS\r\n");
  const ready = await replies.next();
  if (ready.code !== 220)
    return leave(socket, { kind: "broken", why: `it answers STARTTLS with ${ready.code}` });
  // What comes before the handshake was said by somebody who need not be the exchange (CVE-2011-0411).
  if (replies.isPending) return { kind: "broken", why: "text follows its answer to STARTTLS" };
  return { kind: "ready" };
}

function leave(socket: Socket, result: Starttls): Starttls {
  socket.write("QUIT\r\n");
  return result;
}

interface Reply {
  /** 0: what came is no reply. */
  readonly code: number;
  /** Without codes. */
  readonly lines: readonly string[];
}

/** The replies of a server, one by one (RFC 5321 §4.2). */
class Replies {
  private text = "";
  private octets = 0;
  private waiting: (() => void) | undefined;

  constructor(socket: Socket, onFlood: () => void) {
    socket.on("data", (chunk: Buffer) => {
      this.octets += chunk.length;
      if (this.octets > MOST_OCTETS) return onFlood();
      this.text += chunk.toString("latin1");
      this.waiting?.();
    });
  }

  get isPending(): boolean {
    return this.text.length > 0;
  }

  /** The next whole reply; never, where none comes. */
  async next(): Promise<Reply> {
    for (;;) {
      const reply = this.take();
      if (reply) return reply;
      await new Promise<void>((resolve) => {
        this.waiting = resolve;
      });
    }
  }

  private take(): Reply | undefined {
    const lines: string[] = [];
    let at = 0;
    for (;;) {
      const end = this.text.indexOf("\n", at);
      if (end < 0) return undefined;
      const line = this.text.slice(at, end).replace(/\r$/, "");
      at = end + 1;
      const [, code, more, rest = ""] = /^(\d{3})(?:([ -])(.*))?$/.exec(line) ?? [];
      lines.push(rest);
      if (more === "-") continue;
      this.text = this.text.slice(at);
      return { code: Number(code ?? 0), lines };
    }
  }
}

function faultOf(socket: TLSSocket, host: string, certificate: PeerCertificate): string | undefined {
  if (Object.keys(certificate).length === 0) return "it shows none";
  const other = checkServerIdentity(host, certificate);
  if (other) return `it is for ${named(certificate)}, not for ${host}`;
  const error = socket.authorizationError as Error | string | undefined | null;
  if (socket.authorized || !error) return undefined;
  return tlsReason(typeof error === "string" ? { name: "", message: error, code: error } : error);
}

/** The names of a certificate, a few of them. */
function named({ subjectaltname, subject }: PeerCertificate): string {
  const names = (subjectaltname ?? "").split(/,\s*/).filter((name) => name.startsWith("DNS:"));
  const [first, second, third, ...more] = names.map((name) => name.slice(4));
  const shown = [first, second, third].filter((name) => name !== undefined);
  if (shown.length === 0) return JSON.stringify(subject?.CN ?? "nobody");
  return `${shown.join(", ")}${more.length > 0 ? ` and ${more.length} more` : ""}`;
}

const WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "it has expired",
  CERT_SIGNATURE_FAILURE: "its issuer did not sign it",
  CERT_NOT_YET_VALID: "it is not valid yet",
  DEPTH_ZERO_SELF_SIGNED_CERT: "it is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its root is no public authority",
  UNABLE_TO_GET_ISSUER_CERT: "its chain is not whole",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its issuer is no public authority, or its chain is not whole",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its chain is not whole",
};

function tlsReason(error: NodeJS.ErrnoException): string {
  const { code = "" } = error;
  return WORDS[code] ?? (code.startsWith("ERR_SSL") ? `TLS: ${code}` : reasonOf(error, "the exchange"));
}

/** Whole days; 0 for a certificate without an end. */
function daysLeft({ valid_to: end }: PeerCertificate): number {
  const time = Date.parse(end ?? "");
  return Number.isNaN(time) ? 0 : Math.floor((time - Date.now()) / DAY);
}
