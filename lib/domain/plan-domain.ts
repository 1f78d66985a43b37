import type { Result } from "../fault";
import type { MailDomainOptions } from "../options";
import { type DomainPlan, draftPlan } from "./plan";
import { fromMailDomain } from "./read-mail-domain";

/**
 * Decides what a mail domain consists of.
 * @returns the plan, or every fault that the choice of parts has; each part finds those of its own options
 */
export function planDomain(options: MailDomainOptions): Result<DomainPlan> {
  return fromMailDomain(options, (read) => {
    const { plan: made, faults } = draftPlan(read);
    return { made, faults };
  });
}
