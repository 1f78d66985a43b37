import { ancestry, type DnsName, isWithin } from "../../lib/dns/name";
import type { DnsRecord, DnsRecordType } from "../../lib/dns/record";
import type { NameServerAnswer } from "../../lib/posture/evidence";
import { type Reach, reachOf } from "../reach";
import { DNS_PORT, formatServer, type ServerAddress } from "./address";
import { readChain } from "./chain";
import { type DnsClient, isReferral } from "./client";
import type { Message, Question } from "./message";
import { recordOf } from "./record";

/** The most name servers of a zone that are asked, and addresses of each: 13 and 2 are many. */
const MOST_SERVERS = 16;
const MOST_ADDRESSES = 8;

/** A question about a name that was read. */
interface NamedQuestion extends Question {
  readonly name: DnsName;
}

/** What one of a zone's own servers says. */
export type AuthoritativeAnswer = { readonly server: string } & (
  | { readonly kind: "records"; readonly records: readonly DnsRecord[] }
  /** It hands the name to other servers (RFC 1034 §4.3.2, step 3b): those answer for it, or nobody does. */
  | { readonly kind: "referral"; readonly at: DnsName; readonly to: readonly DnsName[] }
  /** It is named as a server of the zone and does not answer for it (RFC 8499 §7, "lame delegation"). */
  | { readonly kind: "lame"; readonly why: string }
  | { readonly kind: "failure"; readonly why: string }
);

/** Asks the servers that a zone is delegated to, each by itself. */
export class Authorities {
  private readonly zones = new Map<DnsName, Promise<readonly NamedServer[]>>();

  /**
   * @param instead asked in place of every zone's own servers, such as a sandbox's
   * @param port where zones' own servers listen: another one in tests
   * @param reach which of their addresses, which whoever has the zone chose, may be asked. @default public ones
   */
  constructor(
    private readonly client: DnsClient,
    private readonly instead?: ServerAddress,
    private readonly port = DNS_PORT,
    private readonly reach: Reach = reachOf(),
  ) {}

  /**
   * What each server says. Where they hand the name to others, which a resolver may hide from who asks it, those are asked
   * too, and what they say stands behind.
   */
  async ask(name: DnsName, type: DnsRecordType): Promise<readonly AuthoritativeAnswer[]> {
    const { zone, servers } = await this.serversOf(name);
    const answers = await this.askAll(servers, { name, type }, zone);
    if (this.instead || zone === name) return answers;
    const asked = new Set(answers.map(({ server }) => server));
    const handed = answers.flatMap((answer) =>
      answer.kind === "referral"
        ? answer.to
        : answer.kind === "records" && type === "NS"
          ? answer.records.flatMap((record) => (record.type === "NS" ? [record.host] : []))
          : [],
    );
    const hosts = [...new Set(handed)].filter((host) => !asked.has(host));
    if (hosts.length === 0) return answers;
    return [...answers, ...(await this.askAll(await this.addressed(hosts), { name, type }, name))];
  }

  private async askAll(
    servers: readonly NamedServer[],
    question: NamedQuestion,
    zone: DnsName | undefined,
  ): Promise<readonly AuthoritativeAnswer[]> {
    const asked = servers.slice(0, MOST_SERVERS);
    const answers = asked.map((server) => this.askOne(server, question, zone));
    const left = servers.length - asked.length;
    const more = { server: `${left} more name servers`, kind: "failure", why: "not asked" } as const;
    return Promise.all([...answers, ...(left > 0 ? [more] : [])]);
  }

  /** Names between a domain and a name of it, the name included, that are handed to name servers, with these. */
  async delegations(domain: DnsName, name: DnsName): Promise<readonly Delegation[]> {
    const inner = [...ancestry(name)].filter((one) => one !== domain && isWithin(one, domain));
    const found = await Promise.all(
      inner.map(async (at) => ({ at, servers: (await this.zoneServers(at)).map((server) => server.name) })),
    );
    return found.filter(({ servers }) => servers.length > 0);
  }

  /** The nearest name at or above that has NS records, and the addresses of the hosts they name. */
  private async serversOf(
    name: DnsName,
  ): Promise<{ readonly zone?: DnsName; readonly servers: readonly NamedServer[] }> {
    const { instead } = this;
    if (instead) return { servers: [{ name: formatServer(instead), addresses: [instead] }] };
    for (const zone of ancestry(name)) {
      const servers = await this.zoneServers(zone);
      if (servers.length > 0) return { zone, servers };
    }
    return { servers: [] };
  }

  private zoneServers(zone: DnsName): Promise<readonly NamedServer[]> {
    const servers = this.zones.get(zone) ?? this.delegation(zone);
    this.zones.set(zone, servers);
    return servers;
  }

  private async delegation(zone: DnsName): Promise<readonly NamedServer[]> {
    const found = await this.client.lookUp(zone, "NS");
    // An alias at the name means that the zone of its target would be asked.
    if (found.kind === "failure" || found.aliases.length > 0) return [];
    return this.addressed(found.records.flatMap((record) => (record.type === "NS" ? [record.data] : [])));
  }

