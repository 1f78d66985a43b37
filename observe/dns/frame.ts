/** Octets of a message's header (RFC 1035 §4.1.1). */
const HEADER = 12;
/** TC, in the third octet. */
const TRUNCATED = 0x02;

const TYPE = { A: 1, NS: 2, CNAME: 5, PTR: 12, MX: 15, TXT: 16, AAAA: 28 } as const;

/**
 * Is the message what its counts and lengths say? A decoder that goes by each record's own form reads a record whose
 * RDLENGTH is wrong as an empty one, or as what stands behind it: an answer that proves nothing would prove that there is
 * no record (RFC 1035 §4.1.3).
 */
export function isWhole(octets: Buffer): boolean {
  try {
    let at = HEADER;
    for (let left = octets.readUInt16BE(4); left > 0; left--) at = nameEnd(octets, at) + 4;
    const records = octets.readUInt16BE(6) + octets.readUInt16BE(8) + octets.readUInt16BE(10);
    for (let left = records; left > 0; left--) at = recordEnd(octets, at);
    return at <= octets.length;
  } catch {
    // Read past the end, or refused below.
    return false;
  }
}

/**
 * A truncated message without its records, which it is asked for again over TCP anyway (RFC 2181 §9): some servers cut
 * in the middle of one. Any other message as it is.
 */
export function withoutTruncated(octets: Buffer): Buffer {
  if (octets.length < HEADER || ((octets[2] ?? 0) & TRUNCATED) === 0) return octets;
  const kept = Buffer.from(octets);
  kept.fill(0, 6, HEADER);
  return kept;
}

/** Where a record ends. @throws RangeError if it is none */
function recordEnd(octets: Buffer, start: number): number {
  const at = nameEnd(octets, start);
  const data = at + 10;
  const end = data + octets.readUInt16BE(at + 8);
  if (end > octets.length || !holds(octets, octets.readUInt16BE(at), data, end))
    throw new RangeError("RDLENGTH");
  return end;
}

/** Does the data fill its place? */
function holds(octets: Buffer, type: number, start: number, end: number): boolean {
  switch (type) {
    case TYPE.A:
      return end - start === 4;
    case TYPE.AAAA:
      return end - start === 16;
    case TYPE.NS:
    case TYPE.CNAME:
    case TYPE.PTR:
      return nameEnd(octets, start) === end;
    case TYPE.MX:
      return nameEnd(octets, start + 2) === end;
    case TYPE.TXT:
      return start < end && stringsEnd(octets, start, end) === end;
    default:
      return true;
  }
}

/** Where character strings end (RFC 1035 §3.3). */
function stringsEnd(octets: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end) at += 1 + octets.readUInt8(at);
  return at;
}

/** Where a name ends: behind its last label, or behind a pointer (RFC 1035 §4.1.4). @throws RangeError past the message */
function nameEnd(octets: Buffer, start: number): number {
  for (let at = start; ; ) {
    const length = octets.readUInt8(at);
    if (length === 0) return at + 1;
    if (length >= 0xc0) return at + 2;
    if (length > 63) throw new RangeError("label");
    at += 1 + length;
  }
}
