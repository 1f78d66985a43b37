import { collect, type Fault, fail, type Result, settle, within } from "../fault";
import { joined } from "./ace";
import { type Acl, formatAcl, parseAcl } from "./acl";
import { formatSid, parseSid, type Sid } from "./sid";

/** A security descriptor, self-relative as Active Directory keeps it in `nTSecurityDescriptor` (MS-DTYP §2.4.6). */
export interface SecurityDescriptor {
  /** Control bits, see {@link CONTROL}. */
  readonly control: number;
  /** The byte that only `control` with 0x4000 gives a meaning. */
  readonly resourceManager: number;
  readonly owner?: Sid;
  readonly group?: Sid;
  /** Who is watched; absent unless it was asked for. */
  readonly sacl?: Acl;
  /** Who may do what; absent: nobody is kept from anything. */
  readonly dacl?: Acl;
}

/** Bits of `control`. */
export const CONTROL = {
  daclPresent: 0x0004,
  saclPresent: 0x0010,
  /** Nothing is inherited from above. */
  daclProtected: 0x1000,
  selfRelative: 0x8000,
} as const;

const HEADER = 20;
/** What Active Directory keeps at most; who sends more is none. */
const LONGEST = 0x20000;

/**
 * Reads a descriptor.
 * @returns it, or every fault found in it, with the part as path
 */
export function parseSecurityDescriptor(bytes: Uint8Array): Result<SecurityDescriptor> {
  if (bytes.length < HEADER || bytes.length > LONGEST) {
    return refused(`${bytes.length} bytes`, `from ${HEADER} to ${LONGEST} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const revision = view.getUint8(0);
  const control = view.getUint16(2, true);
  if (revision !== 1) return refused(`revision ${revision}`, "revision 1");
  if ((control & CONTROL.selfRelative) === 0) {
    return refused(`control 0x${control.toString(16)}`, "a self-relative one");
  }
  const faults: Fault[] = [];
  const part = <T>(name: string, at: number, read: (from: Uint8Array) => Result<T>): T | undefined => {
    const offset = view.getUint32(at, true);
    if (offset === 0) return undefined;
    if (offset >= HEADER && offset < bytes.length) return collect(read(bytes.subarray(offset)), faults, name);
    faults.push({ path: [name], message: "stands outside its descriptor", received: `offset ${offset}` });
    return undefined;
  };
  const sid = (from: Uint8Array): Result<Sid> => {
    const read = parseSid(from);
    return read.ok ? { ok: true, value: read.value.sid } : read;
  };
  const owner = part("owner", 4, sid);
  const group = part("group", 8, sid);
  const sacl = part("sacl", 12, parseAcl);
  const dacl = part("dacl", 16, parseAcl);
  for (const [name, list, bit] of [
    ["sacl", sacl, CONTROL.saclPresent],
    ["dacl", dacl, CONTROL.daclPresent],
  ] as const) {
    if (list && (control & bit) === 0)
      faults.push({ path: [name], message: "is there, and said to be absent" });
  }
  return settle(faults, () => ({
    control,
    resourceManager: view.getUint8(1),
    ...(owner ? { owner } : {}),
    ...(group ? { group } : {}),
    ...(sacl ? { sacl } : {}),
    ...(dacl ? { dacl } : {}),
  }));
}

/** The bytes of a descriptor, as {@link parseSecurityDescriptor} reads them; lists make themselves present. */
export function formatSecurityDescriptor(descriptor: SecurityDescriptor): Result<Uint8Array> {
  const faults: Fault[] = [];
  const list = (name: "sacl" | "dacl") => {
    const acl = descriptor[name];
    if (!acl) return undefined;
    const bytes = formatAcl(acl);
    if (!bytes.ok) faults.push(...bytes.faults.map((fault) => within(fault, name)));
    return bytes.ok ? bytes.value : undefined;
  };
  const [sacl, dacl] = [list("sacl"), list("dacl")];
  const parts = [
    descriptor.owner && formatSid(descriptor.owner),
    descriptor.group && formatSid(descriptor.group),
    sacl,
    dacl,
  ];
  return settle(faults, () => {
    const header = new Uint8Array(HEADER);
    const view = new DataView(header.buffer);
    view.setUint8(0, 1);
    view.setUint8(1, descriptor.resourceManager);
    const present = (sacl ? CONTROL.saclPresent : 0) | (dacl ? CONTROL.daclPresent : 0);
    view.setUint16(2, descriptor.control | present | CONTROL.selfRelative, true);
    let offset = HEADER;
    for (const [at, bytes] of parts.entries()) {
      if (!bytes) continue;
      view.setUint32(4 + 4 * at, offset, true);
      offset += bytes.length;
    }
    return joined([header, ...parts.flatMap((bytes) => bytes ?? [])]);
  });
}

function refused(received: string, expected: string): Result<never> {
  return fail({ message: "not a security descriptor", received, expected });
}
