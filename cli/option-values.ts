import { InvalidArgumentError } from "commander";

/** Gathers the values of an option that may be given more than once, as commander hands them over. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

/**
 * The same for values out of a list, also several at once behind commas. No option takes all words that follow: it would
 * take the estate for one of its values.
 */
export const collectOf =
  <Choice extends string>(choices: readonly Choice[]) =>
  (text: string, before: readonly Choice[] = []): readonly Choice[] => [
    ...before,
    ...text.split(",").map((word) => {
      const choice = choices.find((one) => one === word);
      if (choice !== undefined) return choice;
      throw new InvalidArgumentError(`Allowed choices are ${choices.join(", ")}.`);
    }),
  ];

/** How many calls an API takes in 5 minutes, as the command line is told. */
export function callBudget(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 10 && value <= 1_000_000) return value;
  throw new InvalidArgumentError("expected a whole number from 10 to 1000000");
}
