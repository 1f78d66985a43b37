import type { DnsRecord } from "../dns/record";
import { recordData } from "../dns/record";
import { formatFault, formatPath } from "../fault";
import type { Source, Where } from "../posture/model";
import type { Alike, Level } from "./rule";

/** What a rule found at one domain or tenant. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly level: Level;
  /** An error only because a control list makes it one: nothing is broken, the control is not met yet. */
  readonly goal?: true;
  readonly source: Source;
  /** The domain's or the tenant's name. */
  readonly subject: string;
  readonly of: "domain" | "tenant";
  readonly message: string;
  readonly received?: string;
  readonly expected?: string;
  readonly fix?: string;
  /** The records that would be right instead. */
  readonly instead?: readonly DnsRecord[];
  /** Where a rule may say the same of many objects: the object's name, and what is said of several. */
  readonly alike?: Alike;
  /** Of a rule that meets several controls: those that are unmet here. @default all of them */
  readonly unmet?: readonly string[];
  readonly where: Where;
}

/**
 * Does the finding forbid what it was found in? Who means to meet a control starts where it is not met, with policies in
 * report-only and DMARC at `none`: that is told, and stops no synth and no change.
 */
export function isForbidding({ level, goal }: Pick<Finding, "level" | "goal">): boolean {
  return level === "error" && !goal;
}

/** `estate.yaml:12:5`, a resource's address, or nothing. */
export function formatWhere({ file, line, column, address }: Where): string | undefined {
  if (file !== undefined) return [file, line, column].filter((part) => part !== undefined).join(":");
  return address;
}

/** A finding's text without place and rule: message, what was received and expected, and the fix. */
export function formatFinding(finding: Finding): string {
  const { message, received, expected, fix, instead } = finding;
  const written = instead?.map((record) => `${record.name} ${record.type} ${recordData(record)}`).join("; ");
  const fixed = [fix, written && `write ${written}`].filter(Boolean).join("; ");
  return formatFault({
    message,
    ...(received === undefined ? {} : { received }),
    ...(expected === undefined ? {} : { expected }),
    ...(fixed === "" ? {} : { fix: fixed }),
  });
}

/** The path of a finding in its source: keys of the estate, or the address. */
export function findingPath({ where }: Pick<Finding, "where">): string {
  return where.path?.length ? formatPath(where.path) : (where.address ?? "");
}
