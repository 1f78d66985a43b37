import type { Change } from "../../review/changes/change";
import type { Exceeded } from "../../review/limits";
import type { Review, SubjectReview, Touched } from "../../review/subject";

/** `2 of 14 domains and tenants change: 1 high, 1 low`. */
export function headline({ subjects, unchanged }: Review): string {
  if (subjects.length === 0) return "Nothing of mail or sign-ins changes";
  const counts = (["high", "medium", "low"] as const).flatMap((risk) => {
    const count = subjects.filter((one) => one.risk === risk).length;
    return count === 0 ? [] : [`${count} ${risk}`];
  });
  return `${subjects.length} of ${subjects.length + unchanged} domains and tenants change: ${counts.join(", ")} risk`;
}

/** What must be said before the change may go on. */
export function stopsOf(review: Review): readonly string[] {
  const errors = review.subjects
    .flatMap(({ findings: { added } }) => added)
    .filter(({ level }) => level === "error");
  return [
    ...review.exceeded.filter(({ allowedBy }) => allowedBy === undefined).map(exceededWords),
    ...errors.map(({ message, rule }) => `new error: ${message} [${rule}]`),
  ];
}

export function exceededWords({ limit, subject, message, allowedBy }: Exceeded): string {
  return allowedBy === undefined
    ? `${message}: if it is meant, --allow ${limit}=${subject}`
    : `${message}: allowed by ${allowedBy}`;
}

export function changeWords({ text, why }: Change): string {
  return why === undefined ? text : `${text} (${why})`;
}

/** `1 created, 2 deleted`. */
export function touchedWords(touched: readonly Touched[]): string {
  const counts = new Map<string, number>();
  for (const { action } of touched) counts.set(action, (counts.get(action) ?? 0) + 1);
  return [...counts].map(([action, count]) => `${count} ${PAST[action]}`).join(", ");
}

export const PAST: Readonly<Record<string, string>> = {
  create: "created",
  update: "changed",
  replace: "replaced",
  delete: "deleted",
  forget: "forgotten",
  import: "taken over",
  move: "moved",
} satisfies Record<Touched["action"], string>;

/** What concerns no domain and no tenant: other resources, what could not be read, plans that are not whole. */
export function asides({ others, unread, incomplete }: Review): readonly string[] {
  return [
    ...incomplete.map(
      (stack) => `The plan of ${stack} is not whole: Terraform could not finish it, or put changes off`,
    ),
    ...(others.length > 0
      ? [
          `Other resources: ${others.map(({ type, action, count }) => `${count} ${type} ${PAST[action]}`).join(", ")}`,
        ]
      : []),
    ...unread.map(({ address, why }) => `Not read: ${address}: ${why}`),
  ];
}

export function titleOf({ of, name }: Pick<SubjectReview, "of" | "name">): string {
  return of === "domain" ? name : `tenant ${name}`;
}
