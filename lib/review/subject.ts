import type { Action, UnheldCheck } from "../plan/plan";
import type { UnknownRecord } from "../posture/model";
import type { Finding } from "../rules/finding";
import type { Change, Risk } from "./changes/change";
import type { Exceeded } from "./limits";

/** What Terraform does to one resource. */
export interface Touched {
  /** The address; among several plans, behind the stack's name. */
  readonly address: string;
  readonly action: Exclude<Action, "none"> | "import" | "move";
  readonly previousAddress?: string;
  /** It exists, comes under Terraform's care, and is changed at once. */
  readonly imported?: true;
}

/** One mechanism before and after, in a few words. */
export interface StateRow {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** What the rules find before and after. */
export interface ComparedFindings {
  readonly added: readonly Finding[];
  /** What was found before, and is not found any more since the change mended it. */
  readonly fixed: readonly Finding[];
  /** What was found before, in something that can no longer be seen. */
  readonly unjudged: readonly Finding[];
  readonly unchanged: readonly Finding[];
}

/** What a review says of one domain or tenant. */
export interface SubjectReview {
  readonly of: "domain" | "tenant";
  readonly name: string;
  readonly risk: Risk;
  /** Why the risk is what it is. */
  readonly why: string;
  readonly changes: readonly Change[];
  readonly states: readonly StateRow[];
  readonly findings: ComparedFindings;
  readonly exceeded: readonly Exceeded[];
  readonly touched: readonly Touched[];
  /** What is there after apply, without its value being known before. */
  readonly unknown: readonly UnknownRecord[];
}

/** Resources of one type that say nothing of mail or sign-ins, counted. */
export interface OtherResources {
  readonly type: string;
  readonly action: Touched["action"];
  readonly count: number;
}

/** Something that the plans hold and that could not be read. */
export interface Unread {
  readonly address: string;
  readonly why: string;
}

/** What somebody else has changed of one domain or tenant. */
export interface DriftReview extends Pick<SubjectReview, "of" | "name" | "risk" | "changes"> {
  readonly touched: readonly Touched[];
}

/** What a reviewer of plans needs. */
export interface Review {
  /** The highest risk first, then by name; without those of which nothing changes. */
  readonly subjects: readonly SubjectReview[];
  /** Domains and tenants of the plans that stay as they are. */
  readonly unchanged: number;
  /** All limits that are exceeded, whether it is allowed or not. */
  readonly exceeded: readonly Exceeded[];
  readonly others: readonly OtherResources[];
  readonly unread: readonly Unread[];
  /** Stacks whose plans Terraform could not finish, or not make. */
  readonly incomplete: readonly string[];
  /** Stacks that have left the estate: what they published stays, and nobody looks after it. */
  readonly gone: readonly string[];
  /** Checks that do not hold, or cannot be told, each with its stack. */
  readonly checks: readonly (UnheldCheck & { readonly stack: string })[];
  /** What somebody else has changed in the world since Terraform's last run. */
  readonly drift: readonly DriftReview[];
  readonly plans: number;
  /** Findings that the estate accepts. */
  readonly accepted: readonly (Finding & { readonly reason: string })[];
  /** Is there nothing that stops the change: no limit exceeded that nobody has allowed, no new error, save controls not met yet? */
  readonly passed: boolean;
}
