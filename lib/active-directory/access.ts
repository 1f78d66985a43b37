import { ACE_FLAGS, type Ace } from "./ace";
import { CONTROL, type SecurityDescriptor } from "./security-descriptor";
import type { Sid } from "./sid";
import { type Right, USER_CLASS } from "./writeback-rights";

/** What a list of entries says of one right of one account. */
export type Access =
  /** By an entry on the object itself. */
  | "granted"
  /** By an entry from further up. */
  | "inherited"
  /** By an entry that reaches direct children alone. */
  | "direct children only"
  | "denied"
  /** An entry decides that this project cannot judge: conditional, or of an unknown type. */
  | "not judged"
  | "missing";

/** Bits of an access mask (MS-ADTS §5.1.3.2). */
const WRITE_PROPERTY = 0x20;
const CONTROL_ACCESS = 0x100;
const GENERIC_WRITE = 0x40000000;
const GENERIC_ALL = 0x10000000;

const ALLOWS = new Set([0x00, 0x05]);
const DENIES = new Set([0x01, 0x06]);
/** Of conditional entries nobody knows whether they hold; they are in no list that Windows makes by itself. */
const MAY_DECIDE = new Set([0x04, 0x09, 0x0a, 0x0b, 0x0c]);

/** Does an object inherit nothing from above? */
export function isProtected({ control }: SecurityDescriptor): boolean {
  return (control & CONTROL.daclProtected) !== 0;
}

/** What the descriptor of an object says of a right on this very object: the first entry that speaks of it decides. */
export function accessTo({ dacl }: SecurityDescriptor, right: Right, account: ReadonlySet<Sid>): Access {
  if (!dacl) return "granted";
  return decided(
    dacl.aces.filter((ace) => (ace.flags & ACE_FLAGS.inheritOnly) === 0),
    right,
    account,
  );
}

/** What the descriptor of a container says of a right on the users that are, or come to be, below it. */
export function accessBelow({ dacl }: SecurityDescriptor, right: Right, account: ReadonlySet<Sid>): Access {
  if (!dacl) return "missing";
  const heirs = dacl.aces.filter((ace) => isInheritedByUsers(ace));
  const further = decided(
    heirs.filter(({ flags }) => (flags & ACE_FLAGS.noPropagate) === 0),
    right,
    account,
  );
  const all = decided(heirs, right, account);
  if (all === "denied" || all === "not judged") return all;
  return further === "missing" && all !== "missing" ? "direct children only" : further;
}

function isInheritedByUsers(ace: Ace): boolean {
  // All objects of Active Directory are containers (MS-ADTS §6.1.3).
  if ((ace.flags & ACE_FLAGS.containerInherit) === 0) return false;
  return ace.kind === "unknown" || (ace.inheritedObjectType ?? USER_CLASS) === USER_CLASS;
}

/** The first entry decides (MS-ADTS §5.1.3.3.3). */
function decided(aces: readonly Ace[], right: Right, account: ReadonlySet<Sid>): Access {
  for (const ace of aces) {
    if (ace.kind === "unknown") return "not judged";
    if (!account.has(ace.sid) || !isAbout(ace, right)) continue;
    if (MAY_DECIDE.has(ace.type)) return "not judged";
    if (DENIES.has(ace.type)) return "denied";
    if (ALLOWS.has(ace.type)) return (ace.flags & ACE_FLAGS.inherited) === 0 ? "granted" : "inherited";
  }
  return "missing";
}

function isAbout({ mask, objectType }: Extract<Ace, { kind: "known" }>, right: Right): boolean {
  const bits =
    right.kind === "write" ? WRITE_PROPERTY | GENERIC_WRITE | GENERIC_ALL : CONTROL_ACCESS | GENERIC_ALL;
  if ((mask & bits) === 0) return false;
  return objectType === undefined || objectType === right.guid || objectType === right.propertySet;
}
