import { randomInt } from "node:crypto";
import { createConnection } from "node:net";
import { type DecodedPacket, decode } from "dns-packet";
import type { DnsName } from "../../lib/dns/name";
import type { ServerAddress } from "./address";
import { named, type WireRecord } from "./fields";
import { isWhole } from "./frame";
import { encodeQuery, RCODE } from "./message";
import { framed } from "./tcp";

/** A zone as its name server handed it over, or why it did not. */
export type Transfer =
  | { readonly kind: "zone"; readonly records: readonly WireRecord[] }
  | { readonly kind: "failure"; readonly why: string };

export interface TransferLimits {
  /** Milliseconds without an octet. @default 20000 */
  readonly idle?: number;
  /** Milliseconds for everything. @default 300000 */
  readonly total?: number;
  /** The most that is read, in octets. @default 67108864 */
  readonly octets?: number;
}

/**
 * All records of a zone by AXFR (RFC 5936), over one TCP connection, without TSIG. A transfer begins and ends with the same
 * SOA record: one that ends earlier is none.
 */
export function transferZone(
  { address, port }: ServerAddress,
  zone: DnsName,
  { idle = 20_000, total = 300_000, octets: most = 64 * 1024 * 1024 }: TransferLimits = {},
): Promise<Transfer> {
  return new Promise((resolve) => {
    const id = randomInt(0x10000);
    const query = encodeQuery(id, { name: zone, type: "AXFR" }, { recursion: false, edns: false });
    const reading = new Reading(id, zone);
    const connection = createConnection({ host: address, port });
    const end = (transfer: Transfer) => {
      clearTimeout(timer);
      connection.destroy();
      resolve(transfer);
    };
    const fail = (why: string) => end({ kind: "failure", why });
    const timer = setTimeout(() => fail(`the transfer took longer than ${total / 1000} seconds`), total);
    let waiting: Buffer[] = [];
    let length = 0;
    let all = 0;
    connection.setTimeout(idle, () => fail(`no answer for ${idle / 1000} seconds`));
    connection.on("connect", () => connection.write(framed(query)));
    connection.on("data", (chunk) => {
      all += chunk.length;
      if (all > most) return fail(`the zone is longer than the ${most} octets that are read`);
      waiting.push(chunk);
      length += chunk.length;
      while (length >= 2) {
        if (waiting.length > 1) waiting = [Buffer.concat(waiting)];
        const [received = Buffer.alloc(0)] = waiting;
        const size = 2 + received.readUInt16BE(0);
        if (received.length < size) return;
        const transfer = reading.take(received.subarray(2, size));
        if (transfer) return end(transfer);
        waiting = [received.subarray(size)];
        length -= size;
      }
    });
    connection.on("error", (error) => fail(`the server cannot be reached: ${error.message}`));
    connection.on("close", () => fail("the server ended the transfer in the middle"));
  });
}

/** The messages of a transfer, one by one. */
class Reading {
  private readonly records: WireRecord[] = [];
  private soa: string | undefined;

  constructor(
    private readonly id: number,
    private readonly zone: DnsName,
  ) {}

  /** @returns the end of the transfer, where this message is it */
  take(octets: Buffer): Transfer | undefined {
    const packet = decoded(octets, this.id);
    if (!packet) return failure("an answer that cannot be read");
    const rcode = (packet.flags ?? 0) & 0xf;
    if (rcode !== RCODE.NOERROR) return failure(refusalOf(rcode));
    for (const answer of packet.answers ?? []) {
      if (this.soa === undefined) {
        if (answer.type !== "SOA" || answer.name.toLowerCase() !== this.zone) {
          return failure("the transfer does not begin with the zone's SOA record");
        }
        this.soa = JSON.stringify(answer.data);
      } else if (answer.type === "SOA" && answer.name.toLowerCase() === this.zone) {
        // It came at the beginning, too: of another serial, the zone has changed in between.
        return JSON.stringify(answer.data) === this.soa
          ? { kind: "zone", records: this.records }
          : failure("the zone changed while it was handed over; ask again");
      } else this.records.push(named(answer));
    }
    return this.soa === undefined ? failure("an answer without records") : undefined;
  }
}

function decoded(octets: Buffer, id: number): DecodedPacket | undefined {
  if (octets.length < 12 || octets.readUInt16BE(0) !== id || (octets[2] ?? 0) < 0x80) return undefined;
  if (!isWhole(octets)) return undefined;
  try {
    return decode(octets);
  } catch {
    return undefined;
  }
}

function failure(why: string): Transfer {
  return { kind: "failure", why };
}

/** RFC 5936 §2.2.1, RFC 2136 §2.2. */
function refusalOf(rcode: number): string {
  const asks = "; it hands zones to certain addresses or keys only: have dig or the server write a zone file";
  switch (rcode) {
    case RCODE.REFUSED:
      return `the server refuses the transfer${asks}`;
    case 9:
      return `the server is not authoritative for the zone, or does not know who asks (NOTAUTH)${asks}`;
    default:
      return `the server answers with code ${rcode}`;
  }
}
