import { collect, type Fault, formatFault, within } from "../fault";
import type { MailDomainOptions } from "../options";
import type { DeclaredPart, DeclaredRecord, DomainDeclaration } from "./declaration";
import { dkimRecords } from "./parts/dkim";
import { dmarcRecords, reportAuthorizationRecords } from "./parts/dmarc";
import { extraRecords } from "./parts/extra";
import { inboundRecords } from "./parts/inbound";
import { mtaStsPart } from "./parts/mta-sts";
import { parkedRecords } from "./parts/parked";
import type { PartRecord, PartResult } from "./parts/part";
import { bimiRecords, tlsRptRecords } from "./parts/reporting";
import { senderRecords } from "./parts/senders";
import { type DomainPlan, draftPlan, misfits, type PartName } from "./plan";
import { plannedSpfRecords } from "./spf-plan";

/** A part of the plan, and where in the options it was declared. */
interface Section {
  readonly part: PartName;
  /** The key under which the part's options stand. */
  readonly key: string;
  /** Are the part's fault paths relative to that key, or to the whole options? */
  readonly keyed: boolean;
  /** Below that key, where the record of a role was declared. */
  readonly inner?: (role: string) => readonly string[];
  readonly records: (plan: DomainPlan) => PartResult | undefined;
}

const SECTIONS: readonly Section[] = [
  {
    part: "parked",
    key: "profile",
    keyed: false,
    records: ({ parked }) => parked && parkedRecords(parked),
  },
  {
    part: "inbound",
    key: "mx",
    keyed: false,
    records: ({ inbound }) => inbound && inboundRecords(inbound),
  },
  { part: "spf", key: "spf", keyed: false, records: ({ spf }) => spf && plannedSpfRecords(spf) },
  {
    part: "dkim",
    key: "dkim",
    keyed: true,
    inner: (role) => keyAfter("Dkim-", role, "selectors"),
    records: ({ dkim }) => dkim && dkimRecords(dkim),
  },
  {
    part: "senders",
    key: "senders",
    keyed: false,
    records: ({ senders }) => senders && senderRecords(senders),
  },
  { part: "dmarc", key: "dmarc", keyed: true, records: ({ dmarc }) => dmarc && dmarcRecords(dmarc) },
  {
    part: "reports",
    key: "reportAuthorization",
    keyed: false,
    records: ({ reports }) => reports && reportAuthorizationRecords(reports),
  },
  { part: "tlsRpt", key: "tlsRpt", keyed: true, records: ({ tlsRpt }) => tlsRpt && tlsRptRecords(tlsRpt) },
  { part: "bimi", key: "bimi", keyed: true, records: ({ bimi }) => bimi && bimiRecords(bimi) },
  {
    part: "extra",
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

/** A declaration as far as its parts could be made, with the faults of the others. */
export interface DeclarationDraft {
  readonly declaration?: DomainDeclaration;
  readonly faults: readonly Fault[];
}

/**
 * What a mail domain declares as far as it is sound, for finding what else is wrong with it and around it.
 * @param options that go with their profile, which {@link misfits} tells; an estate has told it where it was written
 */
export function draftDeclaration(options: MailDomainOptions): DeclarationDraft {
  const { plan, faults: early } = draftPlan(options);
  const faults = [...early];
  const declared = plan && declarePlan(plan, [], faults);
  const found = declared && options.asFound ? withFound(declared, options.asFound) : undefined;
  // Of a part with faults no role is known.
  if (found && faults.length === 0) faults.push(...found.faults);
  const declaration = found?.declaration ?? declared;
  return { faults: unique(faults), ...(declaration ? { declaration } : {}) };
}

/** Few estates need it, and it brings the readers of all kinds of texts. */
function withFound(
  declaration: DomainDeclaration,
  found: NonNullable<MailDomainOptions["asFound"]>,
): ReturnType<typeof import("./as-found")["asFound"]> {
  const { asFound }: typeof import("./as-found") = require("./as-found");
  return asFound(declaration, found);
}

/** Each fault once: a tenant's is found by every part that needs the tenant. */
function unique(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [formatFault(fault), fault])).values()];
}

function declarePlan(plan: DomainPlan, labels: readonly string[], faults: Fault[]): DomainDeclaration {
  const place = labels.flatMap((label) => ["subdomains", label]);
  const prefix = labels.map((label) => `${label}/`).join("");
  const declared = ({ role, record }: PartRecord, path: DeclaredRecord["path"]): DeclaredRecord => ({
    domain: plan.domain,
    role,
    rolePath: `${prefix}${role}`,
    record,
    path,
  });
  const parts = SECTIONS.flatMap(({ part, key, keyed, inner, records }): DeclaredPart[] => {
    const result = records(plan);
    if (!result) return [];
    if (!result.ok) {
      // The tenant stands beside the parts, not in them.
      const under = ({ path }: Fault) => (keyed && path?.[0] !== "tenant" ? [...place, key] : place);
      faults.push(...result.faults.map((fault) => within(fault, ...under(fault))));
      return [];
    }
    const at = [...place, key];
    const made = result.value.map((record) => {
      const deeper = inner?.(record.role) ?? [];
      return declared(record, deeper.length > 0 ? [...at, ...deeper] : at);
    });
    return [{ name: part, records: made }];
  });
  const policy = plan.mtaSts && collect(mtaStsPart(plan.mtaSts), faults, ...place, "mtaSts");
  if (policy) {
    const made = [policy.record, ...(policy.hostAlias ? [policy.hostAlias] : [])];
    const at = [...place, "mtaSts"];
    parts.push({ name: "mtaSts", records: made.map((record) => declared(record, at)), policy });
  }
  const subdomains = plan.subdomains.map(({ label, plan: inner }) => ({
    label,
    declaration: declarePlan(inner, [...labels, label], faults),
  }));
  return {
    domain: plan.domain,
    plan,
    parts,
    records: [
      ...parts.flatMap(({ records }) => records),
      ...subdomains.flatMap(({ declaration }) => declaration.records),
    ],
    mtaSts: [...(policy ? [policy] : []), ...subdomains.flatMap(({ declaration }) => declaration.mtaSts)],
    subdomains,
  };
}
