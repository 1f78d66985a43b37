import { type DnsName, parseName } from "../../dns/name";
import { collect, type Fault, fail, type Result, settle } from "../../fault";
import type { PartRecord, PartResult } from "./part";

/** The alias at a mail name to the record that somebody else publishes. */
export function hostedRecord(role: string, name: DnsName, ttl: number, target: string): PartResult {
  const alias = hostedAlias(role, name, ttl, target, ["hosted"]);
  return alias.ok ? { ok: true, value: [alias.value] } : alias;
}

/** @param path of the target in the part's options, for its faults */
export function hostedAlias(
  role: string,
  name: DnsName,
  ttl: number,
  target: string,
  path: readonly string[],
): Result<PartRecord> {
  const faults: Fault[] = [];
  const read = collect(parseName(target, "owner"), faults, ...path);
  if (read === undefined) return fail(...faults);
  if (read === name) {
    faults.push({
      path,
      message: "an alias of itself",
      received: read,
      expected: "the name at which the other party publishes the record",
    });
  } else if (!read.includes(".")) {
    faults.push({ path, message: "a name of one label", received: read, expected: "a full name" });
  }
  return settle(faults, () => ({ role, record: { type: "CNAME", name, ttl, target: read } }));
}

/**
 * NS records that hand a name and everything below it to name servers, each with role `<role>-<host>`.
 * @returns a fault for a list that is empty or names a host twice or that is none
 */
export function hostedZone(role: string, name: DnsName, ttl: number, servers: readonly string[]): PartResult {
  const faults: Fault[] = [];
  const path = (index: number) => ["hosted", "nameServers", index] as const;
  if (servers.length === 0) {
    faults.push({
      path: ["hosted", "nameServers"],
      message: "no name server",
      expected: "the name servers that the other party shows",
    });
  }
  const hosts = servers.map((server, index) => collect(parseName(server), faults, ...path(index)));
  for (const [index, host] of hosts.entries()) {
    if (host === undefined) continue;
    if (hosts.indexOf(host) < index) {
      faults.push({ path: path(index), message: "name server given twice", received: host });
    }
  }
  return settle(faults, () =>
    hosts
      .flatMap((host) => host ?? [])
      .sort()
      .map((host) => ({ role: `${role}-${host}`, record: { type: "NS", name, ttl, host } })),
  );
}
