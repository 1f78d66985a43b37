import { unwrap } from "../../lib/fault";
import { readPlan } from "../../lib/plan/read-plan";
import { reviewText } from "../../lib/report/review/terminal";
import type { ReviewContext } from "../../lib/review/context";
import type { Allowance, ReviewLimits } from "../../lib/review/limits";
import { reviewPlans } from "../../lib/review/review";
import { type RunFolder, savedPlans } from "../../rollout/run-folder";
import { paintFor } from "../paint";

export interface DestroyReview {
  readonly context: ReviewContext;
  /** What the estate was before, where it is known. */
  readonly base?: ReviewContext | undefined;
  /** What stops it unless allowed. Absent: nothing does, since whoever destroys what an estate declares means it. */
  readonly limits?: { readonly estate: ReviewLimits; readonly allowances: readonly Allowance[] };
}

/** What a person is told before something is destroyed, and whether it may be. */
export interface Approval {
  readonly text: string;
  readonly passed: boolean;
}

/** Says in words of mail and sign-ins what the saved plans of a run take away. */
export async function reviewDestroy(
  folder: RunFolder,
  stacks: readonly string[],
  { context, base, limits }: DestroyReview,
): Promise<Approval> {
  const chosen = new Set(stacks);
  const plans = [...savedPlans(folder)]
    .filter(({ stack }) => chosen.has(stack))
    .map(({ stack, json }) => unwrap(`the plan of ${stack}`, readPlan(stack, json)));
  const review = await reviewPlans(plans, {
    context,
    // What a domain without records lacks nobody needs to be told who takes them away.
    rules: [],
    limits: limits?.estate ?? { share: 1, records: 1, allowed: new Set() },
    allowances: limits?.allowances ?? [],
    ...(base ? { base } : {}),
  });
  const told = limits ? review : { ...review, exceeded: [] };
  return { text: reviewText(told, paintFor(process.stdout)), passed: !limits || review.passed };
}
