import fc from "fast-check";
import { type Ace, isObjectAce } from "../../../lib/active-directory/ace";
import type { Acl } from "../../../lib/active-directory/acl";
import { readGuid, writeGuid } from "../../../lib/active-directory/guid";
import {
  CONTROL,
  formatSecurityDescriptor,
  parseSecurityDescriptor,
  type SecurityDescriptor,
} from "../../../lib/active-directory/security-descriptor";
import { formatSid, parseSid, type Sid } from "../../../lib/active-directory/sid";
import { formatFault, unwrap } from "../../../lib/fault";

const u32 = fc.nat({ max: 0xffffffff });

const sids = fc
  .tuple(fc.nat({ max: 2 ** 48 - 1 }), fc.array(u32, { maxLength: 15 }))
  .map(([authority, parts]) => {
    const head = authority < 2 ** 32 ? `${authority}` : `0x${authority.toString(16).padStart(12, "0")}`;
    return ["S-1", head, ...parts].join("-") as Sid;
  });

const guids = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(readGuid);
const bytesOfFour = fc.array(fc.uint8Array({ minLength: 4, maxLength: 4 }), { maxLength: 3 }).map((parts) => {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
});

/** Plain, object, conditional and unknown entries. */
const aces: fc.Arbitrary<Ace> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(0x00, 0x01, 0x02, 0x05, 0x06, 0x07, 0x09, 0x0b, 0x12),
      fc.nat({ max: 255 }),
      u32,
      fc.option(guids, { nil: undefined }),
      fc.option(guids, { nil: undefined }),
      sids,
      bytesOfFour,
    )
    .map(([type, flags, mask, objectType, inheritedObjectType, sid, data]): Ace => {
      const named = isObjectAce(type);
      return {
        kind: "known",
        type,
        flags,
        mask,
        ...(named && objectType !== undefined ? { objectType } : {}),
        ...(named && inheritedObjectType !== undefined ? { inheritedObjectType } : {}),
        sid,
        data: [0x09, 0x0b, 0x12].includes(type) ? data : new Uint8Array(),
      };
    }),
  fc
    .tuple(fc.constantFrom(0x04, 0x14, 0xff), fc.nat({ max: 255 }), bytesOfFour)
    .map(([type, flags, body]): Ace => ({ kind: "unknown", type, flags, body })),
);

const acls: fc.Arbitrary<Acl> = fc.record({
  revision: fc.constantFrom(2 as const, 4 as const),
  aces: fc.array(aces, { maxLength: 8 }),
});

const descriptors: fc.Arbitrary<SecurityDescriptor> = fc
  .record(
    {
      control: fc.nat({ max: 0xffff }),
      resourceManager: fc.nat({ max: 255 }),
      owner: sids,
      group: sids,
      sacl: acls,
      dacl: acls,
    },
    { requiredKeys: ["control", "resourceManager"] },
  )
  .map((given) => {
    const present = (given.sacl ? CONTROL.saclPresent : 0) | (given.dacl ? CONTROL.daclPresent : 0);
    return { ...given, control: given.control | present | CONTROL.selfRelative };
  });

it("properties: what is written is read as it was", () => {
  fc.assert(
    fc.property(descriptors, (descriptor) => {
      const bytes = unwrap("descriptor", formatSecurityDescriptor(descriptor));
      expect(parseSecurityDescriptor(bytes)).toEqual({ ok: true, value: descriptor });
    }),
  );
});

it("properties: bytes of anybody are refused with a reason or read, and what is read is written so that it reads the same", () => {
  const damaged = fc
    .tuple(
      descriptors,
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
      fc.nat(),
    )
    .map(([descriptor, changes, cut]) => {
      const bytes = Uint8Array.from(unwrap("descriptor", formatSecurityDescriptor(descriptor)));
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      return cut % 3 === 0 ? bytes.slice(0, cut % (bytes.length + 1)) : bytes;
    });
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })), (bytes) => {
      const read = parseSecurityDescriptor(bytes);
      if (!read.ok) {
        expect(read.faults.length).toBeGreaterThan(0);
        return;
      }
      // What overlapped in the bytes may be too long once each part stands alone.
      const again = formatSecurityDescriptor(read.value);
      if (again.ok) expect(parseSecurityDescriptor(again.value)).toEqual(read);
    }),
    { numRuns: 500 },
  );
});

it("SIDs and GUIDs are what Windows shows", () => {
  // Builtin administrators, and the class user, as they stand in a directory.
  const administrators = Uint8Array.from([1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0]);
  expect(parseSid(administrators)).toEqual({ ok: true, value: { sid: "S-1-5-32-544", length: 16 } });
  expect(formatSid("S-1-5-32-544" as Sid)).toEqual(administrators);
  const user = Buffer.from("ba7a96bfe60dd011a28500aa003049e2", "hex");
  expect(readGuid(user)).toBe("bf967aba-0de6-11d0-a285-00aa003049e2");
  expect(Buffer.from(writeGuid("bf967aba-0de6-11d0-a285-00aa003049e2"))).toEqual(user);
});

const HEADER = "0100048000000000000000000000000014000000";

it.each([
  ["", "not a security descriptor, got 0 bytes; expected from 20 to 131072 bytes"],
  [`02${HEADER.slice(2)}`, "not a security descriptor, got revision 2; expected revision 1"],
  [
    "0100040000000000000000000000000014000000",
    "not a security descriptor, got control 0x4; expected a self-relative one",
  ],
  [HEADER, "dacl: stands outside its descriptor, got offset 20"],
  ["01000480ffffffff000000000000000000000000", "owner: stands outside its descriptor, got offset 4294967295"],
  ["0100048000000000000000000000000004000000", "dacl: stands outside its descriptor, got offset 4"],
  [`01000080${HEADER.slice(8)}0200080000000000`, "dacl: is there, and said to be absent"],
  [`${HEADER}0900080000000000`, "dacl: not an access control list, got revision 9; expected revision 2 or 4"],
  [
    `${HEADER}0200ffff00000000`,
    "dacl: not an access control list, got a size of 65535 bytes; expected from 8 to 8",
  ],
  [`${HEADER}0200080001000000`, "dacl[0]: an entry does not fit its list, got 0 bytes"],
  [`${HEADER}0200100001000000000000000000000000`, "dacl[0]: an entry does not fit its list, got 0 bytes"],
  [
    `${HEADER}02001000010000000000080000000000`,
    "dacl[0]: not a security identifier, got 0 bytes; expected at least 8 bytes",
  ],
  [`${HEADER}02000c00010000000500040000000000`, "dacl[0]: an entry of type 0x05 is too short, got 4 bytes"],
  [
    `${HEADER}0200180001000000050010000001000004000000ffffffff`,
    "dacl[0]: an entry with flags that are not known, got 0x4",
  ],
  [
    `${HEADER}020020000100000000001800000100000101000000000001000000000a0a0a0a`,
    "dacl[0]: an entry goes on behind its SID, got 4 bytes",
  ],
])("%s is refused", (hex, fault) => {
  const read = parseSecurityDescriptor(Buffer.from(hex, "hex"));
  expect(read.ok ? [] : read.faults.map(formatFault)).toEqual([fault]);
});
