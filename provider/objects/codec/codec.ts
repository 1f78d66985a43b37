/** A value of one attribute. */
type Scalar = string | number | boolean;
export type AttributeValue = Scalar | readonly string[];

/** How values of one kind are written for Exchange, read from it, and compared. */
export interface Codec {
  /** The attribute's type in Terraform. `texts` are a set. */
  readonly type: "text" | "flag" | "number" | "texts";
  /** What Exchange gave as an attribute's value; null for what is not set. */
  decode(raw: unknown): AttributeValue | null;
  /** What a cmdlet takes. */
  encode(value: AttributeValue): unknown;
  /** Two values with the same key mean the same to Exchange; of a set, two members. */
  key(value: Scalar): string;
  /** What is wrong with a value; of a set, with a member. */
  fault?(value: Scalar): string | undefined;
  /** All values there are, in Exchange's spelling. */
  readonly choices?: readonly string[];
  /** Has a list an order? @default it is a set */
  readonly ordered?: true;
  /** The least and the greatest number. */
  readonly range?: readonly [number, number];
}

/** Nothing there, in any of Exchange's ways to say it. */
export function isUnset(value: AttributeValue | null | undefined): value is null | undefined | "" {
  return value === null || value === undefined || value === "" || (isTexts(value) && value.length === 0);
}

/** Do both mean the same to Exchange? Sets have no order. */
export function same(codec: Codec, a: AttributeValue | null, b: AttributeValue | null): boolean {
  if (isUnset(a) || isUnset(b)) return isUnset(a) && isUnset(b);
  if (!isTexts(a) || !isTexts(b)) return !isTexts(a) && !isTexts(b) && codec.key(a) === codec.key(b);
  const keys = (members: readonly string[]) => {
    const each = members.map(codec.key);
    return (codec.ordered ? each : [...new Set(each)].sort()).join("\n");
  };
  return keys(a) === keys(b);
}

/** What was read, in the spelling of the state before wherever both mean the same. */
export function respelled(
  codec: Codec,
  read: AttributeValue | null,
  before: AttributeValue | null | undefined,
): AttributeValue | null {
  if (isUnset(read)) return before !== undefined && isUnset(before) ? before : null;
  if (before === null || before === undefined) return read;
  if (!isTexts(read) || !isTexts(before)) return same(codec, read, before) ? before : read;
  if (codec.ordered) return same(codec, read, before) ? before : read;
  const spelling = new Map(before.map((member) => [codec.key(member), member]));
  return read.map((member) => spelling.get(codec.key(member)) ?? member);
}

export function isTexts(value: AttributeValue): value is readonly string[] {
  return Array.isArray(value);
}
