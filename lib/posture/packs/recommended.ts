import { RULES } from "../rules";
import type { RulePack } from "./pack";

/** What every estate should hold to: all rules that no particular control list has for itself. */
export const recommended: RulePack = {
  name: "recommended",
  title: "what every organisation that sends and receives mail should hold to",
  rules: RULES.map((rule) => ({ rule })),
};
