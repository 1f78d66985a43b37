import {
  type AccessChange,
  AccessModel,
  changeWords,
  type Demand,
  differenceOf,
  directionOf,
  isEmpty,
  MFA,
  type PolicySet,
  type SignInWords,
  TooManyCases,
} from "../../identity/coverage";
import { within } from "../../identity/coverage/conditions";
import { implies } from "../../identity/coverage/demands/demand";
import { isSecurityDefault } from "../../identity/coverage/security-defaults";
import { policySetOf } from "../../posture/facts/policies";
import type { PolicyPosture, TenantPosture } from "../../posture/model";
import { type Change, high, medium } from "./change";

/** What changes for sign-ins, whichever policy or object it comes from. */
export interface SignInChanges {
  /** The worst first. */
  readonly changes: readonly SignInChange[];
  /** Why policies, by name, could not be judged. */
  readonly unjudged: readonly string[];
}

export interface SignInChange extends Change {
  /** `weaker`: more sign-ins get in, or with less. `untried`: asked for what not even report-only had shown. */
  readonly kind: "weaker" | "untried" | "tried";
}

/** How many kinds of sign-ins a line tells, and how many lines there are: the rest is counted. */
const MOST_KINDS = 4;
const MOST_LINES = 60;

/**
 * The difference between what a tenant's policies demanded of sign-ins and what they will demand, in words. What was in
 * report-only before has been seen in the sign-in log; what was not is untried.
 */
export function signInChanges(before: TenantPosture, after: TenantPosture): SignInChanges {
  if (!before.policies && !after.policies) return { changes: [], unjudged: [] };
  const sides = [policySetOf(before), policySetOf(after)];
  try {
    const model = new AccessModel(sides);
    const unjudged = model.unjudged
      .filter(({ key }) => !isSettled(before, after, key))
      .map(({ name, why }) => `the policy "${name}": ${why.join(", ")}`);
    const found = differenceOf(model);
    const isUntried = untried(sides);
    const ranked = found
      .map((change) => ({ change, rank: rankOf(change, isUntried(change)) }))
      .sort((a, b) => a.rank - b.rank);
    const shown = ranked
      .slice(0, MOST_LINES)
      .map(({ change }) => told(model, change, isUntried(change), nameOf(sides)));
    return { changes: [...merged(shown), ...rest(ranked.length - shown.length)], unjudged };
  } catch (error) {
    if (!(error instanceof TooManyCases)) throw error;
    return { changes: [], unjudged: [`Conditional Access: ${error.message}`] };
  }
}

/** Is a policy the same before and after, with all that policies rest on, and nothing of it hidden? */
function isSettled(before: TenantPosture, after: TenantPosture, key: string): boolean {
  if (JSON.stringify(before.objects) !== JSON.stringify(after.objects)) return false;
  const [from, to] = [before, after].map(({ policies = [] }) => policies.find((one) => one.key === key));
  if (!from || !to || from.unknown || to.unknown) return false;
  const text = ({ policy, unread = [] }: PolicyPosture) => JSON.stringify([policy, unread]);
  return text(from) === text(to);
}

/** Tells whether a demand that is gained is one that no policy in report-only made of the same sign-ins. */
function untried([before, after]: readonly PolicySet[]): (change: AccessChange) => boolean {
  if (!before || !after) return () => true;
  // Before as the sign-in log has shown it; after as it will be.
  const seen = new AccessModel([shown(before), after]);
  const policies = new Set(
    differenceOf(seen).flatMap((change) => (change.gained.length > 0 ? keysOf(change) : [])),
  );
  return (change) => keysOf(change).some((key) => policies.has(key));
}

function keysOf({ policies, gained }: AccessChange): readonly string[] {
  return policies.flatMap((policy) => gained.map(({ key }) => `${policy} ${key}`));
}

function shown({ policies, objects }: PolicySet): PolicySet {
  return {
    objects,
    policies: policies.map((one) =>
      one.policy.state === "enabledForReportingButNotEnforced"
        ? { ...one, policy: { ...one.policy, state: "enabled" } }
        : one,
    ),
  };
}

function rankOf(change: AccessChange, isUntried: boolean): number {
  const direction = directionOf(change);
  if (isGraveLoss(change)) return 0;
  if (direction !== "weaker" && isUntried && change.gained.some(({ of }) => of === "grant")) return 1;
  return direction === "stronger" ? 3 : 2;
}

/** Is a factor, a device or a block lost, without another factor in its place? */
function isGraveLoss({ lost, left, gained }: AccessChange): boolean {
  const stays = [...left, ...gained].some((demand) => implies(demand, MFA));
  return lost.some(({ of }) => of === "grant") && !stays;
}

