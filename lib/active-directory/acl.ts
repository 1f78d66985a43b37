import { collect, type Fault, fail, ok, type Result, settle } from "../fault";
import { ACE_HEADER, type Ace, formatAce, joined, parseAce } from "./ace";

/** An access control list: its entries in the order in which they decide (MS-DTYP §2.4.5). */
export interface Acl {
  /** 2, or 4 where there may be entries that name an object type. */
  readonly revision: 2 | 4;
  readonly aces: readonly Ace[];
}

const HEADER = 8;

/** @param bytes begin with the list, and may go on behind it */
export function parseAcl(bytes: Uint8Array): Result<Acl> {
  if (bytes.length < HEADER) return refused(`${bytes.length} bytes`, `at least ${HEADER} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const revision = view.getUint8(0);
  const size = view.getUint16(2, true);
  const count = view.getUint16(4, true);
  if (revision !== 2 && revision !== 4) return refused(`revision ${revision}`, "revision 2 or 4");
  if (size < HEADER || size > bytes.length) {
    return refused(`a size of ${size} bytes`, `from ${HEADER} to ${bytes.length}`);
  }
  const faults: Fault[] = [];
  const aces: Ace[] = [];
  let at = HEADER;
  for (let entry = 0; entry < count; entry++) {
    const length = at + ACE_HEADER <= size ? view.getUint16(at + 2, true) : 0;
    if (length < ACE_HEADER || length % 4 !== 0 || at + length > size) {
      const outside = {
        path: [entry],
        message: "an entry does not fit its list",
        received: `${length} bytes`,
      };
      return fail(...faults, outside);
    }
    const ace = collect(parseAce(bytes.subarray(at, at + length)), faults, entry);
    if (ace) aces.push(ace);
    at += length;
  }
  return settle(faults, () => ({ revision, aces }));
}

/** The bytes of a list, as {@link parseAcl} reads them. */
export function formatAcl({ revision, aces }: Acl): Result<Uint8Array> {
  const entries = joined(aces.map(formatAce));
  const size = HEADER + entries.length;
  if (size > 0xffff) return refused(`${size} bytes`, "at most 65535 bytes");
  const bytes = joined([new Uint8Array(HEADER), entries]);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, revision);
  view.setUint16(2, size, true);
  view.setUint16(4, aces.length, true);
  return ok(bytes);
}

function refused(received: string, expected: string): Result<never> {
  return fail({ message: "not an access control list", received, expected });
}
