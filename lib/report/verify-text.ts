import { recordData } from "../dns/record";
import type { DomainState, PolicyState, RecordState } from "../posture/compare";
import type { LiveTenant } from "../posture/live-tenant";
import { gathered, gatheredAcross } from "../rules/alike";
import { type Finding, formatWhere } from "../rules/finding";
import { LEVELS } from "../rules/rule";
import { findingLine } from "./finding-line";
import { type FindingsReport, summary } from "./findings-text";
import { textOf } from "./lines";
import { countTenants, liveTenantLines } from "./live-tenant-text";
import { notJudgedCount, notJudgedLines } from "./not-judged-text";
import { type Paint, PLAIN } from "./paint";

/** What the live world was found to be: the domains, and what the rules say of them. */
export interface VerifyReport extends FindingsReport {
  readonly domains: readonly DomainState[];
  /** Tenants that were read. @default none */
  readonly tenants?: readonly LiveTenant[];
}

/**
 * A line a domain where all is well, or where nothing is to be said but what is said of another domain too; else a line for
 * each record that is not as declared and for each finding; then the controls that are not judged, and the sum.
 * @param verbose a line for each finding at each domain, and for each control that is not judged
 */
export function verifyText(
  { domains, tenants = [], findings, accepted, notJudged = [] }: VerifyReport,
  paint: Paint = PLAIN,
  verbose = false,
): string {
  const names = new Set<string>([...domains.map(({ domain }) => domain), ...tenants.map(({ name }) => name)]);
  const each = gathered(findings.filter(({ subject }) => names.has(subject)));
  const said = verbose ? each : gatheredAcross(each);
  const lines = domains.flatMap((domain) => {
    const isOf = ({ subject }: Finding) => subject === domain.domain;
    return domainLines(domain, findings.filter(isOf), said.filter(isOf), paint);
  });
  const tenantLines = tenants.flatMap((tenant) => {
    const isOf = ({ subject }: Finding) => subject === tenant.name;
    return liveTenantLines(tenant, findings.filter(isOf), said.filter(isOf), paint, verbose);
  });
  const isShort = said.length < each.length ? "; -v lists all" : "";
  const sum = `${countStates(domains)}${countTenants(tenants)}; ${summary(findings, accepted.length)}${notJudgedCount(notJudged)}${isShort}`;
  return textOf([...lines, ...tenantLines, ...notJudgedLines(notJudged, { verbose, paint }), sum]);
}

/** @param said those of the findings that are told here, not at another domain */
function domainLines(
  state: DomainState,
  findings: readonly Finding[],
  said: readonly Finding[],
  paint: Paint,
): readonly string[] {
  const { domain, records, policy, unanswered } = state;
  const other = records.filter(({ status }) => status !== "ok");
  const isAsDeclared =
    other.length === 0 && (policy?.status ?? "ok") === "ok" && said.length === 0 && unanswered.length === 0;
  if (isAsDeclared) {
    const worst = LEVELS.find((level) => findings.some((finding) => finding.level === level));
    const word = worst === undefined ? paint.good("ok") : paint[worst](worst);
    const count = `${records.length} record${records.length === 1 ? "" : "s"}`;
    return [`${word}  ${domain}  ${paint.dim(count)}`];
  }
  return [
    paint.bold(domain),
    ...other.flatMap((record) => recordLines(record, paint)),
    ...(policy && policy.status !== "ok" ? policyLines(domain, policy, paint) : []),
    ...unanswered.map(({ name, type }) => `  ${paint.warning("unreachable")}  ${name} ${type}`),
    ...said.map((finding) => `  ${findingLine(finding, paint)}`),
  ];
}

function recordLines(state: RecordState, paint: Paint): readonly string[] {
  const { status, name, type, declared, observed, servers = [], where } = state;
  const place = declared ? formatWhere(where) : undefined;
  const colour = status === "pending" ? paint.note : status === "unreachable" ? paint.warning : paint.error;
  return [
    `  ${colour(status)}  ${name} ${type}${place === undefined ? "" : paint.dim(`  ${place}`)}`,
    ...(declared ? [`    declared  ${recordData(declared)}`] : []),
    ...(observed
      ? [`    observed  ${observed.type === type ? "" : `${observed.type} `}${recordData(observed)}`]
      : []),
    ...servers.map((server) => paint.dim(`    server    ${server}`)),
  ];
}

function policyLines(domain: string, { status, observed }: PolicyState, paint: Paint): readonly string[] {
  return [
    `  ${paint.error(status)}  MTA-STS policy of ${domain}`,
    ...(observed === undefined ? [] : [`    observed  ${observed.trim().replaceAll(/\r?\n/g, " | ")}`]),
  ];
}

/** `12 records: 10 ok, 1 drift, 1 pending`. */
function countStates(domains: readonly DomainState[]): string {
  const states = domains.flatMap(({ records, policy }) => [...records, ...(policy ? [policy] : [])]);
  const counts = ["ok", "pending", "drift", "missing", "extra", "unreachable"].flatMap((status) => {
    const others = status === "unreachable" ? domains.flatMap(({ unanswered }) => unanswered).length : 0;
    const count = states.filter((state) => state.status === status).length + others;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  return [`${domains.length} domain${domains.length === 1 ? "" : "s"}`, ...counts].join(", ");
}
