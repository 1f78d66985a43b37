import {
  AUTHENTIC_DATA,
  type DecodedPacket,
  decode,
  encode,
  type OptAnswer,
  RECURSION_DESIRED,
  type RecordType,
} from "dns-packet";

import { decoderType, named, type RawType, type WireRecord } from "./fields";
import { isWhole, withoutTruncated } from "./frame";

/** What can be asked for. dns-packet knows the type that SPF once had (RFC 4408 §3.1.1), its declarations leave it out. */
export type QuestionType = RecordType | RawType | "SPF";

/** One question; its name is absolute and has no trailing dot. */
export interface Question {
  readonly name: string;
  readonly type: QuestionType;
}

/** What a name server answered to a question. */
export interface Message {
  /** The response code (RFC 1035 §4.1.1, RFC 6895 §2.3). */
  readonly rcode: number;
  readonly authoritative: boolean;
  readonly truncated: boolean;
  readonly recursionAvailable: boolean;
  /** The server has validated the answer by DNSSEC (RFC 4035 §3.2.3); worth as much as the way to the server. */
  readonly authentic: boolean;
  readonly answers: readonly WireRecord[];
  readonly authorities: readonly WireRecord[];
}

export const RCODE = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;

/** RFC 9715 §3: what passes without fragments. */
const EDNS_OCTETS = 1232;
const OPT: OptAnswer = {
  type: "OPT",
  name: ".",
  udpPayloadSize: EDNS_OCTETS,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};

/**
 * A query on the wire. AD asks a resolver to say whether it has validated its answer (RFC 6840 §5.7).
 * @param edns left out for servers that do not know it (RFC 6891 §6.2.2)
 */
export function encodeQuery(
  id: number,
  { name, type }: Question,
  { recursion, edns }: { readonly recursion: boolean; readonly edns: boolean },
): Buffer {
  return encode({
    type: "query",
    id,
    flags: (recursion ? RECURSION_DESIRED : 0) | AUTHENTIC_DATA,
    questions: [{ type: decoderType(type) as RecordType, name, class: "IN" }],
    ...(edns ? { additionals: [OPT] } : {}),
  });
}

/** Can the name be written in a message: labels of 1 to 63 octets, 255 in all (RFC 1035 §2.3.4)? */
export function isAskable(name: string): boolean {
  const lengths = name.split(".").map((label) => Buffer.byteLength(label));
  const whole = lengths.reduce((sum, length) => sum + length + 1, 1);
  return whole <= 255 && lengths.every((length) => length > 0 && length < 64);
}

/**
 * Reads what came back. `"other"` is an answer to something else, which is no answer at all (RFC 5452 §9.1);
 * `"malformed"` has our id and cannot be read.
 */
export function decodeAnswer(
  octets: Buffer,
  id: number,
  question: Question,
): Message | "other" | "malformed" {
  if (octets.length < 12 || octets.readUInt16BE(0) !== id || (octets[2] ?? 0) < 0x80) return "other";
  const kept = withoutTruncated(octets);
  if (!isWhole(kept)) return "malformed";
  let packet: DecodedPacket;
  try {
    packet = decode(kept);
  } catch {
    return "malformed";
  }
  const { answers = [], authorities = [], additionals = [], questions = [], flags = 0 } = packet;
  const low = flags & 0xf;
  const [asked, second] = questions;
  // A server that cannot read a query may leave out the question.
  const unread = questions.length === 0 && (low === RCODE.FORMERR || low === RCODE.NOTIMP);
  if (!unread && (!asked || second || !isSame(asked, question))) return "other";
  const opt = additionals.find((record): record is OptAnswer => record.type === "OPT");
  return {
    rcode: ((opt?.extendedRcode ?? 0) << 4) | low,
    authoritative: packet.flag_aa,
    truncated: packet.flag_tc,
    recursionAvailable: packet.flag_ra,
    authentic: packet.flag_ad,
    answers: answers.map(named),
    authorities: authorities.map(named),
  };
}

function isSame(asked: { readonly name: string; readonly type: string }, question: Question): boolean {
  return (
    asked.type === decoderType(question.type) && asked.name.toLowerCase() === question.name.toLowerCase()
  );
}
