import { formatFault } from "../../lib/fault";
import { parseServer } from "../../observe/dns/address";
import { Gate } from "../../observe/dns/pace";
import { transferredZone } from "../../observe/dns/transferred-zone";
import { Misuse } from "../misuse";
import { hostOf, nameOf, type ReadZones, requireNone, type Sources } from "./sources";

/** A name server gives a client only so many connections. */
const AT_ONCE = 4;

/** Zones that a name server hands over (RFC 5936); all of them, or none. */
export async function fromTransfer(sources: Sources): Promise<ReadZones> {
  requireNone(sources, ["file", "origin", "account"], (flag) => `${flag} does not go with --from axfr`);
  const { server: text, zone: names = [] } = sources;
  if (text === undefined)
    throw new Misuse("--from axfr needs --server, the address of a name server of the zones");
  if (names.length === 0) throw new Misuse("--from axfr needs --zone: a name server lists none");
  const server = parseServer(text);
  if (!server.ok) throw new Misuse(`--server: ${server.faults.map(formatFault).join("; ")}`);
  const host = hostOf(sources);
  const wanted = [...new Set(names.map((name) => nameOf("--zone", name)))];
  const gate = new Gate(AT_ONCE);
  const problems: string[] = [];
  const zones = await Promise.all(
    wanted.map((name) =>
      gate
        .through(() => transferredZone(server.value, name, host))
        .catch((error: unknown) => {
          problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
          return undefined;
        }),
    ),
  );
  if (problems.length > 0) return { ok: false, problems: problems.sort() };
  return { ok: true, zones: zones.flatMap((zone) => zone ?? []) };
}
