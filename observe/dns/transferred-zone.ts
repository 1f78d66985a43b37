import type { FoundZone } from "../../lib/adopt/found";
import { ZoneCollector } from "../../lib/adopt/from/collector";
import { type DnsName, isNameWithin } from "../../lib/dns/name";
import type { ServerAddress } from "./address";
import type { WireRecord } from "./fields";
import { recordOf } from "./record";
import { txtStrings } from "./resolve";
import { type TransferLimits, transferZone } from "./transfer";

/**
 * What a zone holds, by a transfer.
 * @param host where it is to be declared
 * @throws Error that says why it cannot be had
 */
export async function transferredZone(
  server: ServerAddress,
  name: DnsName,
  host: FoundZone["host"],
  limits?: TransferLimits,
): Promise<FoundZone> {
  const transfer = await transferZone(server, name, limits);
  if (transfer.kind === "failure") throw new Error(transfer.why);
  const zone = new ZoneCollector(name, host);
  for (const wire of transfer.records) {
    if (!isNameWithin(wire.name, name)) {
      // Addresses of name servers elsewhere go along (RFC 5936 §3.3), and are not the zone's.
      if (wire.type === "A" || wire.type === "AAAA") continue;
      throw new Error(
        `the transfer holds a record outside the zone, ${wire.name} ${wire.type}; expected names within ${name}; read the zone as a file without it`,
      );
    }
    const record = isText(wire) ? recordOf(wire) : undefined;
    if (record) zone.addRecord({ record });
    else zone.addUnread({ name: wire.name, type: wire.type, data: dataOf(wire) });
  }
  return zone.zone();
}

/** Octets that are no text in UTF-8 cannot be written as they stand. */
function isText(wire: WireRecord): boolean {
  if (wire.type !== "TXT") return true;
  const octets = joined(wire.data);
  return Buffer.from(octets.toString("utf8")).equals(octets);
}

function joined(data: Parameters<typeof txtStrings>[0]): Buffer {
  return Buffer.concat(txtStrings(data));
}

function dataOf(wire: WireRecord): string {
  if (wire.type === "TXT") return joined(wire.data).toString("latin1");
  if (wire.type === "OPT") return "";
  const data: unknown = wire.data;
  return Buffer.isBuffer(data) ? data.toString("hex") : (JSON.stringify(data) ?? "");
}
