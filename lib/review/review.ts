import type { Plan } from "../plan/plan";
import type { MailPosture, Posture, TenantPosture } from "../posture/model";
import type { Suppression } from "../rules/choose-rules";
import { evaluate } from "../rules/evaluate";
import type { Finding } from "../rules/finding";
import type { ChosenRule } from "../rules/packs";
import { sift } from "../rules/sift";
import { TOPICS } from "./changes";
import {
  type Change,
  type DomainBeforeAfter,
  NOT_MANAGED,
  NOTHING,
  RISKS,
  type Risk,
  stateOf,
  worst,
} from "./changes/change";
import { policiesState, policyChanges } from "./changes/conditional-access";
import { directoryChanges } from "./changes/directory";
import { connectorsState, exchangeChanges, forwardingState, signingState } from "./changes/exchange";
import { otherRecords } from "./changes/other-records";
import { signInChanges } from "./changes/sign-ins";
import { takeovers } from "./changes/takeover";
import { NO_CONTEXT, type ReviewContext } from "./context";
import { Domains } from "./domains";
import {
  type Allowance,
  type Exceeded,
  exceededByChanges,
  exceededByDeletions,
  type ReviewLimits,
  TENANT_LIMITS,
} from "./limits";
import { plannedPosture } from "./posture";
import { sortResources } from "./resources-touched";
import { type Contribution, contributions } from "./side";
import type { ComparedFindings, Review, StateRow, SubjectReview } from "./subject";
import type { TenantBeforeAfter } from "./tenant-before-after";
import { type Kinds, kindsOf } from "./tenants";
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
}

/** The posture before and after plans, as far as they say. */
export interface PlannedPostures {
  readonly before: Posture;
  readonly after: Posture;
}

interface ReadSides extends PlannedPostures {
  readonly domains: Domains;
  readonly sides: Readonly<Record<"before" | "after", readonly Contribution[]>>;
  readonly kinds: Kinds;
}

/** The postures before and after some plans, read together: records of one domain may stand in several. */
export function plannedPostures(
  plans: readonly Plan[],
  context: ReviewContext = NO_CONTEXT,
): PlannedPostures {
  const { before, after } = readSides(plans, context);
  return { before, after };
}

function readSides(plans: readonly Plan[], context: ReviewContext): ReadSides {
  const sides = { before: contributions(plans, "before"), after: contributions(plans, "after") };
  const domains = Domains.inPlans([sides.before, sides.after], context);
  const kinds = kindsOf(sides, context);
  return {
    before: plannedPosture(sides, "before", domains, context, kinds),
    after: plannedPosture(sides, "after", domains, context, kinds),
    domains,
    sides,
    kinds,
  };
}

