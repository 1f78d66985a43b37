import * as v from "valibot";
import { LONGEST_TTL } from "../dns/record";
import { list } from "./shapes";

/** Text that is not empty. */
export const text = v.pipe(v.string(), v.nonEmpty());

/** Why something is meant: text that says something. */
export const reason = textLike(/\S/, "a reason in words");

/** A list of texts. */
export const texts = list(text);

export const flag = v.boolean();

/** Text of a given form; `form` names it in faults. */
export function textLike(pattern: RegExp, form: string) {
  return v.pipe(v.string(), v.regex(pattern, form));
}

/** Days of the calendar, YYYY-MM-DD: of 30 and 31, and 29 February in leap years. */
export const DAY =
  /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/;

/** A whole number in a range; `unit` names what is counted. */
export function whole(min: number, max: number, unit = "") {
  const form = `a whole number from ${min} to ${max}${unit === "" ? "" : ` (${unit})`}`;
  return v.pipe(v.number(), v.integer(form), v.minValue(min, form), v.maxValue(max, form));
}

/** A number in a range. */
export function decimal(min: number, max: number) {
  const form = `a number from ${min} to ${max}`;
  return v.pipe(v.number(), v.minValue(min, form), v.maxValue(max, form));
}

/** A 16-bit preference, as in MX (RFC 1035 §3.3.9). */
export const preference = whole(0, 65_535);

/** A time to live; its host may take less (hosts/). */
export const ttl = whole(0, LONGEST_TTL, "seconds");

/** A GUID as Microsoft shows it. */
export const guid = textLike(
  /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
  "a GUID such as 11111111-1111-4111-8111-111111111111",
);

/** What stands for a value to come in programs of cdktf and of the AWS CDK: a text, a list, a mapping. */
const REFERENCE = /[$#&]\{(?:Tf)?Token\[/;

/** Whole texts by which cdktf marks mappings. */
const MAPPING_MARKS: ReadonlySet<string> = new Set(["String Map Token Value", "Any Map Token Value"]);

/** Where cdktf looks for numbers in a text. Those that stand for a value to come are doubles in two small ranges. */
const NUMBER = /[-+|.\d]+e[-+|.eE\d]+/g;
const isNumberMark = (number: number) =>
  (number > -8.2e298 && number < -8e298) || (number > -1.9e289 && number < -1.8e289);

/**
 * Would cdktf or the AWS CDK take the text, or a part of it, for a value that only a deployment knows? They find such
 * marks wherever they stand, so that such text can be published by neither.
 */
export function looksLikeReference(text: string): boolean {
  if (REFERENCE.test(text) || MAPPING_MARKS.has(text)) return true;
  return (
    text.includes("e") && (text.match(NUMBER) ?? []).some((number) => isNumberMark(Number.parseFloat(number)))
  );
}
