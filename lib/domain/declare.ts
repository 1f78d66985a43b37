import type { DnsName } from "../dns/name";
import { formatPath, type Result, settle } from "../fault";
import type { MailDomainOptions } from "../options";
import { recordConflicts } from "./conflicts";
import type { DomainDeclaration } from "./declaration";
import { draftDeclaration } from "./draft-declaration";
import { policyHostFaults } from "./policy-hosts";
import { fromMailDomain } from "./read-mail-domain";

/**
 * The records that a mail domain declares, or every fault of its options.
 * Whether they can stand together is {@link declareDomain}'s question, and across domains the estate's.
 */
export function declareParts(options: MailDomainOptions): Result<DomainDeclaration> {
  return partsOfGiven(options);
}

function partsOfGiven(options: unknown): Result<DomainDeclaration> {
  return fromMailDomain(options, (read) => {
    const { declaration: made, faults } = draftDeclaration(read);
    return { made, faults };
  });
}

/** What {@link declareParts} answers, if its records can also stand together. */
export function declareDomain(options: MailDomainOptions): Result<DomainDeclaration> {
  return declareGiven(options);
}

/**
 * {@link declareDomain} of what no type holds.
 * @param flattened the apex of the zone, where its host answers an alias there with addresses
 */
export function declareGiven(options: unknown, flattened?: DnsName): Result<DomainDeclaration> {
  const declared = partsOfGiven(options);
  if (!declared.ok) return declared;
  const apexes = new Set(flattened === undefined ? [] : [flattened]);
  const conflicts = recordConflicts(declared.value.records, apexes).map(
    ({ fault, records: [first, ...others] }) => {
      const beside = others.map(({ path }) => formatPath(path)).join(", ");
      const fix = [fault.fix, beside && `beside it: ${beside}`].filter(Boolean).join("; ");
      return { ...fault, ...(first ? { path: first.path } : {}), ...(fix === "" ? {} : { fix }) };
    },
  );
  return settle([...policyHostFaults(declared.value), ...conflicts], () => declared.value);
}
