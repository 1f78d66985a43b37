import type { IpVersion } from "../../../dns/address";
import { type Asking, askingOf, type Lookup, readingOf } from "../../../dns/asking";
import { askingOnce, type DnsType, type Resolve, recordsOf } from "../../../dns/resolve";
import { unknownLetters } from "../check/expand";
import { beyondLimit, SPF_LIMITS, type SpfLimits } from "../check/limits";
import { exchangesOf } from "../check/mechanism";
import { inALabels, targetName } from "../check/name";
import { leadsNowhere, noAnswer, type SpfProblem } from "../check/problem";
import { Questions, type SpfQuery } from "../check/query";
import { selectRecord } from "../check/select";
import { type AskingTerm, asksDns, expandTarget, lookupCost } from "../check/target";
import { effectiveTerms } from "../effective";
import type { SpfBranch, SpfTree, TreeStep } from "./branch";

/** A tree is followed no further than this many times the limit of look-ups. */
const PATIENCE = 10;

/** What all branches of one tree share. */
interface Growth {
  readonly limits: SpfLimits;
  /** The domain of the tree's root, which `%{o}` stands for. */
  readonly origin: string;
  /** Look-ups so far. */
  explored: number;
}

/**
 * The whole tree of a domain's record, whoever sends: every `include`, `redirect`, `a`, `mx` and `exists` asked,
 * unless its macros depend on the message. Look-ups are counted as for the client that matches nothing, hence the
 * worst case; what a term that depends on the message leads to comes on top, and is unknown. A tree that needs more
 * than ten times the limit of look-ups is not followed to its end.
 *
 * @param limits what differs from {@link SPF_LIMITS}
 */
export async function spfTree(
  domain: string,
  resolve: Resolve,
  limits: Partial<SpfLimits> = {},
): Promise<SpfTree> {
  return askingOf(plant(domain, limits), askingOnce(resolve));
}

/**
 * The tree as far as what is known tells it, without asking anybody; see {@link spfTree}. What lies behind a term of
 * which the answer is unknown counts as not explored.
 */
export function knownSpfTree(domain: string, lookup: Lookup, limits: Partial<SpfLimits> = {}): SpfTree {
  return readingOf(plant(domain, limits), lookup);
}

function* plant(domain: string, limits: Partial<SpfLimits>): Asking<SpfTree> {
  const origin = inALabels(domain);
  const growth: Growth = { limits: { ...SPF_LIMITS, ...limits }, origin, explored: 0 };
  const root = yield* grow(origin, [], growth);
  const findings = [...excesses(root, growth.limits), ...problemsOf(root)];
  return { ...root, limits: growth.limits, findings };
}

function problemsOf({ problems, steps }: SpfBranch): readonly SpfProblem[] {
  const behind = steps.flatMap((step) => [
    ...(step.record === undefined ? [] : problemsOf(step.record)),
    ...step.problems,
  ]);
  return [...problems, ...behind];
}

/** The limits that the client which matches nothing goes beyond. */
function excesses({ domain, lookups, voids }: SpfBranch, limits: SpfLimits): SpfProblem[] {
  const most = Math.max(voids.ip4, voids.ip6);
  const problems: SpfProblem[] = [];
  if (lookups > limits.lookups) {
    const received = `${lookups} look-ups in the worst case`;
    problems.push({ ...beyondLimit("lookups", limits.lookups, domain), received });
  }
  if (most > limits.voids) {
    const received = `${most} void look-ups in the worst case`;
    problems.push({ ...beyondLimit("voids", limits.voids, domain), received });
  }
  return problems;
}

function* grow(domain: string, ancestors: readonly string[], growth: Growth): Asking<SpfBranch> {
  const name = targetName(domain);
  const bare = { domain, queries: [], steps: [], problems: [], lookups: 0, voids: { ip4: 0, ip6: 0 } };
  if (name !== undefined && ancestors.includes(name)) {
    return { ...bare, end: "loop", problems: [circle(domain, [...ancestors, name])] };
  }
  const questions = new Questions();
  const selected = yield* selectRecord(domain, questions);
  const queries = questions.asked;
  if (selected.kind !== "record") {
    const { kind: end, ...rest } = selected;
    return { ...bare, queries, end, ...rest };
  }
  const { text, record } = selected;
  const { directives, redirect } = effectiveTerms(record);
  const path = name === undefined ? ancestors : [...ancestors, name];
  const steps: TreeStep[] = [];
  for (const term of redirect === undefined ? directives : [...directives, redirect]) {
    const index = record.terms.indexOf(term);
    if (asksDns(term)) steps.push(yield* ask(term, index, domain, path, growth));
    else steps.push({ term, index, cost: 0, queries: [], problems: [], depends: [] });
  }
  return {
    ...bare,
    text,
    queries,
    steps,
    lookups: steps.reduce((sum, step) => sum + step.cost + (step.record?.lookups ?? 0), 0),
    voids: { ip4: voidsOf(steps, "ip4"), ip6: voidsOf(steps, "ip6") },
  };
}

