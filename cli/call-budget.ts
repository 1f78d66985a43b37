import { InvalidArgumentError } from "commander";

/** How many calls an API takes in 5 minutes, as the command line is told. */
export function callBudget(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 10 && value <= 1_000_000) return value;
  throw new InvalidArgumentError("expected a whole number from 10 to 1000000");
}
