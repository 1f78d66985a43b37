import type { Fault } from "./fault";

/** Rules over what an estate declares whose facts are found while it is planned. */
export const ADVICE_RULES = [
  "break-glass-custom-domain",
  "ca-excluded-role",
  "ca-lock-out",
  "ca-unprepared",
] as const;

/** What deserves a look though it is not wrong, under the rule that tells it. */
export interface Advice extends Fault {
  readonly rule: (typeof ADVICE_RULES)[number];
}
