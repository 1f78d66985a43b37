import { ancestry, type DnsName } from "../dns/name";
import type { Plan } from "../plan/plan";
import type { Posture, TenantPosture } from "../posture/model";
import type { Suppression } from "../rules/choose-rules";
import { evaluate } from "../rules/evaluate";
import { type Finding, isForbidding } from "../rules/finding";
import type { ChosenRule } from "../rules/packs";
import { sift } from "../rules/sift";
import { domainsBeforeAfter, type ReadSides, readSides, tenantsBeforeAfter } from "./before-after";
import { byKey } from "./by-key";
import { TOPICS } from "./changes";
import { type Change, NOT_MANAGED, NOTHING, RISKS, type Risk, stateOf, worst } from "./changes/change";
import { policiesState } from "./changes/conditional-access";
import { connectorsState, forwardingState, signingState } from "./changes/exchange";
import { concernedBy, type ZoneChange, zoneChanges } from "./changes/zones";
import { changesOfDomain, changesOfTenant } from "./changes-of";
import { FindingComparison } from "./compare-findings";
import { NO_CONTEXT, type ReviewContext } from "./context";
import { Domains } from "./domains";
import { driftOf } from "./drift";
import { eachObjectOnce } from "./each-object-once";
import {
  type Allowance,
  type Exceeded,
  exceededByChanges,
  exceededByDeletions,
  exceededByExisting,
  exceededByZones,
  type ReviewLimits,
  TENANT_LIMITS,
} from "./limits";
import { type AbsentStacks, exceededByUnjudged, unjudgedOf, unreadOf } from "./not-judged";
import { sortResources } from "./resources-touched";
import type { ComparedFindings, Review, StateRow, SubjectReview } from "./subject";
import { changeWords } from "./words";

/** What a review is made by. */
export interface ReviewOptions {
  /** What the estate says around the plans. @default nothing: mail domains are recognised by their records */
  readonly context?: ReviewContext;
  /** The rules that are held against both sides. */
  readonly rules: readonly ChosenRule[];
  /** Findings that are accepted. @default none */
  readonly suppressions?: readonly Suppression[];
  /** `YYYY-MM-DD`; left out, no suppression has expired. */
  readonly today?: string;
  /** What plans may do only if somebody allows it. */
  readonly limits: ReviewLimits;
  /** What `--allow` says. */
  readonly allowances?: readonly Allowance[];
  /** What the estate said before the change. @default as `context`, but a domain whose records say parked was that */
  readonly base?: ReviewContext;
  /** Stacks without a plan. @default none */
  readonly absent?: AbsentStacks;
  /** By stack, what its zone holds already in the way of its plan, in sentences. @default nothing: no plan shows it */
  readonly existing?: ReadonlyMap<string, readonly string[]>;
}

