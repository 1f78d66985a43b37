import { formatServer, type ServerAddress } from "./address";
import { type Chain, LONGEST_CHAIN, readChain } from "./chain";
import { isAskable, type Message, type Question, type QuestionType } from "./message";
import { Gate } from "./pace";
import { Patience } from "./patience";
import { DNS_LIMITS, type DnsLimits, DnsServer, type Failure, type Reply } from "./server";

/** What the DNS says of a name and a type, with all aliases followed. */
export type Lookup =
  | (Omit<Chain, "open"> & {
      readonly kind: "answer";
      /** The resolver vouches for it by DNSSEC. */
      readonly authentic: boolean;
    })
  | Failure;

export interface ClientOptions extends Partial<DnsLimits> {
  /** Asked in this order: the next one where one fails. */
  readonly resolvers: readonly ServerAddress[];
  /** Questions that all servers together work on at once. @default 200 */
  readonly concurrency?: number;
  /** Messages a second to one server, where that differs by server. @default `rate` for all */
  readonly rateOf?: (server: ServerAddress) => number;
}

/** Asks resolvers, and single servers directly. Each question is asked once, however many want to know. */
export class DnsClient {
  private readonly servers = new Map<string, DnsServer>();
  private readonly resolvers: readonly DnsServer[];
  private readonly asked = new Map<string, Promise<Lookup>>();
  private readonly all: Gate;
  private readonly limits: DnsLimits;

  constructor(private readonly options: ClientOptions) {
    const { rate, perServer, timeout, attempts } = { ...DNS_LIMITS, ...options };
    // Whoever waits longer for an answer waits longer for all of them.
    const total =
      options.total ?? Math.max(DNS_LIMITS.total, (DNS_LIMITS.total / DNS_LIMITS.timeout) * timeout);
    this.limits = { rate, perServer, timeout, attempts, total };
    this.all = new Gate(options.concurrency ?? 200);
    this.resolvers = options.resolvers.map((address) => this.server(address));
  }

  /** What the resolvers answer. It never rejects. */
  lookUp(name: string, type: QuestionType): Promise<Lookup> {
    const key = `${name.toLowerCase()} ${type}`;
    const answer = this.asked.get(key) ?? this.follow({ name, type }, this.patience());
    this.asked.set(key, answer);
    return answer;
  }

  /**
   * What one server answers by itself, without recursion.
   * @param patience what is left to wait, where several addresses are asked in turn
   */
  async askServer(address: ServerAddress, question: Question, patience = this.patience()): Promise<Reply> {
    if (!isAskable(question.name)) return unaskable(question);
    return this.server(address).ask(question, false, patience);
  }

  /** For one question, wherever it leads to. */
  patience(): Patience {
    return new Patience(this.limits.total);
  }

  async close(): Promise<void> {
    await Promise.all([...this.servers.values()].map((server) => server.close()));
  }

  private server(address: ServerAddress): DnsServer {
    const key = formatServer(address);
    const { limits } = this;
    const rate = this.options.rateOf?.(address) ?? limits.rate;
    const server = this.servers.get(key) ?? new DnsServer(address, { ...limits, rate }, this.all);
    this.servers.set(key, server);
    return server;
  }

  /** A resolver may stop at an alias: then it is asked for what stands behind it. */
  private async follow(
    question: Question,
    patience: Patience,
    seen: ReadonlySet<string> = new Set(),
  ): Promise<Lookup> {
    if (seen.size > LONGEST_CHAIN) return loop(question);
    const replied = isAskable(question.name) ? await this.recurse(question, patience) : unaskable(question);
    if (replied.kind === "failure") return replied;
    const chain = readChain(replied.message, question);
    if (chain === "alias-loop") return loop(question);
    const { open, ...found } = chain;
    const { authentic } = replied.message;
    if (!open) return { kind: "answer", ...found, authentic };
    const passed = new Set([...seen, ...chain.aliases.map(({ name }) => name)]);
    if (passed.has(chain.end)) return loop(question);
    const rest = await this.follow({ name: chain.end, type: question.type }, patience, passed);
    if (rest.kind === "failure") return rest;
    return { ...rest, aliases: [...chain.aliases, ...rest.aliases], authentic: authentic && rest.authentic };
  }

  /** The first resolver that answers. */
  private async recurse(question: Question, patience: Patience): Promise<Reply> {
    let failed: Failure = { kind: "failure", reason: "unreachable", detail: "there is no resolver to ask" };
    for (const resolver of this.resolvers) {
      const reply = await resolver.ask(question, true, patience);
      if (reply.kind === "message" && !isReferral(reply.message)) return reply;
      failed =
        reply.kind === "failure"
          ? reply
          : { kind: "failure", reason: "refused", detail: `${resolver.name}: it refers to others` };
    }
    return failed;
  }
}

/** No answer, but who to ask instead (RFC 2308 §2.2.1): from a resolver that is none. */
export function isReferral({ answers, authorities, authoritative }: Message): boolean {
  return (
    !authoritative &&
    answers.length === 0 &&
    authorities.some(({ type }) => type === "NS") &&
    !authorities.some(({ type }) => type === "SOA")
  );
}

function loop({ name }: Question): Failure {
  return { kind: "failure", reason: "alias-loop", detail: `the aliases at ${name} do not end` };
}

function unaskable({ name }: Question): Failure {
  return { kind: "failure", reason: "malformed", detail: `${JSON.stringify(name)} is no name of the DNS` };
}
