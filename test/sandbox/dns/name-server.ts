import { execFile } from "node:child_process";
import { Resolver } from "node:dns/promises";
import { promisify } from "node:util";
import type { WorldRecord, WorldZone } from "../../../lib/world/world";
import { loadZones } from "../../../sandbox/cloudflare/world";
import { ZoneStore } from "../../../sandbox/cloudflare/zone-store";
import type { Neighbourhood } from "../../../sandbox/dns/internet";
import { PublicDns } from "../../../sandbox/dns/public-dns";
import { startDnsServer } from "../../../sandbox/dns/server";

const execFileAsync = promisify(execFile);

/** The server with some zones, and two clients that know nothing of it. */
export interface NameServer {
  readonly store: ZoneStore;
  readonly port: number;
  readonly resolver: Resolver;
  /** What dig prints of its sections, one line a record: `contoso.com. 300 IN MX 0 mx.contoso.com.` */
  dig(...args: readonly string[]): Promise<Dug>;
  close(): Promise<void>;
}

interface Dug {
  readonly status: string;
  /** `qr aa rd ra`. */
  readonly flags: string;
  readonly answer: readonly string[];
  readonly authority: readonly string[];
  readonly additional: readonly string[];
}

export async function startNameServer(
  zones: readonly WorldZone[],
  ...neighbourhoods: readonly Neighbourhood[]
): Promise<NameServer> {
  const store = new ZoneStore();
  const faults = loadZones(store, zones);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  const server = await startDnsServer(new PublicDns(store, ...neighbourhoods).zoneOf);
  const port = Number(server.authority.split(":")[1]);
  const resolver = new Resolver({ timeout: 20_000, tries: 1 });
  resolver.setServers([server.authority]);
  return {
    store,
    port,
    resolver,
    dig: (...args) => dig(port, args),
    close: () => server.close(),
  };
}

/** A zone contoso.com with these records. */
export function zoneOf(...records: readonly WorldRecord[]): WorldZone {
  return { name: "contoso.com", records };
}

async function dig(port: number, args: readonly string[]): Promise<Dug> {
  const { stdout } = await execFileAsync("dig", [
    "@127.0.0.1",
    "-p",
    String(port),
    "+tries=1",
    "+time=20",
    ...args,
  ]);
  const section = (name: string) =>
    (new RegExp(`;; ${name} SECTION:\n((?:[^;\n].*\n)*)`).exec(stdout)?.[1] ?? "")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.replace(/\s+/g, " "));
  return {
    status: /status: (\w+)/.exec(stdout)?.[1] ?? "",
    flags: /flags: ([a-z ]+);/.exec(stdout)?.[1] ?? "",
    answer: section("ANSWER"),
    authority: section("AUTHORITY"),
    additional: section("ADDITIONAL"),
  };
}
