import { unquoteTxt } from "../dns/txt";
import { type Fault, within } from "../fault";
import { samePolicy } from "../mail/dmarc/same-policy";
import { meansTheSame } from "../mail/same-meaning";
import { sameSenders } from "../mail/spf/same-senders";
import type { AsFoundOptions } from "../options";
import type { DeclaredPart, DeclaredRecord, DomainDeclaration } from "./declaration";
import { ttlFault } from "./parts/part";

/** Roles of records that are left out where they are declared. */
const DECLARED_ALONE = /(?:^|\/)(?:Record-|MtaSts)/;

/**
 * A declaration with records as they are found in the zone: without those that are absent, and others in the form that
 * they have there.
 * @returns beside it, a fault for each role that there is not, and for content that does not mean what is declared
 */
export function asFound(
  declaration: DomainDeclaration,
  found: Readonly<Record<string, AsFoundOptions>>,
): { readonly declaration: DomainDeclaration; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const changed = new Map<string, DeclaredRecord | undefined>();
  const byRole = new Map(declaration.records.map((record) => [record.rolePath, record]));
  for (const [role, one] of Object.entries(found)) {
    const record = byRole.get(role);
    const report = (fault: Fault) => faults.push(within(fault, "asFound", role));
    if (!record) {
      report({
        message: "no record of this domain has this role",
        received: JSON.stringify(role),
        expected: [...byRole.keys()].sort().join(" | "),
      });
    } else if (one !== "absent") {
      changed.set(role, inItsForm(record, one, report));
    } else if (DECLARED_ALONE.test(role)) {
      report({
        message: "a record that is declared by itself is not absent",
        fix: `leave it out of the domain's ${role.includes("Record-") ? "records" : "mtaSts"}`,
      });
    } else changed.set(role, undefined);
  }
  return { declaration: changed.size === 0 ? declaration : withRecords(declaration, changed), faults };
}

/** Do two texts tell receivers the same, also where terms stand in another order or a default is written out? */
export function inOtherWords(one: string, other: string): boolean {
  return meansTheSame(one, other) || sameSenders(one, other) || samePolicy(one, other);
}

function inItsForm(
  declared: DeclaredRecord,
  { ttl, content }: Exclude<AsFoundOptions, "absent">,
  report: (fault: Fault) => void,
): DeclaredRecord {
  const { record } = declared;
  for (const fault of ttlFault(ttl)) report(fault);
  const timed = ttl === undefined ? record : { ...record, ttl };
  if (content === undefined) return { ...declared, record: timed };
  if (timed.type !== "TXT") {
    report({
      path: ["content"],
      message: "content of a record that is no TXT",
      received: record.type,
      expected: "the TTL alone: other records have one form",
    });
    return declared;
  }
  // What has no quotes is taken as it is: Cloudflare reads no escapes there.
  const read = content.startsWith('"') ? unquoteTxt(content) : { ok: true as const, value: content };
  if (!read.ok) {
    for (const fault of read.faults) report(within(fault, "content"));
    return declared;
  }
  if (!inOtherWords(read.value, timed.value)) {
    report({
      path: ["content"],
      message: "what is found does not mean what is declared",
      received: JSON.stringify(read.value),
      expected: JSON.stringify(timed.value),
      fix: "declare what is to stand there, and take the content out",
    });
    return declared;
  }
  return { ...declared, record: { ...timed, value: read.value, content } };
}

function withRecords(
  { parts, records, subdomains, ...rest }: DomainDeclaration,
  changed: ReadonlyMap<string, DeclaredRecord | undefined>,
): DomainDeclaration {
  const put = (all: readonly DeclaredRecord[]) =>
    all.flatMap((record) => (changed.has(record.rolePath) ? (changed.get(record.rolePath) ?? []) : record));
  return {
    ...rest,
    parts: parts.map((part): DeclaredPart => ({ ...part, records: put(part.records) })),
    records: put(records),
    subdomains: subdomains.map(({ label, declaration }) => ({
      label,
      declaration: withRecords(declaration, changed),
    })),
  };
}
