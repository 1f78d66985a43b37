import type { RISKS } from "../../review/changes/change";
import type { Limit } from "../../review/limits";
import type { Review, SubjectReview } from "../../review/subject";
import { type FindingJson, findingJson } from "../findings-json";

/** A review as programs read it: the shape of `review --format json`. */
export interface ReviewJson {
  /** Nothing stops the change: no limit is exceeded that nobody has allowed, no new finding is an error. */
  readonly passed: boolean;
  readonly plans: number;
  /** Domains and tenants that stay as they are. */
  readonly unchanged: number;
  /** The highest risk first. */
  readonly subjects: readonly SubjectJson[];
  readonly exceeded: readonly ExceededJson[];
  /** Resources that say nothing of mail or sign-ins. */
  readonly others: readonly { readonly type: string; readonly action: string; readonly count: number }[];
  /** What the plans hold and could not be read. */
  readonly unread: readonly { readonly address: string; readonly why: string }[];
  /** Stacks whose plans Terraform could not finish, or not make. */
  readonly incomplete: readonly string[];
  /** Stacks that have left the estate. */
  readonly gone: readonly string[];
  /** Checks of the configuration that do not hold, or cannot be told. */
  readonly checks: readonly {
    readonly stack: string;
    readonly address: string;
    /** `check`, `resource`, `output_value` or `var`. */
    readonly kind: string;
    /** `fail`, `error`, `unknown` before apply, or `unread`. */
    readonly status: string;
    readonly messages: readonly string[];
  }[];
  /** What somebody else has changed since Terraform's last run; the highest risk first. */
  readonly drift: readonly DriftJson[];
  /** Findings that the estate accepts, with the reason. */
  readonly accepted: readonly (FindingJson & { readonly reason: string })[];
}

/** What a review says of one domain or tenant. */
export interface SubjectJson {
  /** The domain; for a tenant, `tenant` stands in its place. */
  readonly domain?: string;
  readonly tenant?: string;
  readonly risk: (typeof RISKS)[number];
  readonly why: string;
  readonly changes: readonly { readonly text: string; readonly risk: string; readonly why?: string }[];
  readonly posture: readonly { readonly title: string; readonly before: string; readonly after: string }[];
  readonly findings: Readonly<Record<"new" | "fixed" | "unjudged" | "unchanged", readonly FindingJson[]>>;
  readonly resources: readonly {
    readonly address: string;
    /** `create`, `update`, `replace`, `delete`, `forget`, `import` or `move`. */
    readonly action: string;
    readonly previousAddress?: string;
    /** It is imported and changed at once. */
    readonly imported?: true;
  }[];
  /** Records that are there after apply, without their value being known before. */
  readonly unknown: readonly {
    readonly name: string;
    readonly type: string;
    readonly why: string;
    readonly address?: string;
  }[];
}

/** What somebody else has changed of one domain or tenant. */
export type DriftJson = Pick<SubjectJson, "domain" | "tenant" | "risk" | "changes" | "resources">;

/** A limit that the plans exceed. */
export interface ExceededJson {
  readonly limit: Limit;
  readonly subject: string;
  readonly message: string;
  /** `--allow` or `the estate`; absent where nobody has allowed it. */
  readonly allowedBy?: string;
}

/** A review as programs read it: {@link ReviewJson}, indented. */
export function reviewJson(review: Review): string {
  const json: ReviewJson = {
    passed: review.passed,
    plans: review.plans,
    unchanged: review.unchanged,
    subjects: review.subjects.map(subjectJson),
    exceeded: review.exceeded.map(({ where: _where, of: _of, ...one }) => one),
    others: review.others,
    unread: review.unread,
    incomplete: review.incomplete,
    gone: review.gone,
    checks: review.checks.map(({ stack, address, kind, status, messages }) => ({
      stack,
      address,
      kind,
      status,
      messages,
    })),
    drift: review.drift.map(({ of, name, risk, changes, touched }) => ({
      ...(of === "domain" ? { domain: name } : { tenant: name }),
      risk,
      changes,
      resources: touched,
    })),
    accepted: review.accepted.map((finding) => ({ ...findingJson(finding), reason: finding.reason })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function subjectJson(subject: SubjectReview): SubjectJson {
  const { of, name, risk, why, changes, states, findings, touched, unknown } = subject;
  return {
    ...(of === "domain" ? { domain: name } : { tenant: name }),
    risk,
    why,
    changes,
    posture: states,
    findings: {
      new: findings.added.map(findingJson),
      fixed: findings.fixed.map(findingJson),
      unjudged: findings.unjudged.map(findingJson),
      unchanged: findings.unchanged.map(findingJson),
    },
    resources: touched,
    unknown: unknown.map(({ name: at, type, why: reason, where: { address } }) => ({
      name: at,
      type,
      why: reason,
      ...(address === undefined ? {} : { address }),
    })),
  };
}
