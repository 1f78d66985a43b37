import { formatServer, type ServerAddress } from "./address";
import { decodeAnswer, encodeQuery, type Message, type Question, RCODE } from "./message";
import { Gate, Pace } from "./pace";
import type { Patience } from "./patience";
import { askOverTcp } from "./tcp";
import { type Carried, UdpChannel } from "./udp";

/** How much is asked of servers, and how patiently. */
export interface DnsLimits {
  /** Messages a second to one server, those that are sent again among them. */
  readonly rate: number;
  /** Questions that one server works on at once. */
  readonly perServer: number;
  /** Milliseconds to wait for the first answer; each further attempt waits twice as long. */
  readonly timeout: number;
  /** How often a question is sent. */
  readonly attempts: number;
  /** Milliseconds that one question may wait in all, over every server, address and alias that it leads to. */
  readonly total: number;
}

export const DNS_LIMITS: DnsLimits = { rate: 200, perServer: 50, timeout: 2000, attempts: 3, total: 30_000 };

/** So many questions in a row without any answer, and a server is taken for down. */
const PATIENCE = 5;

export type Failure = {
  readonly kind: "failure";
  readonly reason: "servfail" | "refused" | "timeout" | "malformed" | "alias-loop" | "unreachable";
  readonly detail: string;
};

/** What a server made of a question. */
export type Reply = { readonly kind: "message"; readonly message: Message } | Failure;

/** One name server: every question to it goes through here, at its pace. */
export class DnsServer {
  private readonly pace: Pace;
  private readonly gate: Gate;
  private readonly udp: UdpChannel;
  private silent = 0;
  private edns = true;

  /** @param all how many questions all servers together work on */
  constructor(
    readonly address: ServerAddress,
    private readonly limits: DnsLimits,
    private readonly all: Gate,
  ) {
    this.pace = new Pace(limits.rate);
    this.gate = new Gate(limits.perServer);
    this.udp = new UdpChannel(address);
  }

  get name(): string {
    return formatServer(this.address);
  }

  /** @param recursion is the server to find the answer elsewhere? */
  async ask(question: Question, recursion: boolean, patience: Patience): Promise<Reply> {
    const reply = await this.gate.through(() =>
      this.all.through(() => this.attempt(question, recursion, patience)),
    );
    const heard = reply.kind === "message" || (reply.reason !== "timeout" && reply.reason !== "unreachable");
    this.silent = heard ? 0 : this.silent + 1;
    return reply;
  }

  close(): Promise<void> {
    return this.udp.close();
  }

  private async attempt(question: Question, recursion: boolean, patience: Patience): Promise<Reply> {
    let failed: Failure = this.failure("unreachable", "it has answered nothing so far");
    if (this.silent >= PATIENCE) return failed;
    for (let attempt = 0; attempt < this.limits.attempts; attempt++) {
      const { timeout, total } = this.limits;
      await this.pace.turn();
      const reply = await patience.spend(timeout * 2 ** attempt, (milliseconds) =>
        this.send(question, recursion, milliseconds),
      );
      if (!reply) return this.failure("timeout", `no answer within ${total / 1000} s in all`);
      if (reply.kind === "message") return reply;
      failed = reply;
      if (reply.reason === "unreachable" || reply.reason === "refused") break;
    }
    return failed;
  }

  private async send(question: Question, recursion: boolean, milliseconds: number): Promise<Reply> {
    const edns = this.edns;
    const encode = (id: number) => encodeQuery(id, question, { recursion, edns });
    const received = await this.udp.ask(
      encode,
      (octets, id) => {
        const read = decodeAnswer(octets, id, question);
        return read === "other" ? undefined : { read, id };
      },
      milliseconds,
    );
    if (typeof received === "string") return this.failure(received, "no answer over UDP");
    const { read, id } = received;
    if (read === "malformed") return this.failure("malformed", "an answer that cannot be read");
    if (read.truncated) return this.overTcp(encode(id), id, question, milliseconds);
    if (edns && (read.rcode === RCODE.FORMERR || read.rcode === RCODE.NOTIMP)) {
      // RFC 6891 §7: a server that does not know EDNS is asked again without.
      this.edns = false;
      await this.pace.turn();
      return this.send(question, recursion, milliseconds);
    }
    return this.settled(read);
  }

  private async overTcp(query: Buffer, id: number, question: Question, milliseconds: number): Promise<Reply> {
    await this.pace.turn();
    const octets: Carried<Buffer> = await askOverTcp(this.address, query, milliseconds);
    // It answered over UDP: it is there, and TCP is what is missing.
    if (typeof octets === "string") return this.failure("timeout", "a truncated answer, and none over TCP");
    const read = decodeAnswer(octets, id, question);
    if (typeof read === "string") return this.failure("malformed", "an answer over TCP that cannot be read");
    return this.settled(read);
  }

  private settled(message: Message): Reply {
    const { rcode } = message;
    if (rcode === RCODE.NOERROR || rcode === RCODE.NXDOMAIN) return { kind: "message", message };
    if (rcode === RCODE.SERVFAIL) return this.failure("servfail", "SERVFAIL");
    if (rcode === RCODE.REFUSED) return this.failure("refused", "REFUSED");
    return this.failure("refused", `response code ${rcode}`);
  }

  private failure(reason: Failure["reason"], detail: string): Failure {
    return { kind: "failure", reason, detail: `${this.name}: ${detail}` };
  }
}