  private addressed(hosts: readonly string[]): Promise<readonly NamedServer[]> {
    return Promise.all(
      [...hosts].sort().map(async (host, index) => {
        if (index >= MOST_SERVERS) return { name: host, addresses: [] };
        const answers = await Promise.all([this.client.lookUp(host, "A"), this.client.lookUp(host, "AAAA")]);
        const addresses = answers
          .flatMap((answer) => (answer.kind === "answer" ? answer.records : []))
          .flatMap((record) => (record.type === "A" || record.type === "AAAA" ? [record.data] : []));
        return {
          name: host,
          addresses: addresses.slice(0, MOST_ADDRESSES).map((address) => ({ address, port: this.port })),
        };
      }),
    );
  }

  /**
   * What each server that a zone lists says of the zone itself: the serial of its copy. Of the zone that a name lies in.
   * Nothing where one server is asked in place of all.
   */
  async serials(name: DnsName): Promise<readonly NameServerAnswer[]> {
    if (this.instead) return [];
    const { zone, servers } = await this.serversOf(name);
    if (zone === undefined) return [];
    return Promise.all(
      servers.map((server, at) =>
        at < MOST_SERVERS
          ? this.serialOf(server, zone)
          : ({ server: server.name, kind: "failure", why: "not asked" } as const),
      ),
    );
  }

  private async serialOf(server: NamedServer, zone: DnsName): Promise<NameServerAnswer> {
    const { name } = server;
    const said = await this.heard(server, { name: zone, type: "SOA" }, (message) => {
      const soa = message.answers.find(
        (record) => record.type === "SOA" && record.name.toLowerCase() === zone,
      );
      return message.authoritative && soa?.type === "SOA" ? soa.data : undefined;
    });
    if (said.kind !== "heard") return { server: name, ...said };
    const { serial = 0, mname } = said.value;
    return { server: name, kind: "serial", serial, primary: mname.toLowerCase() };
  }

  /** A server of several addresses has answered when one of them has. */
  private async askOne(
    server: NamedServer,
    question: NamedQuestion,
    zone: DnsName | undefined,
  ): Promise<AuthoritativeAnswer> {
    const { name } = server;
    const said = await this.heard(server, question, (message): Said | undefined => {
      const referral = isReferral(message) ? referralOf(message, question, zone) : undefined;
      if (referral) return referral;
      if (!message.authoritative || isReferral(message)) return undefined;
      const chain = readChain(message, question);
      if (chain === "alias-loop") return { kind: "failure", why: "the aliases do not end" };
      // At the name itself: what an alias leads to is not this zone's to say.
      const own = chain.aliases.length > 0 ? [] : chain.records.flatMap((record) => recordOf(record) ?? []);
      return { kind: "records", records: own };
    });
    return { server: name, ...(said.kind === "heard" ? said.value : said) };
  }

  /**
   * Asks the addresses of a server in turn, until one says something.
   * @param read makes something of an answer; `undefined` where it is without authority
   */
  private async heard<T>(
    { addresses }: NamedServer,
    question: NamedQuestion,
    read: (message: Message) => T | undefined,
  ): Promise<{ readonly kind: "heard"; readonly value: T } | Unheard> {
    let failed: Unheard = { kind: "failure", why: "it has no address" };
    const patience = this.client.patience();
    for (const address of addresses) {
      const kind = this.instead ? undefined : this.reach(address.address);
      if (kind !== undefined) {
        failed = { kind: "failure", why: `${address.address} is ${kind}, which is not asked` };
        continue;
      }
      const reply = await this.client.askServer(address, question, patience);
      if (reply.kind === "failure") {
        failed = { kind: reply.reason === "refused" ? "lame" : "failure", why: reply.detail };
        continue;
      }
      const value = read(reply.message);
      if (value !== undefined) return { kind: "heard", value };
      failed = { kind: "lame", why: "it answers without authority" };
    }
    return failed;
  }
}

type Unheard = { readonly kind: "lame" | "failure"; readonly why: string };

/** What a server says, without its name. */
type Said =
  | { readonly kind: "records"; readonly records: readonly DnsRecord[] }
  | { readonly kind: "referral"; readonly at: DnsName; readonly to: readonly DnsName[] }
  | { readonly kind: "failure"; readonly why: string };

/**
 * Where a server hands a name to others, and to whom. To a question for the name servers at the cut it is the answer: the zone
 * around publishes them there, and answers so (RFC 1034 §4.2.1). One that leads upwards, as of a server that does not have
 * the zone, is none.
 */
function referralOf(
  { authorities }: Message,
  { name, type }: NamedQuestion,
  zone: DnsName | undefined,
):
  | { readonly kind: "referral"; readonly at: DnsName; readonly to: readonly DnsName[] }
  | { readonly kind: "records"; readonly records: readonly DnsRecord[] }
  | undefined {
  const records = authorities
    .filter((record) => record.type === "NS")
    .flatMap((record) => recordOf(record) ?? []);
  const [first] = records;
  if (!first || records.some((record) => record.name !== first.name)) return undefined;
  if (zone !== undefined && (first.name === zone || !isWithin(first.name, zone))) return undefined;
  if (!isWithin(name, first.name)) return undefined;
  if (name === first.name && type === "NS") return { kind: "records", records };
  return {
    kind: "referral",
    at: first.name,
    to: records.flatMap((one) => (one.type === "NS" ? [one.host] : [])),
  };
}

/** A zone cut: the name below which others answer, and their name servers. */
export interface Delegation {
  readonly at: DnsName;
  readonly servers: readonly string[];
}

interface NamedServer {
  readonly name: string;
  readonly addresses: readonly ServerAddress[];
}
