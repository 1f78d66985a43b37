import { recordData } from "../../../lib/dns/record";
import { declareDomain } from "../../../lib/domain/declare";
import type { PartRecord, PartResult } from "../../../lib/domain/parts/part";
import { formatFault, unwrap } from "../../../lib/fault";
import type { MailDomainOptions } from "../../../lib/options";

/** The tenant of most tests. */
export const CONTOSO = {
  name: "contoso",
  initialDomain: "contoso.onmicrosoft.com",
  domainsAddedBefore: "2026-07-01",
} as const;

/** The records of a mail domain, `role: name TYPE data`, in the order of declaration. */
export function declared(options: MailDomainOptions): readonly string[] {
  const { records } = unwrap(options.domain, declareDomain(options));
  return records.map(({ rolePath, record }) => line({ role: rolePath, record }));
}

/** The faults of a mail domain, a line each. */
export function refused(options: MailDomainOptions): readonly string[] {
  const result = declareDomain(options);
  if (result.ok) throw new Error(`accepted: ${declared(options).join("; ")}`);
  return result.faults.map(formatFault);
}

/** The records of a part, `role: name TYPE data`. */
export function linesOf(result: PartResult): readonly string[] {
  return unwrap("the part", result).map(line);
}

/** The faults of a part, a line each. */
export function faultsOf(result: PartResult): readonly string[] {
  if (result.ok) throw new Error(`accepted: ${result.value.map(line).join("; ")}`);
  return result.faults.map(formatFault);
}

function line({ role, record }: PartRecord): string {
  return `${role}: ${record.name} ${record.type} ${recordData(record)}`;
}
