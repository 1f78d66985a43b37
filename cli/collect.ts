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