function told(
  model: AccessModel,
  change: AccessChange,
  isUntried: boolean,
  nameOfPolicy: (key: string) => string,
): SignInChange {
  const { signIns, more } = changeWords(model, change, MOST_KINDS);
  const policies = change.policies.map(nameOfPolicy).join(" and ");
  const title = change.policies.every(isSecurityDefault) ? policies : `Conditional Access ${policies}`;
  const sentences = signIns.map((signIn) => sentence(model, change, signIn));
  const text = `${title}: ${[...sentences, ...(more ? ["and others"] : [])].join("; ")}`;
  const direction = directionOf(change);
  if (direction === "weaker" || isGraveLoss(change)) {
    return isGraveLoss(change)
      ? { ...high(text, "they were asked for more before"), kind: "weaker" }
      : { ...medium(text, "they were asked for more before"), kind: "weaker" };
  }
  const loosens = change.gained.some((demand) => demand.of === "session" && demand.loosens);
  const isLoss = loosens || (direction === "other" && change.lost.some(({ of }) => of === "grant"));
  // Workload identities lock nobody out.
  const isOfUsers = bindsUsers(model, change);
  const binds = `it binds ${isOfUsers ? "people" : "workloads"} from now on`;
  if (!isUntried) return { ...medium(text, binds), kind: isLoss ? "weaker" : "tried" };
  const grants = isOfUsers && change.gained.some(({ of }) => of === "grant");
  return {
    ...(grants ? high(text, "nobody has seen in the sign-in log what it would do") : medium(text, binds)),
    kind: isLoss ? "weaker" : "untried",
  };
}

function bindsUsers({ space }: AccessModel, { region }: AccessChange): boolean {
  return !isEmpty(within(region, space.subject.users), space.everything);
}

/** `guests no longer need MFA, from browsers`. */
function sentence(
  model: AccessModel,
  { lost, gained, left, had, region }: AccessChange,
  signIn: SignInWords,
): string {
  const who = `${signIn.who}${signIn.except.length > 0 ? ` except ${signIn.except.join(", ")}` : ""}`;
  const when = signIn.when.map((one) => `, ${one}`).join("");
  const need = signIn.isOne ? "needs" : "need";
  const are = signIn.isOne ? "is" : "are";
  const now = [...gained, ...left];
  const isBlock = (demands: readonly Demand[]) => demands.some(({ words }) => words === "block");
  const words = (demands: readonly Demand[]) => demands.map((demand) => demand.words).join(" and ");
  if (lost.length === 0) {
    const before = had.length > 0 ? ` (before: ${words(had)})` : "";
    return isBlock(gained)
      ? `${who} ${are} blocked now${before}${when}`
      : `${who} now ${need} ${words(gained)}${before}${when}`;
  }
  if (isBlock(lost))
    return `${who} ${are} no longer blocked${now.length > 0 ? ` and ${need} ${words(now)}` : ""}${when}`;
  if (isBlock(gained)) return `${who} ${are} blocked now${when}`;
  if (now.length > 0) return `${who} now ${need} ${words(now)} instead of ${words(lost)}${when}`;
  const isFree = lost.some(({ of }) => of === "grant") && isPasswordEnough(model, region);
  return isFree
    ? `a password is enough for ${who}${when} (before: ${words(lost)})`
    : `${who} no longer ${need} ${words(lost)}${when}`;
}

/** Is nothing demanded any more anywhere in the region? */
function isPasswordEnough({ space, sides }: AccessModel, region: AccessChange["region"]): boolean {
  return (sides[1] ?? [])
    .filter(({ demands }) => demands.some(({ of }) => of === "grant"))
    .every(({ conditions }) => isEmpty(within(region, conditions), space.everything));
}

function nameOf(sides: readonly PolicySet[]): (key: string) => string {
  const names = new Map(
    sides.flatMap(({ policies }) => policies.map(({ key, policy }) => [key, policy.displayName] as const)),
  );
  return (key) => names.get(key) ?? key;
}

/** Lines that say the same once. */
function merged(changes: readonly SignInChange[]): readonly SignInChange[] {
  return [...new Map(changes.map((change) => [`${change.kind} ${change.text}`, change])).values()];
}

function rest(count: number): readonly SignInChange[] {
  if (count <= 0) return [];
  return [
    {
      ...high(
        `Conditional Access: ${count} more differences in what sign-ins are asked for`,
        "they are not told one by one",
      ),
      kind: "weaker",
    },
  ];
}
