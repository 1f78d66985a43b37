import { formatServer, type ServerAddress } from "./address";
import { type Chain, LONGEST_CHAIN, readChain } from "./chain";
import { isAskable, type Message, type Question, type QuestionType } from "./message";
import { Gate } from "./pace";
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

  constructor(private readonly options: ClientOptions) {
    this.all = new Gate(options.concurrency ?? 200);
    this.resolvers = options.resolvers.map((address) => this.server(address));
  }

  /** What the resolvers answer. It never rejects. */
  lookUp(name: string, type: QuestionType): Promise<Lookup> {
    const key = `${name.toLowerCase()} ${type}`;
    const answer = this.asked.get(key) ?? this.follow({ name, type });
    this.asked.set(key, answer);
    return answer;
  }

  /** What one server answers by itself, without recursion. */
  async askServer(address: ServerAddress, question: Question): Promise<Reply> {
    return isAskable(question.name) ? this.server(address).ask(question, false) : unaskable(question);
  }

  async close(): Promise<void> {
    await Promise.all([...this.servers.values()].map((server) => server.close()));
  }

  private server(address: ServerAddress): DnsServer {
    const key = formatServer(address);
    const { rateOf, rate, perServer, timeout, attempts } = { ...DNS_LIMITS, ...this.options };
    const limits = { rate: rateOf?.(address) ?? rate, perServer, timeout, attempts };
    const server = this.servers.get(key) ?? new DnsServer(address, limits, this.all);
    this.servers.set(key, server);
    return server;
  }

  /** A resolver may stop at an alias: then it is asked for what stands behind it. */
  private async follow(question: Question, seen: ReadonlySet<string> = new Set()): Promise<Lookup> {
    if (seen.size > LONGEST_CHAIN) return loop(question);
    const replied = isAskable(question.name) ? await this.recurse(question) : unaskable(question);
    if (replied.kind === "failure") return replied;
    const chain = readChain(replied.message, question);
    if (chain === "alias-loop") return loop(question);
    const { open, ...found } = chain;
    const { authentic } = replied.message;
    if (!open) return { kind: "answer", ...found, authentic };
    const passed = new Set([...seen, ...chain.aliases.map(({ name }) => name)]);
    if (passed.has(chain.end)) return loop(question);
    const rest = await this.follow({ name: chain.end, type: question.type }, passed);
    if (rest.kind === "failure") return rest;
    return { ...rest, aliases: [...chain.aliases, ...rest.aliases], authentic: authentic && rest.authentic };
  }

  /** The first resolver that answers. */
  private async recurse(question: Question): Promise<Reply> {
    let failed: Failure = { kind: "failure", reason: "unreachable", detail: "there is no resolver to ask" };
    for (const resolver of this.resolvers) {
      const reply = await resolver.ask(question, true);
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
