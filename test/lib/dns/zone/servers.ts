import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DnsRecord, recordData } from "../../../../lib/dns/record";
import { quoteTxt } from "../../../../lib/dns/txt";
import type { ServerAddress } from "../../../../observe/dns/address";
import { DnsClient } from "../../../../observe/dns/client";
import { onePort } from "../../../support/one-port";
import { temporaryFolder } from "../../../support/temp";

/** A zone as a name server loads it. */
export interface ServedZone {
  readonly apex: string;
  readonly records: readonly DnsRecord[];
  /** Lines of the zone file beside those of the records, such as for types that no posture knows. */
  readonly lines?: readonly string[];
}

/** A real name server on this machine that serves some zones. */
export interface Judge {
  readonly address: ServerAddress;
  close(): Promise<void>;
}

export type JudgeName = "nsd" | "named";

/** @throws Error if it does not answer for the zones */
export async function judgeOf(name: JudgeName, zones: readonly ServedZone[]): Promise<Judge> {
  const { configuration, start } = PROGRAMS[name];
  const address = { address: "127.0.0.1", port: await freePort() };
  const folder = temporaryFolder();
  for (const zone of zones) writeFileSync(join(folder, `${zone.apex}.zone`), zoneFile(zone));
  const file = join(folder, "server.conf");
  writeFileSync(file, configuration(folder, address.port, zones));
  const server = start(file);
  const said: string[] = [];
  server.stderr?.on("data", (octets: Buffer) => said.push(octets.toString()));
  const close = () => ended(server);
  try {
    for (const { apex } of zones) await answering(address, apex, server);
  } catch (error) {
    await close();
    throw new Error(`${name} does not answer: ${said.join("").slice(-2000)}`, { cause: error });
  }
  return { address, close };
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill();
  await once(server, "exit");
}

const ERRORS_PIPED: SpawnOptions = { stdio: ["ignore", "ignore", "pipe"] };

const PROGRAMS = {
  nsd: {
    start: (file: string) => spawn("nsd", ["-d", "-c", file], ERRORS_PIPED),
    configuration: (folder: string, port: number, zones: readonly ServedZone[]) => `server:
  ip-address: 127.0.0.1@${port}
  username: ""
  chroot: ""
  database: ""
  server-count: 1
  rrl-ratelimit: 0
  zonesdir: "${folder}"
  xfrdir: "${folder}"
${["pidfile", "xfrdfile", "zonelistfile"].map((key) => `  ${key}: "${join(folder, key)}"`).join("\n")}
remote-control:
  control-enable: no
${zones.map(({ apex }) => `zone:\n  name: ${apex}\n  zonefile: "${apex}.zone"`).join("\n")}
`,
  },
  named: {
    start: (file: string) => spawn("named", ["-g", "-n", "1", "-c", file], ERRORS_PIPED),
    configuration: (folder: string, port: number, zones: readonly ServedZone[]) => `options {
  directory "${folder}";
  listen-on port ${port} { 127.0.0.1; };
  listen-on-v6 { none; };
  pid-file "${join(folder, "pid")}";
  session-keyfile "${join(folder, "key")}";
  recursion no;
  dnssec-validation no;
  minimal-responses yes;
  notify no;
  check-names primary ignore;
  check-wildcard no;
  check-mx ignore;
  check-integrity no;
};
controls { };
${zones.map(({ apex }) => `zone "${apex}" { type primary; file "${apex}.zone"; };`).join("\n")}
`,
  },
} as const satisfies Record<JudgeName, unknown>;

function zoneFile({ apex, records, lines = [] }: ServedZone): string {
  return [
    `${apex}. 300 IN SOA ns.invalid. hostmaster.invalid. 1 7200 3600 1209600 300`,
    `${apex}. 300 IN NS ns.invalid.`,
    ...records.map((record) => `${record.name}. ${record.ttl} IN ${record.type} ${dataOf(record)}`),
    ...lines,
    "",
  ].join("\n");
}

function dataOf(record: DnsRecord): string {
  if (record.type === "TXT") return quoteTxt(record.value);
  const data = recordData(record);
  // The null MX ends in the root's dot already.
  return record.type === "A" || record.type === "AAAA" || data.endsWith(".") ? data : `${data}.`;
}

/** One that both UDP and TCP had free a moment ago: these servers cannot be told to take what the system chooses. */
async function freePort(): Promise<number> {
  const { udp, tcp, port } = await onePort();
  await Promise.all([new Promise<void>((done) => udp.close(done)), new Promise((done) => tcp.close(done))]);
  return port;
}

async function answering(address: ServerAddress, apex: string, { exitCode }: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200 && exitCode === null; attempt++) {
    const probe = new DnsClient({ resolvers: [address], timeout: 200, attempts: 1 });
    const { kind } = await probe.lookUp(apex, "SOA");
    await probe.close();
    if (kind === "answer") return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no answer for ${apex}`);
}
