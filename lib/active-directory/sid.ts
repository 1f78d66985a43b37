import { fail, ok, type Result } from "../fault";

/** A security identifier as text: `S-1-5-21-…-1105`. */
export type Sid = string & { readonly __sid: unique symbol };

/** Sub-authorities at most (MS-DTYP §2.4.2.2). */
const MOST_SUB_AUTHORITIES = 15;
const HEADER = 8;

/**
 * The SID that bytes begin with; they may go on behind it.
 * @param bytes revision, count, authority of six bytes, sub-authorities of four (MS-DTYP §2.4.2.2)
 */
export function parseSid(bytes: Uint8Array): Result<{ readonly sid: Sid; readonly length: number }> {
  const [revision, count = 0] = bytes;
  if (bytes.length < HEADER) return refused(`${bytes.length} bytes`, `at least ${HEADER} bytes`);
  if (revision !== 1) return refused(`revision ${revision}`, "revision 1");
  if (count > MOST_SUB_AUTHORITIES) {
    return refused(`${count} sub-authorities`, `at most ${MOST_SUB_AUTHORITIES}`);
  }
  const length = HEADER + 4 * count;
  if (bytes.length < length) return refused(`${bytes.length} bytes`, `${length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const authority = view.getUint16(2) * 2 ** 32 + view.getUint32(4);
  const parts = Array.from({ length: count }, (_, at) => view.getUint32(HEADER + 4 * at, true));
  return ok({ sid: written(authority, parts), length });
}

/** The bytes of a SID. */
export function formatSid(sid: Sid): Uint8Array {
  const [, , authority = "0", ...parts] = sid.split("-");
  const bytes = new Uint8Array(HEADER + 4 * parts.length);
  const view = new DataView(bytes.buffer);
  const number = authority.startsWith("0x") ? Number.parseInt(authority, 16) : Number(authority);
  view.setUint8(0, 1);
  view.setUint8(1, parts.length);
  view.setUint16(2, Math.floor(number / 2 ** 32));
  view.setUint32(4, number % 2 ** 32);
  for (const [at, part] of parts.entries()) view.setUint32(HEADER + 4 * at, Number(part), true);
  return bytes;
}

/** Everybody, and everybody who has signed in: each account is both (MS-DTYP §2.4.2.4). */
export const EVERY_ACCOUNT = ["S-1-1-0", "S-1-5-11"] as readonly string[] as readonly Sid[];

/** An authority of 2³² and more is written in hexadecimal (MS-DTYP §2.4.2.1). */
function written(authority: number, parts: readonly number[]): Sid {
  const head = authority < 2 ** 32 ? String(authority) : `0x${authority.toString(16).padStart(12, "0")}`;
  return ["S-1", head, ...parts].join("-") as Sid;
}

function refused(received: string, expected: string): Result<never> {
  return fail({ message: "not a security identifier", received, expected });
}
