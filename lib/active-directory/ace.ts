import { fail, ok, type Result } from "../fault";
import { GUID_LENGTH, readGuid, writeGuid } from "./guid";
import { formatSid, parseSid, type Sid } from "./sid";

/**
 * An access control entry (MS-DTYP §2.4.4). `type` and `flags` are its first two bytes. Entries of a type that this
 * project does not know keep their bytes.
 */
export type Ace =
  | {
      readonly kind: "known";
      readonly type: number;
      readonly flags: number;
      /** Access mask: what is allowed or denied. */
      readonly mask: number;
      /** The extended right, property, property set or class that it is about; absent: all of them. */
      readonly objectType?: string;
      /** The class of objects that inherit it; absent: all of them. */
      readonly inheritedObjectType?: string;
      readonly sid: Sid;
      /** What conditional and resource entries hold behind the SID. */
      readonly data: Uint8Array;
    }
  | { readonly kind: "unknown"; readonly type: number; readonly flags: number; readonly body: Uint8Array };

/** Bits of `flags` (MS-DTYP §2.4.4.1). */
export const ACE_FLAGS = {
  objectInherit: 0x01,
  containerInherit: 0x02,
  noPropagate: 0x04,
  inheritOnly: 0x08,
  inherited: 0x10,
} as const;

/** Types with mask and SID, and those that may hold data behind it. */
const PLAIN = new Set([0x00, 0x01, 0x02, 0x03, 0x09, 0x0a, 0x0d, 0x0e, 0x11, 0x12, 0x13]);
/** The same with flags and up to two GUIDs between mask and SID. */
const OBJECT = new Set([0x05, 0x06, 0x07, 0x08, 0x0b, 0x0c, 0x0f, 0x10]);
const WITH_DATA = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10, 0x12]);

/** Which of the two GUIDs are there. */
const OBJECT_TYPE_PRESENT = 1;
const INHERITED_OBJECT_TYPE_PRESENT = 2;

/** Type, flags, and size in two bytes. */
export const ACE_HEADER = 4;

/** Does an entry of this type name what it is about? */
export function isObjectAce(type: number): boolean {
  return OBJECT.has(type);
}

/** @param bytes the whole entry, its header too */
export function parseAce(bytes: Uint8Array): Result<Ace> {
  const [type = 0, flags = 0] = bytes;
  const body = bytes.subarray(ACE_HEADER);
  if (!PLAIN.has(type) && !OBJECT.has(type)) {
    return ok({ kind: "unknown", type, flags, body: Uint8Array.from(body) });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isObject = OBJECT.has(type);
  if (body.length < (isObject ? 8 : 4)) return short(type, bytes);
  const present = isObject ? view.getUint32(8, true) : 0;
  if (present > (OBJECT_TYPE_PRESENT | INHERITED_OBJECT_TYPE_PRESENT)) {
    return fail({ message: "an entry with flags that are not known", received: `0x${present.toString(16)}` });
  }
  let at = ACE_HEADER + (isObject ? 8 : 4);
  const guid = (bit: number): string | undefined => {
    if ((present & bit) === 0) return undefined;
    at += GUID_LENGTH;
    return readGuid(bytes.subarray(at - GUID_LENGTH, at));
  };
  const objectType = guid(OBJECT_TYPE_PRESENT);
  const inheritedObjectType = guid(INHERITED_OBJECT_TYPE_PRESENT);
  if (at > bytes.length) return short(type, bytes);
  const sid = parseSid(bytes.subarray(at));
  if (!sid.ok) return sid;
  const data = Uint8Array.from(bytes.subarray(at + sid.value.length));
  if (data.length > 0 && !WITH_DATA.has(type)) {
    return fail({ message: "an entry goes on behind its SID", received: `${data.length} bytes` });
  }
  return ok({
    kind: "known",
    type,
    flags,
    mask: view.getUint32(4, true),
    ...(objectType === undefined ? {} : { objectType }),
    ...(inheritedObjectType === undefined ? {} : { inheritedObjectType }),
    sid: sid.value.sid,
    data,
  });
}

/** The bytes of an entry, as {@link parseAce} reads them. */
export function formatAce(ace: Ace): Uint8Array {
  const body = ace.kind === "unknown" ? ace.body : knownBody(ace);
  const bytes = new Uint8Array(ACE_HEADER + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, ace.type);
  view.setUint8(1, ace.flags);
  view.setUint16(2, bytes.length, true);
  bytes.set(body, ACE_HEADER);
  return bytes;
}

function knownBody(ace: Extract<Ace, { kind: "known" }>): Uint8Array {
  const { objectType, inheritedObjectType } = ace;
  const present =
    (objectType === undefined ? 0 : OBJECT_TYPE_PRESENT) |
    (inheritedObjectType === undefined ? 0 : INHERITED_OBJECT_TYPE_PRESENT);
  return joined([
    fourBytes(ace.mask),
    ...(OBJECT.has(ace.type) ? [fourBytes(present)] : []),
    ...[objectType, inheritedObjectType].flatMap((guid) => (guid === undefined ? [] : [writeGuid(guid)])),
    formatSid(ace.sid),
    ace.data,
  ]);
}

function fourBytes(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number, true);
  return bytes;
}

/** Byte strings one behind the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function short(type: number, bytes: Uint8Array): Result<never> {
  return fail({
    message: `an entry of type 0x${type.toString(16).padStart(2, "0")} is too short`,
    received: `${bytes.length} bytes`,
  });
}