/** What plans change for mail and sign-ins: by domain and tenant, with its risk and with what stops it. */
export async function reviewPlans(given: readonly Plan[], options: ReviewOptions): Promise<Review> {
  const plans = eachObjectOnce(given);
  const { context = NO_CONTEXT, rules, suppressions = [], today, limits, allowances = [] } = options;
  const { base, absent = {}, existing = new Map() } = options;
  const read = readSides(plans, context, base);
  const { before, after, domains, sides, shown } = read;
  const comparedDomains = domainsBeforeAfter(read);
  const comparedTenants = tenantsBeforeAfter(read);
  const judge = (posture: Posture) => sift(evaluate(posture, rules), suppressions, today);
  const judged = { before: judge(before), after: judge(after) };
  const found = { before: bySubject(judged.before.findings), after: bySubject(judged.after.findings) };
  const comparison = new FindingComparison(read, (posture) => judge(posture).findings);
  const allow = ({ limit, subject, ...rest }: Exceeded): Exceeded => {
    const allowedBy = allowances.some((one) => one.limit === limit && one.concerns(subject))
      ? "--allow"
      : limits.allowed.has(limit)
        ? "the estate"
        : undefined;
    return { limit, subject, ...rest, ...(allowedBy === undefined ? {} : { allowedBy }) };
  };
  const inPlans = Domains.inPlans([sides.before, sides.after], NO_CONTEXT);
  const zones = zonesByDomain(read);
  const exceeded = [
    ...exceededByChanges(comparedDomains, comparedTenants),
    ...exceededByZones(zones),
    ...exceededByDeletions(plans, domains, limits),
    ...exceededByUnjudged(unjudgedOf(plans, read, zones, absent)),
    ...exceededByExisting(existing),
  ].map(allow);
  const resources = sortResources(plans, sides, shown.domains, context, read.kinds);
  const subjects: SubjectReview[] = [];
  for (const beforeAfter of comparedDomains) {
    const { domain } = beforeAfter;
    const changes = await changesOfDomain(beforeAfter, zones.get(domain) ?? []);
    const states = TOPICS.map((topic) => ({
      title: topic.title,
      before: stateOf(topic, beforeAfter.before, beforeAfter.postures.before),
      after: stateOf(topic, beforeAfter.after, beforeAfter.postures.after),
    }));
    subjects.push(subject("domain", domain, { changes, states, unknown: beforeAfter.after.unknown }));
  }
  const named = new Set<string>(comparedDomains.map(({ domain }) => domain));
  for (const [zone, changes] of zones) {
    if (!named.has(zone)) subjects.push(subject("domain", zone, { changes, states: [], unknown: [] }));
  }
  for (const compared of comparedTenants) {
    const changes = changesOfTenant(compared);
    const states = tenantStates(compared.before, compared.after);
    subjects.push(subject("tenant", compared.name, { changes, states, unknown: [] }));
  }
  // Within a risk the order stays: domains by name, then tenants by name.
  const told = withoutInherited(subjects);
  const changing = told.filter(isChanging).sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk));
  return {
    subjects: changing,
    unchanged: told.filter((one) => !isChanging(one) && isWhole(one)).length,
    exceeded,
    others: resources.others,
    unread: unreadOf(plans, sides).map(({ address, why }) => ({ address, why })),
    incomplete: [
      ...plans.filter(({ incomplete }) => incomplete).map(({ stack }) => stack),
      ...(absent.unplanned ?? []),
    ].sort(),
    gone: [...new Set([...(absent.gone ?? []), ...(absent.left ?? [])])].sort(),
    checks: given.flatMap(({ stack, checks }) => checks.map((check) => ({ stack, ...check }))),
    drift: await driftOf(plans, context),
    plans: plans.length,
    accepted: judged.after.accepted,
    passed:
      exceeded.every(({ allowedBy }) => allowedBy !== undefined) &&
      subjects.every(({ findings: { added } }) => !added.some(isForbidding)),
  };

  /**
   * Of a domain of the estate that has no mail in these plans nothing is known to be missing: its records stand in plans that
   * are not here. What is found in a record that they show is.
   */
  function seen(of: SubjectReview["of"], name: string, compared: ComparedFindings): ComparedFindings {
    if (of === "tenant" || inPlans.isAt(name)) return compared;
    return { ...compared, unchanged: compared.unchanged.filter(({ where }) => where.address !== undefined) };
  }

  /** Names of which plans show a part are worth a line only where something changes. */
  function isWhole({ of, name }: SubjectReview): boolean {
    return of === "tenant" || !shown.domains.isAt(name) || domains.isAt(name);
  }

  function subject(
    of: SubjectReview["of"],
    name: string,
    said: Pick<SubjectReview, "changes" | "states" | "unknown">,
  ): SubjectReview {
    const key = `${of} ${name}`;
    const compared = seen(
      of,
      name,
      comparison.compare(found.before.get(key) ?? [], found.after.get(key) ?? []),
    );
    const limited = exceeded.filter((one) => one.subject === name && kindOf(one) === of);
    return {
      of,
      name,
      ...riskOf(said.changes, compared, limited),
      ...said,
      findings: compared,
      exceeded: limited,
      touched: resources.touched.get(key) ?? [],
    };
  }
}

