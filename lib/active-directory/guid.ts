/** How many bytes a GUID has. */
export const GUID_LENGTH = 16;

/**
 * A GUID of its 16 bytes, the first three parts of which are little-endian (MS-DTYP §2.3.4.2).
 * @returns in lower case: `00299570-246d-11d0-a768-00aa006e0529`
 */
export function readGuid(bytes: Uint8Array): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  const digits = order.map((at) => (bytes[at] ?? 0).toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The 16 bytes of a GUID, whose text is as {@link readGuid} gives it. */
export function writeGuid(guid: string): Uint8Array {
  const digits = guid.replaceAll("-", "");
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return Uint8Array.from(order, (at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
}
