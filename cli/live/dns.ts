import { formatFault } from "../../lib/fault";
import {
  DNS_PORT,
  isLoopback,
  parseServer,
  type ServerAddress,
  systemServers,
} from "../../observe/dns/address";
import { Authorities } from "../../observe/dns/authorities";
import { DnsClient } from "../../observe/dns/client";
import { DNS_LIMITS } from "../../observe/dns/server";
import { parseNetwork, type Reach, reachOf } from "../../observe/reach";
import { Misuse } from "../misuse";
import { sandboxWorld } from "./sandbox";

/** How the DNS is asked, as the command line says it. */
export interface DnsOptions {
  readonly resolver?: string;
  readonly authoritative?: string;
  /** Messages a second to one server. */
  readonly rate?: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly concurrency?: number;
  /** Networks that may be connected to though they are not public. */
  readonly connectTo?: readonly string[];
}

/** Messages a second to a server on this machine, which is nobody else's. */
const LOOPBACK_RATE = 5000;

export interface Dns {
  readonly client: DnsClient;
  readonly authorities: Authorities;
  readonly reach: Reach;
}

/**
 * The DNS as it is to be asked: by the given resolver, else in a sandbox by the sandbox's, else by this machine's.
 * @throws Misuse for what is no address of a server
 */
export function openDns(options: DnsOptions): Dns {
  const { resolver = sandboxWorld(process.env).dns, authoritative, rate, timeout, concurrency } = options;
  const given = resolver === undefined ? undefined : serverOf("--resolver", resolver);
  const client = new DnsClient({
    resolvers: given ? [given] : systemServers(),
    rateOf: (server) => rate ?? (isLoopback(server) ? LOOPBACK_RATE : DNS_LIMITS.rate),
    ...(timeout === undefined ? {} : { timeout: timeout * 1000 }),
    ...(concurrency === undefined ? {} : { concurrency }),
  });
  const reach = reachOfOptions(options);
  const instead = insteadOfAuthorities(given, authoritative);
  return { client, reach, authorities: new Authorities(client, instead, DNS_PORT, reach) };
}

/** For those who cannot give options, such as a sandbox: networks with commas between them. */
const CONNECT_TO = "MAIL_HYGIENE_CONNECT_TO";

function reachOfOptions({ connectTo }: DnsOptions): Reach {
  const [name, texts] = connectTo
    ? ["--connect-to", connectTo]
    : [CONNECT_TO, (process.env[CONNECT_TO] ?? "").split(",").filter((text) => text !== "")];
  return reachOf(
    texts.map((text) => {
      const read = parseNetwork(text.trim());
      if (!read.ok) throw new Misuse(`${name}: ${read.faults.map(formatFault).join("; ")}`);
      return read.value;
    }),
  );
}

/** A resolver on a port of its own is a sandbox, which is all name servers in one. */
function insteadOfAuthorities(
  resolver: ServerAddress | undefined,
  authoritative: string | undefined,
): ServerAddress | undefined {
  if (authoritative !== undefined) return serverOf("--authoritative", authoritative);
  return resolver && isLoopback(resolver) && resolver.port !== DNS_PORT ? resolver : undefined;
}

function serverOf(option: string, text: string): ServerAddress {
  const read = parseServer(text);
  if (!read.ok) throw new Misuse(`${option}: ${read.faults.map(formatFault).join("; ")}`);
  return read.value;
}
