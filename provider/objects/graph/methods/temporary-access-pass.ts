import { flag, whole } from "../../attribute";
import type { CrossRule } from "../../table";
import { of } from "./method";

/** How long a pass is, and how long it lasts. */
export const TEMPORARY_ACCESS_PASS = {
  default_length: of(whole("defaultLength", [8, 48], "Characters of a pass."), "TemporaryAccessPass"),
  default_lifetime_in_minutes: of(
    whole("defaultLifetimeInMinutes", [10, 43_200], "How long a pass is valid unless it says otherwise."),
    "TemporaryAccessPass",
  ),
  minimum_lifetime_in_minutes: of(
    whole("minimumLifetimeInMinutes", [10, 43_200], "The shortest that a pass may be valid."),
    "TemporaryAccessPass",
  ),
  maximum_lifetime_in_minutes: of(
    whole("maximumLifetimeInMinutes", [10, 43_200], "The longest that a pass may be valid."),
    "TemporaryAccessPass",
  ),
  usable_once: of(flag("isUsableOnce", "Is a pass spent when it was used?"), "TemporaryAccessPass"),
};

/** The shortest, the usual and the longest are in that order. */
export const lifetimes: CrossRule = function* (values) {
  const [least, usual, most] = [
    values.minimum_lifetime_in_minutes,
    values.default_lifetime_in_minutes,
    values.maximum_lifetime_in_minutes,
  ];
  for (const [one, other, attribute] of [
    [least, most, "minimum_lifetime_in_minutes"],
    [least, usual, "minimum_lifetime_in_minutes"],
    [usual, most, "default_lifetime_in_minutes"],
  ] as const) {
    if (typeof one !== "number" || typeof other !== "number" || one <= other) continue;
    yield {
      path: [attribute],
      message: "longer than it may be",
      received: `${one} minutes`,
      expected: `at most ${other}`,
    };
  }
};
