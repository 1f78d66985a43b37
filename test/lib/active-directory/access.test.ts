import { accessBelow, accessTo } from "../../../lib/active-directory/access";
import type { Ace } from "../../../lib/active-directory/ace";
import type { SecurityDescriptor } from "../../../lib/active-directory/security-descriptor";
import type { Sid } from "../../../lib/active-directory/sid";
import { USER_CLASS, USER_RIGHTS } from "../../../lib/active-directory/writeback-rights";

const [RESET, , , PWD_LAST_SET] = USER_RIGHTS;
const ACCOUNT = "S-1-5-21-1-2-3-1105" as Sid;
const GROUP = "S-1-5-21-1-2-3-1200" as Sid;
const OTHER = "S-1-5-21-1-2-3-1300" as Sid;
const WHO = new Set([ACCOUNT, GROUP]);
const GROUP_CLASS = "bf967a9c-0de6-11d0-a285-00aa003049e2";

/** An entry that grants Reset Password to the account by way of inheritance, but for what is given. */
function entry(given: Partial<Extract<Ace, { kind: "known" }>> = {}): Ace {
  const base = {
    kind: "known",
    type: 0x05,
    flags: 0x0a,
    mask: 0x100,
    sid: ACCOUNT,
    data: new Uint8Array(),
  } as const;
  return { ...base, objectType: RESET.guid, inheritedObjectType: USER_CLASS, ...given };
}

const holding = (...aces: readonly Ace[]): SecurityDescriptor => ({
  control: 0x8004,
  resourceManager: 0,
  dacl: { revision: 4, aces },
});

const { objectType: _all, ...everything } = entry() as Extract<Ace, { kind: "known" }>;
const { inheritedObjectType: _any, ...everyClass } = entry() as Extract<Ace, { kind: "known" }>;

it.each<[string, readonly Ace[], string]>([
  ["on the unit itself", [entry()], "granted"],
  ["from above", [entry({ flags: 0x1a })], "inherited"],
  ["to a group of the account", [entry({ sid: GROUP })], "granted"],
  ["to somebody else", [entry({ sid: OTHER })], "missing"],
  ["all extended rights", [everything], "granted"],
  ["full control", [{ ...everything, mask: 0x10000000 }], "granted"],
  ["for objects of every class", [everyClass], "granted"],
  ["for groups", [entry({ inheritedObjectType: GROUP_CLASS })], "missing"],
  ["not inherited", [entry({ flags: 0 })], "missing"],
  ["inherited by objects that hold nothing, of which there are none", [entry({ flags: 0x01 })], "missing"],
  ["by direct children", [entry({ flags: 0x0e })], "direct children only"],
  ["by direct children and by all", [entry({ flags: 0x0e }), entry()], "granted"],
  ["the right to write a property", [entry({ mask: 0x20 })], "missing"],
  ["denied before", [entry({ type: 0x06 }), entry()], "denied"],
  ["denied after, which counts no more", [entry(), entry({ type: 0x06 })], "granted"],
  ["denied to somebody else", [entry({ type: 0x06, sid: OTHER }), entry()], "granted"],
  ["watched", [entry({ type: 0x07 })], "missing"],
  ["under a condition", [entry({ type: 0x0b })], "not judged"],
  [
    "behind an entry of an unknown type",
    [{ kind: "unknown", type: 0x44, flags: 0x0a, body: new Uint8Array() }, entry()],
    "not judged",
  ],
])("Reset Password %s", (_words, aces, access) => {
  expect(accessBelow(holding(...aces), RESET, WHO)).toBe(access);
});

it("a property is written by its name, by its set, or with all others", () => {
  const below = (given: Partial<Extract<Ace, { kind: "known" }>>) =>
    accessBelow(holding(entry({ mask: 0x20, ...given })), PWD_LAST_SET, WHO);
  expect(below({ objectType: PWD_LAST_SET.guid })).toBe("granted");
  expect(below({ objectType: PWD_LAST_SET.propertySet })).toBe("granted");
  expect(below({ objectType: RESET.guid })).toBe("missing");
  expect(below({ objectType: PWD_LAST_SET.guid, mask: 0x10 })).toBe("missing");
  expect(below({ objectType: PWD_LAST_SET.guid, mask: 0x40000000 })).toBe("granted");
});

it("on an object itself, what only its children inherit says nothing", () => {
  expect(accessTo(holding(entry({ flags: 0x1a })), RESET, WHO)).toBe("missing");
  expect(accessTo(holding(entry({ flags: 0x12 })), RESET, WHO)).toBe("inherited");
  expect(accessTo(holding(entry({ flags: 0 })), RESET, WHO)).toBe("granted");
});

it("an object without a list keeps nobody from anything, and gives nothing to its children", () => {
  const open: SecurityDescriptor = { control: 0x8004, resourceManager: 0 };
  expect(accessTo(open, RESET, WHO)).toBe("granted");
  expect(accessBelow(open, RESET, WHO)).toBe("missing");
});
