import { fail, ok, type Result } from "../fault";
import type { MailDomainOptions } from "../options";
import { type DomainPlan, draftPlan, misfits } from "./plan";
import { readMailDomain } from "./read-mail-domain";

/**
 * Decides what a mail domain consists of.
 * @returns the plan, or every fault that the choice of parts has; each part finds those of its own options
 */
export function planDomain(options: MailDomainOptions): Result<DomainPlan> {
  const given = readMailDomain(options);
  if (!given.options) return fail(...given.faults);
  const { plan, faults: further } = draftPlan(given.options);
  const faults = [...given.faults, ...given.further([...misfits(given.options), ...further])];
  return plan && faults.length === 0 ? ok(plan) : fail(...faults);
}
