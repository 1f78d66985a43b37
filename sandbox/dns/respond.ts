import {
  AUTHORITATIVE_ANSWER,
  type DecodedPacket,
  decode,
  encode,
  type OptAnswer,
  type Packet,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from "dns-packet";
import { resolve } from "./resolve";
import type { ZoneOf } from "./zone";

/** RFC 1035 §4.1.1. */
const RCODES = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;
const OPCODE = 0x7800;
const HEADER_OCTETS = 12;
/** RFC 1035 §4.2.1: over UDP without EDNS. */
const PLAIN_UDP_OCTETS = 512;
/** RFC 9715 §3: what passes without fragments; what is offered, and the most that is sent over UDP. */
const EDNS_OCTETS = 1232;

export type Transport = "udp" | "tcp";

/** The answer to a query on the wire; `undefined` for what is no query at all. */
export function respond(query: Buffer, transport: Transport, zoneOf: ZoneOf): Buffer | undefined {
  if (query.length < HEADER_OCTETS || (query[2] ?? 0) & 0x80) return undefined;
  const asked = read(query);
  if (asked === undefined) {
    const flags = (query.readUInt16BE(2) & (OPCODE | RECURSION_DESIRED)) | RCODES.FORMERR;
    return encode({ type: "response", id: query.readUInt16BE(0), flags });
  }
  const opt = asked.additionals?.find((record) => record.type === "OPT");
  const packet = withEdns(isOfLaterEdns(opt) ? emptyAnswer(asked) : answerTo(asked, zoneOf), opt);
  const limit =
    transport === "tcp"
      ? 65_535
      : opt === undefined
        ? PLAIN_UDP_OCTETS
        : Math.min(Math.max(opt.udpPayloadSize, PLAIN_UDP_OCTETS), EDNS_OCTETS);
  return fitted(packet, limit);
}

function read(query: Buffer): DecodedPacket | undefined {
  try {
    const packet = decode(query);
    return packet.questions?.length === 1 ? packet : undefined;
  } catch {
    return undefined;
  }
}

function answerTo(asked: DecodedPacket, zoneOf: ZoneOf): Packet {
  const [question] = asked.questions ?? [];
  const { flags = 0 } = asked;
  const empty = emptyAnswer(asked);
  const refused = (code: keyof typeof RCODES) => ({ ...empty, flags: (empty.flags ?? 0) | RCODES[code] });
  if (question === undefined || (flags & OPCODE) !== 0) return refused("NOTIMP");
  if (question.class !== "IN" || question.type === "AXFR" || question.type === "IXFR") {
    return refused("REFUSED");
  }
  try {
    const { rcode, authoritative, answers, authorities, additionals } = resolve(
      question.name === "." ? "" : question.name,
      question.type,
      zoneOf,
    );
    return {
      ...refused(rcode),
      flags: (refused(rcode).flags ?? 0) | (authoritative ? AUTHORITATIVE_ANSWER : 0),
      answers: [...answers],
      authorities: [...authorities],
      additionals: [...additionals],
    };
  } catch {
    return refused("SERVFAIL");
  }
}

function emptyAnswer({ flags = 0, id = 0, questions = [] }: DecodedPacket): Packet {
  return {
    type: "response",
    id,
    // Aliases are followed, which is what recursion comes to here.
    flags: (flags & (OPCODE | RECURSION_DESIRED)) | RECURSION_AVAILABLE,
    questions,
  };
}

/** BADVERS, 16, is 1 in the extended part and NOERROR in the header (RFC 6891 §6.1.3, §9). */
const BADVERS_EXTENDED = 1;

/** Is it asked in a version of EDNS that is none yet? */
function isOfLaterEdns(opt: OptAnswer | undefined): boolean {
  return opt !== undefined && opt.ednsVersion > 0;
}

/** RFC 6891 §6.1.1: whoever sends an OPT record gets one. */
function withEdns(packet: Packet, opt: OptAnswer | undefined): Packet {
  if (opt === undefined) return packet;
  const answer: OptAnswer = {
    type: "OPT",
    name: ".",
    udpPayloadSize: EDNS_OCTETS,
    extendedRcode: isOfLaterEdns(opt) ? BADVERS_EXTENDED : 0,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options: [],
  };
  return { ...packet, additionals: [...(packet.additionals ?? []), answer] };
}

/** What does not fit is left out: first the additional records, then everything, which the TC bit says (RFC 2181 §9). */
function fitted(packet: Packet, limit: number): Buffer {
  const whole = tryEncode(packet);
  if (whole.length <= limit) return whole;
  const edns = (packet.additionals ?? []).filter(({ type }) => type === "OPT");
  const bare = tryEncode({ ...packet, additionals: edns });
  if (bare.length <= limit) return bare;
  const flags = (packet.flags ?? 0) | TRUNCATED_RESPONSE;
  return encode({ ...packet, flags, answers: [], authorities: [], additionals: edns });
}

/** A record that has no form on the wire is a fault of the zone, not of who asks. */
function tryEncode(packet: Packet): Buffer {
  try {
    return encode(packet);
  } catch {
    const flags = ((packet.flags ?? 0) & ~0xf) | RCODES.SERVFAIL;
    return encode({ ...packet, flags, answers: [], authorities: [], additionals: [] });
  }
}
