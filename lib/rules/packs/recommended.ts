import { RULES } from "..";
import type { RulePack } from "./pack";

/** Rules that only a control list asks for: others may see it differently. */
const ONLY_ON_REQUEST: ReadonlySet<string> = new Set(["dmarc-no-failure-reports", "dmarc-not-reject"]);

/** What every organisation that sends and receives mail should hold to. */
export const recommended: RulePack = {
  name: "recommended",
  title: "what every organisation that sends and receives mail should hold to",
  rules: RULES.filter(({ id }) => !ONLY_ON_REQUEST.has(id)).map((rule) => ({ rule })),
};
