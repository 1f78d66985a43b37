import { promises } from "node:dns";
import { isIP } from "node:net";
import { type Answer, canonicalValue, type NameServer, type WaitableType } from "./answer";

/** The domain name system as the provider asks it. */
export interface Dns {
  /** Asks one server; without one, the machine's resolver. Never throws: a failure is an answer. */
  ask(name: string, type: WaitableType, server?: string): Promise<Answer>;
  /**
   * The name servers of the zone that holds `name`, each with one address a line; they are found through the
   * machine's resolver. Empty when nobody knows the zone, or nobody can be asked.
   */
  authoritative(name: string): Promise<readonly NameServer[]>;
}

const OUT_OF_REACH: ReadonlySet<string> = new Set([promises.TIMEOUT, promises.CONNREFUSED]);

/** @param servers the recursive resolvers to use in place of the machine's, `host:port` */
export function systemDns(servers?: readonly string[]): Dns {
  const ask: Dns["ask"] = async (name, type, server) => {
    // One resolver a question: c-ares keeps what it learnt about slow servers, and a wait asks rarely.
    const resolver = new promises.Resolver({ timeout: 3000, tries: 2 });
    try {
      if (server !== undefined) resolver.setServers(await addressesOf(server));
      else if (servers) resolver.setServers(servers);
      return { values: await query(resolver, name, type) };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "unknown";
      return code === promises.NODATA || code === promises.NOTFOUND ? { values: [] } : { failure: code };
    }
  };

  const authoritative: Dns["authoritative"] = async (name) => {
    for (let zone = name.replace(/\.$/, ""); zone.includes("."); zone = zone.slice(zone.indexOf(".") + 1)) {
      const hosts = await ask(zone, "NS");
      // A resolver out of reach would be waited for at every label.
      if ("failure" in hosts && OUT_OF_REACH.has(hosts.failure)) return [];
      if ("failure" in hosts || hosts.values.length === 0) continue;
      const found = await Promise.all(hosts.values.map((host) => addresses(host)));
      return found.flat().sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
    }
    return [];
  };

  const addresses = async (host: string): Promise<readonly NameServer[]> => {
    // IPv4 where there is one: machines without IPv6 are common, name servers without IPv4 are not.
    const v4 = await ask(host, "A");
    const found = "values" in v4 && v4.values.length > 0 ? v4 : await ask(host, "AAAA");
    const [first] = "values" in found ? found.values : [];
    return first === undefined ? [] : [{ name: canonicalValue("NS", host), address: first }];
  };

  return { ask, authoritative };
}

/** `setServers` wants addresses; a configuration may say `dns.google` or `localhost:5353`. */
async function addressesOf(server: string): Promise<readonly string[]> {
  const [, host = server, port] =
    /^(?:\[?)(.*?)\]?(?::(\d+))?$/.exec(isIP(server) ? `[${server}]` : server) ?? [];
  const written = (address: string) => {
    const quoted = isIP(address) === 6 ? `[${address}]` : address;
    return port === undefined ? (isIP(address) === 6 ? address : quoted) : `${quoted}:${port}`;
  };
  if (isIP(host)) return [written(host)];
  const found = await promises.lookup(host, { all: true });
  return found.map(({ address }) => written(address));
}

async function query(
  resolver: promises.Resolver,
  name: string,
  type: WaitableType,
): Promise<readonly string[]> {
  switch (type) {
    case "A":
      return resolver.resolve4(name);
    case "AAAA":
      return resolver.resolve6(name);
    case "CNAME":
      return resolver.resolveCname(name);
    case "NS":
      return resolver.resolveNs(name);
    case "MX":
      return (await resolver.resolveMx(name)).map(
        ({ priority, exchange }) => `${priority} ${exchange === "" ? "." : exchange}`,
      );
    case "TXT":
      // The strings of one record are one value (RFC 7208 §3.3).
      return (await resolver.resolveTxt(name)).map((strings) => strings.join(""));
  }
}
