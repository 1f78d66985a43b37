import { ancestry, type DnsName, isWithin } from "../../lib/dns/name";
import type { DnsRecord, DnsRecordType } from "../../lib/dns/record";
import { DNS_PORT, formatServer, type ServerAddress } from "./address";
import { readChain } from "./chain";
import { type DnsClient, isReferral } from "./client";
import type { Question } from "./message";
import { recordOf } from "./record";

/** What one of a zone's own servers says. */
export type AuthoritativeAnswer = { readonly server: string } & (
  | { readonly kind: "records"; readonly records: readonly DnsRecord[] }
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
   */
  constructor(
    private readonly client: DnsClient,
    private readonly instead?: ServerAddress,
    private readonly port = DNS_PORT,
  ) {}

  async ask(name: DnsName, type: DnsRecordType): Promise<readonly AuthoritativeAnswer[]> {
    const servers = await this.serversOf(name);
    return Promise.all(servers.map((server) => this.askOne(server, { name, type })));
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
  private async serversOf(name: DnsName): Promise<readonly NamedServer[]> {
    const { instead } = this;
    if (instead) return [{ name: formatServer(instead), addresses: [instead] }];
    for (const zone of ancestry(name)) {
      const found = await this.zoneServers(zone);
      if (found.length > 0) return found;
    }
    return [];
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
    const hosts = found.records.flatMap((record) => (record.type === "NS" ? [record.data] : []));
    return Promise.all(
      hosts.sort().map(async (host) => {
        const answers = await Promise.all([this.client.lookUp(host, "A"), this.client.lookUp(host, "AAAA")]);
        const addresses = answers
          .flatMap((answer) => (answer.kind === "answer" ? answer.records : []))
          .flatMap((record) => (record.type === "A" || record.type === "AAAA" ? [record.data] : []));
        return { name: host, addresses: addresses.map((address) => ({ address, port: this.port })) };
      }),
    );
  }

  /** A server of several addresses has answered when one of them has. */
  private async askOne({ name, addresses }: NamedServer, question: Question): Promise<AuthoritativeAnswer> {
    let failed: AuthoritativeAnswer = { server: name, kind: "failure", why: "it has no address" };
    for (const address of addresses) {
      const reply = await this.client.askServer(address, question);
      if (reply.kind === "failure") {
        const kind = reply.reason === "refused" ? "lame" : "failure";
        failed = { server: name, kind, why: reply.detail };
        continue;
      }
      const { message } = reply;
      if (!message.authoritative || isReferral(message)) {
        failed = { server: name, kind: "lame", why: "it answers without authority" };
        continue;
      }
      const chain = readChain(message, question);
      if (chain === "alias-loop") return { server: name, kind: "failure", why: "the aliases do not end" };
      // At the name itself: what an alias leads to is not this zone's to say.
      const own = chain.aliases.length > 0 ? [] : chain.records.flatMap((record) => recordOf(record) ?? []);
      return { server: name, kind: "records", records: own };
    }
    return failed;
  }
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