/**
 * Of a domain at which nothing changes itself, without what is fixed, or no longer judged, because that is so of a domain
 * above it: what it inherits from there is one change, which is told there.
 */
function withoutInherited(subjects: readonly SubjectReview[]): readonly SubjectReview[] {
  const byName = new Map(subjects.flatMap((one) => (one.of === "domain" ? [[one.name, one.findings]] : [])));
  return subjects.map((one) => {
    if (one.of === "tenant" || one.changes.length + one.touched.length > 0) return one;
    const above = [...ancestry(one.name as DnsName)].slice(1);
    const own = (list: "fixed" | "unjudged") =>
      one.findings[list].filter(
        ({ rule }) => !above.some((name) => byName.get(name)?.[list].some((other) => other.rule === rule)),
      );
    return { ...one, findings: { ...one.findings, fixed: own("fixed"), unjudged: own("unjudged") } };
  });
}

/** Findings by what they are about, `domain contoso.com` or `tenant contoso`, in their order. */
function bySubject(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return byKey(findings.map((finding) => [`${finding.of} ${finding.subject}`, finding]));
}

function tenantStates(before: TenantPosture, after: TenantPosture): readonly StateRow[] {
  const rows = [
    ["Conditional Access", policiesState],
    ["DKIM signing", signingState],
    ["Connectors", connectorsState],
    ["Forwarding", forwardingState],
  ] as const;
  return rows
    .map(([title, state]) => ({ title, before: state(before), after: state(after) }))
    .filter((row) => row.before !== NOT_MANAGED || row.after !== NOT_MANAGED);
}

/** What a limit's subject is. */
function kindOf({ of, limit }: Exceeded): NonNullable<Exceeded["of"]> {
  return of ?? (TENANT_LIMITS.has(limit) ? "tenant" : "domain");
}

/** By mail domain, or by zone where there is none. */
function zonesByDomain({ sides, domains }: ReadSides): ReadonlyMap<string, readonly ZoneChange[]> {
  return byKey(
    zoneChanges(sides).flatMap((change) =>
      concernedBy(change, domains).map((domain) => [domain, change] as const),
    ),
  );
}

/** The worst of the changes, the new findings and the limits, and what it comes from. */
function riskOf(
  changes: readonly Change[],
  { added }: ComparedFindings,
  exceeded: readonly Exceeded[],
): { readonly risk: Risk; readonly why: string } {
  const reasons: (readonly [Risk, string])[] = [
    ...changes.map((change) => [change.risk, changeWords(change)] as const),
    // What sign-ins ask for, and what protection lets through, has its risk among the changes.
    ...exceeded.flatMap(({ limit, message }) =>
      limit === "sign-ins-weakened" || limit === "policy-on" || limit === "protection-loosened"
        ? []
        : [[limit === "not-judged" ? "medium" : "high", message] as const],
    ),
    // What weakens a control has its risk among the changes: one that is not met yet is no danger.
    ...added.map(({ level, goal, message }) => [FINDING_RISKS[goal ? "warning" : level], message] as const),
  ];
  const risk = worst(reasons.map(([level]) => level));
  const why = reasons.find(([level]) => level === risk)?.[1] ?? NOTHING;
  return { risk, why: risk === "low" ? "nothing that was delivered or refused is at stake" : why };
}

const FINDING_RISKS = { error: "high", warning: "medium", note: "low" } as const satisfies Record<
  string,
  Risk
>;

function isChanging({ changes, findings: { added, fixed }, touched, exceeded }: SubjectReview): boolean {
  return changes.length + added.length + fixed.length + touched.length + exceeded.length > 0;
}