/** What plans change for mail and sign-ins: by domain and tenant, with its risk and with what stops it. */
export async function reviewPlans(plans: readonly Plan[], options: ReviewOptions): Promise<Review> {
  const { context = NO_CONTEXT, rules, suppressions = [], today, limits, allowances = [] } = options;
  const read = readSides(plans, context);
  const { before, after, domains, sides } = read;
  const comparedDomains = domainsBeforeAfter(read);
  const comparedTenants = tenantsBeforeAfter(read);
  const judge = (posture: Posture) => sift(evaluate(posture, rules), suppressions, today);
  const judged = { before: judge(before), after: judge(after) };
  const found = { before: bySubject(judged.before.findings), after: bySubject(judged.after.findings) };
  const allow = ({ limit, subject, ...rest }: Exceeded): Exceeded => {
    const allowedBy = allowances.some((one) => one.limit === limit && one.concerns(subject))
      ? "--allow"
      : limits.allowed.has(limit)
        ? "the estate"
        : undefined;
    return { limit, subject, ...rest, ...(allowedBy === undefined ? {} : { allowedBy }) };
  };
  const exceeded = [
    ...exceededByChanges(comparedDomains, comparedTenants),
    ...exceededByDeletions(plans, domains, limits),
  ].map(allow);
  const resources = sortResources(plans, sides, domains, context, read.kinds);
  const subjects: SubjectReview[] = [];
  for (const beforeAfter of comparedDomains) {
    const changes = [...(await topicChanges(beforeAfter)), ...otherRecords(beforeAfter)];
    const { domain } = beforeAfter;
    const states = TOPICS.map((topic) => ({
      title: topic.title,
      before: stateOf(topic, beforeAfter.before, beforeAfter.postures.before),
      after: stateOf(topic, beforeAfter.after, beforeAfter.postures.after),
    }));
    subjects.push(subject("domain", domain, { changes, states, unknown: beforeAfter.after.unknown }));
  }
  for (const { name, before: from, after: to, signIns } of comparedTenants) {
    const changes = [
      ...signIns.changes,
      ...policyChanges(from, to),
      ...directoryChanges(from, to),
      ...exchangeChanges(from, to),
    ].sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk));
    subjects.push(subject("tenant", name, { changes, states: tenantStates(from, to), unknown: [] }));
  }
  // Within a risk the order stays: domains by name, then tenants by name.
  const changing = subjects.filter(isChanging).sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk));
  return {
    subjects: changing,
    unchanged: subjects.length - changing.length,
    exceeded,
    others: resources.others,
    unread: sides.after.flatMap(({ fact }) =>
      fact.kind === "unread" ? [{ address: fact.where.address ?? "", why: fact.why }] : [],
    ),
    incomplete: plans.filter(({ incomplete }) => incomplete).map(({ stack }) => stack),
    plans: plans.length,
    accepted: judged.after.accepted,
    passed:
      exceeded.every(({ allowedBy }) => allowedBy !== undefined) &&
      subjects.every(({ findings: { added } }) => added.every(({ level }) => level !== "error")),
  };

  function subject(
    of: SubjectReview["of"],
    name: string,
    said: Pick<SubjectReview, "changes" | "states" | "unknown">,
  ): SubjectReview {
    const key = `${of} ${name}`;
    const compared = compareFindings(found.before.get(key) ?? [], found.after.get(key) ?? []);
    const limited = exceeded.filter(
      (one) => one.subject === name && TENANT_LIMITS.has(one.limit) === (of === "tenant"),
    );
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

/** Findings by what they are about, `domain contoso.com` or `tenant contoso`, in their order. */
function bySubject(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.of} ${finding.subject}`;
    const others = found.get(key);
    if (others) others.push(finding);
    else found.set(key, [finding]);
  }
  return found;
}

function domainsBeforeAfter({ before, after, domains, sides }: ReadSides): readonly DomainBeforeAfter[] {
  const byName = (posture: Posture) => new Map(posture.domains.map((mail) => [mail.domain, mail]));
  const [from, to] = [byName(before), byName(after)];
  const connectors = connectorsOf(sides.after);
  const deleted = before.domains.filter(({ domain }) => !to.has(domain)).map(emptied);
  // What is deleted is known to be gone.
  const postures = { before, after: { ...after, domains: [...after.domains, ...deleted] } };
  return [...domains.names].sort().flatMap((domain): readonly DomainBeforeAfter[] => {
    const [old, connectorValidated] = [from.get(domain), connectors.get(domain)];
    const now = to.get(domain) ?? deleted.find((one) => one.domain === domain);
    if (!now) return [];
    return [
      {
        domain,
        ...(old ? { before: old } : {}),
        after: now,
        postures,
        ...(connectorValidated === undefined ? {} : { connectorValidated }),
      },
    ];
  });
}

/** A domain of which everything is deleted. */
function emptied({ domain, intent, where, zone }: MailPosture): MailPosture {
  return { domain, intent, records: [], unknown: [], where, ...(zone === undefined ? {} : { zone }) };
}

/** By domain, whether the outbound connectors that deliver its mail are validated. */
function connectorsOf(side: readonly Contribution[]): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  for (const { fact } of side) {
    if (fact.kind !== "outbound connector" || fact.validated === undefined) continue;
    for (const domain of fact.recipientDomains) found.set(domain.toLowerCase(), fact.validated);
  }
  return found;
}

function tenantsBeforeAfter({ before, after }: ReadSides): readonly TenantBeforeAfter[] {
  const byName = (posture: Posture) => new Map(posture.tenants.map((one) => [one.name, one]));
  const [from, to] = [byName(before), byName(after)];
  return [...to].map(([name, now]) => {
    const old = from.get(name) ?? { name, where: now.where };
    return { name, before: old, after: now, signIns: signInChanges(old, now) };
  });
}

async function topicChanges(beforeAfter: DomainBeforeAfter): Promise<readonly Change[]> {
  const { changes: taken, topics } = takeovers(beforeAfter);
  const changes: Change[] = [...taken];
  for (const topic of TOPICS) if (!topics.has(topic)) changes.push(...(await topic.changes(beforeAfter)));
  return changes;
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

function compareFindings(before: readonly Finding[], after: readonly Finding[]): ComparedFindings {
  const key = ({ rule, subject, message }: Finding) => JSON.stringify([rule, subject, message]);
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  return {
    added: after.filter((finding) => !old.has(key(finding))),
    fixed: before.filter((finding) => !now.has(key(finding))),
    unchanged: after.filter((finding) => old.has(key(finding))),
  };
}

/** The worst of the changes, the new findings and the limits, and what it comes from. */
function riskOf(
  changes: readonly Change[],
  { added }: ComparedFindings,
  exceeded: readonly Exceeded[],
): { readonly risk: Risk; readonly why: string } {
  const reasons: (readonly [Risk, string])[] = [
    ...changes.map((change) => [change.risk, changeWords(change)] as const),
    // What sign-ins ask for has its risk among the changes.
    ...exceeded.flatMap(({ limit, message }) =>
      limit === "sign-ins-weakened" || limit === "policy-on"
        ? []
        : [[limit === "not-judged" ? "medium" : "high", message] as const],
    ),
    ...added.map(({ level, message }) => [FINDING_RISKS[level], message] as const),
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
