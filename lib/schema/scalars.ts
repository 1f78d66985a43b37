import * as v from "valibot";
import { LONGEST_TTL } from "../dns/record";

/** Text that is not empty. */
export const text = v.pipe(v.string(), v.nonEmpty());

/** A list of texts. */
export const texts = v.array(text);

export const flag = v.boolean();

/** Text of a given form; `form` names it in faults. */
export function textLike(pattern: RegExp, form: string) {
  return v.pipe(v.string(), v.regex(pattern, form));
}

/** A whole number in a range; `unit` names what is counted. */
export function whole(min: number, max: number, unit = "") {
  const form = `a whole number from ${min} to ${max}${unit === "" ? "" : ` (${unit})`}`;
  return v.pipe(v.number(), v.integer(form), v.minValue(min, form), v.maxValue(max, form));
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
