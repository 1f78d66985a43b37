import { prune, removal } from "../estate/prune";
import { type Fault, fail, ok, type Result } from "../fault";
import type { MailDomainOptions } from "../options";
import { ownCopy } from "../schema/own-copy";
import { readCopy } from "../schema/read-options";
import { misfits } from "./plan";
import { MailDomainSchema } from "./schema";

/** What could be made beside the faults. */
interface Draft<T> {
  /** Absent if too little was left. */
  readonly made: T | undefined;
  readonly faults: readonly Fault[];
}

/**
 * Makes something of what a program gives for a mail domain, whatever its types say. Where sections have faults, the rest
 * is made all the same, so that its faults are told in the same pass.
 */
export function fromMailDomain<T>(given: unknown, make: (options: MailDomainOptions) => Draft<T>): Result<T> {
  const copy = ownCopy(given);
  if (!copy.ok) return copy;
  const { options, faults, removed } = readMailDomain(copy.value);
  if (!options) return fail(...faults);
  const draft = make(options);
  // What comes of a section being left out is no fault of the rest.
  const isRemoved = removal(removed);
  const further = [...misfits(options), ...draft.faults].filter(({ path = [] }) => !isRemoved(path));
  const all = [...faults, ...further];
  return draft.made !== undefined && all.length === 0 ? ok(draft.made) : fail(...all);
}

/** The options as far as their form goes, without the sections that have faults; absent if too little would be left. */
function readMailDomain(copy: unknown) {
  const whole = readCopy(MailDomainSchema, copy);
  if (whole.ok) return { options: whole.value, faults: [], removed: [] };
  const { faults } = whole;
  const pruned = prune(
    copy,
    faults.map((fault) => ({ ...fault, path: fault.path ?? [] })),
    [],
  );
  const left = pruned && readCopy(MailDomainSchema, pruned.value);
  return { options: left?.ok ? left.value : undefined, faults, removed: pruned?.removed ?? [] };
}
