import type { AttributeValue, Codec } from "./codec/codec";
import { ADDRESSES, JOINED, LISTED, NAMES, PEOPLE, wordsOf } from "./codec/lists";
import { INSTANT_TEXT, SIZE_TEXT, TIME_SPAN } from "./codec/measures";
import { ATTRIBUTE_PATTERNS, PATTERNS, RULE_WORDS } from "./codec/patterns";
import { FLAG, NAME, STATE, TEXT, textOf, wholeOf, wordOf } from "./codec/scalars";

/** One attribute of an object, and the parameter and property of Exchange that it stands for. */
export interface ObjectAttribute extends AttributeFacts {
  /** Of `New-` and `Set-`. */
  readonly parameter: string;
  /** Of what `Get-` gives. @default the parameter's name */
  readonly property: string;
  readonly codec: Codec;
  /** What it is, in a sentence or two. */
  readonly about: string;
  /** What `Set-` takes to clear it. */
  readonly cleared: unknown;
}

/** Plans that a tenant may have for every mailbox; the words are those of an estate's `protection.licence`. */
export type Licence = "defender-p1" | "defender-p2" | "e5";

/** What a table may say of an attribute beside what it is. */
export interface AttributeFacts {
  /** Where Exchange reads it back under another name. */
  readonly property?: string;
  readonly required?: true;
  /** What leaving it out means, where Exchange's own default is documented. */
  readonly default?: AttributeValue;
  /** Left out, it is whatever Exchange makes of it, and is not managed. */
  readonly decided?: true;
  /** `Set-` has no parameter for it: a change replaces the object. */
  readonly replaces?: true;
  /** Exchange does not show it, or not so that it could be compared: it is what was last written. */
  readonly unread?: true;
  /** What the cmdlet is given, made of other attributes too. @throws DiagnosticError if it cannot be */
  readonly made?: (values: Readonly<Record<string, unknown>>) => unknown;
  /** No cmdlet has a parameter for it: it says which object is meant. */
  readonly local?: true;
  /** `New-` has no parameter for it. */
  readonly setOnly?: true;
  /** Changed by `Enable-` and `Disable-`. */
  readonly switched?: true;
  /** A list changed member by member, so that two who change it at a time do not undo each other. */
  readonly memberwise?: true;
  /** A list for which `Set-` has two parameters, `Add…` and `Remove…`, and none for the whole. */
  readonly inAndOut?: true;
  readonly cleared?: unknown;
  /** What the tenant must have bought for it, in words. */
  readonly licence?: string;
  /** The same, as an estate says it. @default what every mailbox has */
  readonly needs?: Licence;
  /** Values that need nothing. */
  readonly free?: readonly AttributeValue[];
  /** The resource whose `name` it takes. */
  readonly refersTo?: string;
  /** A value as an administrator would write it, for the reference. */
  readonly example?: AttributeValue;
}

type Make = (parameter: string, about: string, facts?: AttributeFacts) => ObjectAttribute;

const made =
  (codec: Codec, usual: AttributeFacts): Make =>
  (parameter, about, facts = {}) => ({
    property: parameter,
    cleared: null,
    ...usual,
    ...facts,
    parameter,
    about,
    codec,
  });

export const flag = made(FLAG, {});
export const text = made(TEXT, {});
export const name = made(NAME, {});
export const size = made(SIZE_TEXT, { example: "10 MB" });
export const timeSpan = made(TIME_SPAN, { example: "04:00:00" });
export const instant = made(INSTANT_TEXT, { example: "2027-01-31T08:00:00Z" });
/** Of policies, which take an empty list for none. */
export const names = made(NAMES, { cleared: [], memberwise: true });
/** Where the cmdlet takes whole lists only. */
export const wholeNames = made(NAMES, { cleared: [] });
export const addresses = made(ADDRESSES, { cleared: [], memberwise: true });
export const people = made(PEOPLE, { cleared: [] });
/** One for each of something else, in the same order. */
export const listed = made(LISTED, { cleared: [] });
/** Emptied by one member that is a blank: the cmdlet takes no empty list. */
export const joined = made(JOINED, { cleared: [" "] });
/** Of rules, which take null for none and refuse an empty list. */
export const recipients = made(NAMES, {});
export const words = made(RULE_WORDS, {});
export const patterns = made(PATTERNS, {});
export const attributePatterns = made(ATTRIBUTE_PATTERNS, {});

export const shortText = (longest: number) => made(textOf(longest), {});

export function word(
  parameter: string,
  choices: readonly string[],
  about: string,
  facts?: AttributeFacts,
): ObjectAttribute {
  return made(wordOf(choices), {})(parameter, about, facts);
}

export function wordList(
  parameter: string,
  choices: readonly string[],
  about: string,
  facts?: AttributeFacts,
): ObjectAttribute {
  return made(wordsOf(choices), {})(parameter, about, facts);
}

export function whole(
  parameter: string,
  [least, most]: readonly [number, number],
  about: string,
  facts?: AttributeFacts,
): ObjectAttribute {
  return made(wholeOf(least, most), {})(parameter, about, facts);
}

/** An attribute of which not every value of its kind is right. */
export function checked(attribute: ObjectAttribute, fault: NonNullable<Codec["fault"]>): ObjectAttribute {
  return { ...attribute, codec: { ...attribute.codec, fault } };
}

/** Is a rule in use? Told to `New-`, changed by `Enable-` and `Disable-`, read as a state. */
export const enabled: ObjectAttribute = made(STATE, { property: "State", default: true, switched: true })(
  "Enabled",
  "Is the rule in use?",
);
