import {
  collect,
  type Fault,
  fail,
  formatFault,
  formatPath,
  ok,
  type Result,
  settle,
  within,
} from "../fault";
import type { MailDomainOptions } from "../options";
import { recordConflicts } from "./conflicts";
import type { DeclaredRecord, DomainDeclaration } from "./declaration";
import { dkimRecords } from "./parts/dkim";
import { dmarcRecords, reportAuthorizationRecords } from "./parts/dmarc";
import { extraRecords } from "./parts/extra";
import { inboundRecords } from "./parts/inbound";
import { mtaStsPart } from "./parts/mta-sts";
import { parkedRecords } from "./parts/parked";
import type { PartResult } from "./parts/part";
import { bimiRecords, tlsRptRecords } from "./parts/reporting";
import { senderRecords } from "./parts/senders";
import { spfRecords } from "./parts/spf";
import { type DomainPlan, draftPlan, type SpfOrigins } from "./plan";
import { policyHostFaults } from "./policy-hosts";
import type { PartRecord } from "./record";

interface Section {
  /** The key under which the part's options stand. */
  readonly key: string;
  /** Are the part's fault paths relative to that key, or to the whole options? */
  readonly keyed: boolean;
  /** Below that key, where the record of a role was declared. */
  readonly inner?: (role: string) => readonly string[];
  readonly records: (plan: DomainPlan) => PartResult | undefined;
}

const SECTIONS: readonly Section[] = [
  { key: "profile", keyed: false, records: ({ parked }) => parked && parkedRecords(parked) },
  { key: "mx", keyed: false, records: ({ inbound }) => inbound && inboundRecords(inbound) },
  {
    key: "spf",
    keyed: false,
    records: ({ spf, spfOrigins }) => spf && atOrigin(spfRecords(spf), spfOrigins ?? {}),
  },
  {
    key: "dkim",
    keyed: true,
    inner: (role) => keyAfter("Dkim-", role, "selectors"),
    records: ({ dkim }) => dkim && dkimRecords(dkim),
  },
  { key: "senders", keyed: false, records: ({ senders }) => senders && senderRecords(senders) },
  { key: "dmarc", keyed: true, records: ({ dmarc }) => dmarc && dmarcRecords(dmarc) },
  {
    key: "reportAuthorization",
    keyed: false,
    records: ({ reports }) => reports && reportAuthorizationRecords(reports),
  },
  { key: "tlsRpt", keyed: true, records: ({ tlsRpt }) => tlsRpt && tlsRptRecords(tlsRpt) },
  { key: "bimi", keyed: true, records: ({ bimi }) => bimi && bimiRecords(bimi) },
  {
    key: "records",
    keyed: true,
    inner: (role) => keyAfter("Record-", role),
    records: ({ extra }) => extra && extraRecords(extra),
  },
];

/** The path to what a keyed role names: `["selectors", "s1"]` for `Dkim-s1`. */
function keyAfter(prefix: string, role: string, ...path: readonly string[]): readonly string[] {
  return role.startsWith(prefix) ? [...path, role.slice(prefix.length)] : [];
}

/**
 * The records that a mail domain declares, or every fault of its options.
 * Whether they can stand together is {@link declareDomain}'s question, and across domains the estate's.
 */
export function declareParts(options: MailDomainOptions): Result<DomainDeclaration> {
  const { posture, faults } = draftDeclaration(options);
  return posture && faults.length === 0 ? ok(posture) : fail(...faults);
}

/** A posture as far as its parts could be made, with the faults of the others. */
export interface DeclarationDraft {
  readonly posture?: DomainDeclaration;
  readonly faults: readonly Fault[];
}

/** What a mail domain declares as far as it is sound, for finding what else is wrong with it and around it. */
export function draftDeclaration(options: MailDomainOptions): DeclarationDraft {
  const { plan, faults: early } = draftPlan(options);
  const faults = [...early];
  const posture = plan && declarePlan(plan, [], faults);
  return { faults: unique(faults), ...(posture ? { posture } : {}) };
}

/** Each fault once: a tenant's is found by every part that needs the tenant. */
function unique(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [formatFault(fault), fault])).values()];
}

/** What {@link declareParts} answers, if its records can also stand together. */
export function declareDomain(options: MailDomainOptions): Result<DomainDeclaration> {
  const declared = declareParts(options);
  if (!declared.ok) return declared;
  const conflicts = recordConflicts(declared.value.records).map(({ fault, records: [first, ...others] }) => ({
    ...fault,
    ...(first ? { path: first.path } : {}),
    fix: [fault.fix, `beside it: ${others.map(({ path }) => formatPath(path)).join(", ")}`]
      .filter(Boolean)
      .join("; "),
  }));
  return settle([...policyHostFaults(declared.value), ...conflicts], () => declared.value);
}

/** SPF faults told where the term was declared: under `spf`, at a sender, at an egress address. */
function atOrigin(result: PartResult, origins: SpfOrigins): PartResult {
  if (result.ok) return result;
  return fail(
    ...result.faults.map((fault) => {
      const [list, index, ...rest] = fault.path ?? [];
      const origin =
        typeof index === "number"
          ? Object.entries(origins).find(([key]) => key === list)?.[1]?.[index]
          : undefined;
      return { ...fault, path: origin ? [...origin, ...rest] : ["spf", ...(fault.path ?? [])] };
    }),
  );
}

function declarePlan(plan: DomainPlan, labels: readonly string[], faults: Fault[]): DomainDeclaration {
  const place = labels.flatMap((label) => ["subdomains", label]);
  const prefix = labels.map((label) => `${label}/`).join("");
  const posture = ({ role, record }: PartRecord, path: readonly string[]): DeclaredRecord => ({
    domain: plan.domain,
    role,
    rolePath: `${prefix}${role}`,
    record,
    path: [...place, ...path],
  });
  const own = SECTIONS.flatMap(({ key, keyed, inner, records }) => {
    const result = records(plan);
    if (!result) return [];
    if (result.ok)
      return result.value.map((record) => posture(record, [key, ...(inner?.(record.role) ?? [])]));
    // The tenant stands beside the parts, not in them.
    const under = ({ path }: Fault) => (keyed && path?.[0] !== "tenant" ? [...place, key] : place);
    faults.push(...result.faults.map((fault) => within(fault, ...under(fault))));
    return [];
  });
  const mtaSts = plan.mtaSts && collect(mtaStsPart(plan.mtaSts), faults, ...place, "mtaSts");
  const below = plan.subdomains.map(({ label, plan: inner }) =>
    declarePlan(inner, [...labels, label], faults),
  );
  return {
    domain: plan.domain,
    plan,
    records: [
      ...own,
      ...(mtaSts ? [posture(mtaSts.record, ["mtaSts"])] : []),
      ...(mtaSts?.hostAlias ? [posture(mtaSts.hostAlias, ["mtaSts"])] : []),
      ...below.flatMap(({ records }) => records),
    ],
    mtaSts: [...(mtaSts ? [mtaSts] : []), ...below.flatMap((inner) => inner.mtaSts)],
  };
}
