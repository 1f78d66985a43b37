import { isRemoved, prune } from "../estate/prune";
import type { Fault } from "../fault";
import type { MailDomainOptions } from "../options";
import { readOptions } from "../schema/read-options";
import { MailDomainSchema } from "./schema";

/** The options of a mail domain as far as their form goes. */
export interface MailDomainRead {
  /** Without the sections that have faults; absent if too little would be left to find more faults in. */
  readonly options?: MailDomainOptions;
  readonly faults: readonly Fault[];
  /** Of the faults that the rest turns out to have, those that do not come of a section being left out. */
  further(faults: readonly Fault[]): readonly Fault[];
}

/** Reads what a program gives for a mail domain, whatever its types say. */
export function readMailDomain(given: unknown): MailDomainRead {
  const whole = readOptions(MailDomainSchema, given);
  if (whole.ok) return { options: whole.value, faults: [], further: (faults) => faults };
  const { faults } = whole;
  const pruned = prune(
    given,
    faults.map((fault) => ({ ...fault, path: fault.path ?? [] })),
    [],
  );
  const left = pruned && readOptions(MailDomainSchema, pruned.value);
  if (!left?.ok) return { faults, further: () => [] };
  return {
    options: left.value,
    faults,
    further: (more) => more.filter(({ path = [] }) => !isRemoved(pruned?.removed ?? [], path)),
  };
}