function circle(domain: string, path: readonly string[]): SpfProblem {
  return {
    domain,
    message: "record leads back to itself",
    received: path.slice(path.indexOf(path.at(-1) ?? "")).join(" → "),
    expected: "an end to includes and redirects: receivers stop at the limit of look-ups",
    fix: "remove one of these includes",
  };
}

function* ask(
  term: AskingTerm,
  index: number,
  domain: string,
  path: readonly string[],
  growth: Growth,
): Asking<TreeStep> {
  const cost = lookupCost(term);
  growth.explored += cost;
  const values = { d: domain, o: growth.origin };
  const unknown = term.domain === undefined ? [] : unknownLetters(term.domain, values);
  const depends = term.kind === "ptr" ? [...new Set([...unknown, "p" as const])] : unknown;
  const step = { term, index, cost, depends };
  if (depends.length > 0) return { ...step, queries: [], problems: [] };
  if (growth.explored > PATIENCE * growth.limits.lookups) {
    return { ...step, queries: [], problems: [], unexplored: true };
  }
  const target = expandTarget(term, domain, values);
  const at = { path: ["terms", index] };
  if (term.kind === "include" || term.kind === "redirect") {
    const record = yield* grow(target, path, growth);
    if (record.queries.some(isUnknown))
      return { ...step, target, queries: [], problems: [], unexplored: true };
    const problems = record.end === "none" ? [{ ...leadsNowhere(term, target, domain), ...at }] : [];
    return { ...step, target, queries: [], problems, record };
  }
  const questions = new Questions();
  const name = targetName(target);
  const overfull = name !== undefined && (yield* askAbout(term, name, questions, growth.limits));
  if (questions.asked.some(isUnknown)) {
    // A client is asked for addresses of its own version alone: what is known of one version holds.
    const queries = term.kind === "a" ? questions.asked.filter((query) => !isUnknown(query)) : [];
    return { ...step, target, queries, problems: [], unexplored: true };
  }
  const problems = [
    ...questions.asked.flatMap(({ name, type, answer }) =>
      answer.kind === "failure" ? [{ ...noAnswer(domain, name, type, answer), ...at }] : [],
    ),
    ...(overfull ? [{ ...beyondLimit("names", growth.limits.names, domain), ...at }] : []),
  ];
  return { ...step, target, queries: questions.asked, problems };
}

function isUnknown({ answer }: SpfQuery): boolean {
  return answer.kind === "failure" && answer.reason === "unknown";
}

/** Asks what a client of either kind would. @returns whether there are more mail exchanges than receivers ask for */
function* askAbout(
  term: AskingTerm,
  name: string,
  questions: Questions,
  { names }: SpfLimits,
): Asking<boolean> {
  if (term.kind === "exists") {
    yield* questions.own(name, "A");
    return false;
  }
  if (term.kind === "a") {
    yield* questions.own(name, "A");
    yield* questions.own(name, "AAAA");
    return false;
  }
  const exchanges = exchangesOf(recordsOf<"MX">(yield* questions.own(name, "MX")));
  for (const exchange of exchanges.slice(0, names)) {
    yield* questions.further(exchange, "A");
    yield* questions.further(exchange, "AAAA");
  }
  return exchanges.length > names;
}

/** Void look-ups that a client of this version meets: `a` asks it for one type only. */
function voidsOf(steps: readonly TreeStep[], version: IpVersion): number {
  const foreign: DnsType = version === "ip4" ? "AAAA" : "A";
  return steps.reduce((sum, { term, queries, record }) => {
    const own = queries.filter((query) => query.void && !(term.kind === "a" && query.type === foreign));
    const led = record?.queries.filter((query) => query.void) ?? [];
    return sum + own.length + led.length + (record?.voids[version] ?? 0);
  }, 0);
}
