import { type Finding, formatFinding, isForbidding } from "../rules/finding";
import { type Change, UNKNOWN_WORDS } from "./changes/change";
import type { Exceeded } from "./limits";
import type { Review, SubjectReview, Touched } from "./subject";

// What a review says in sentences, whatever it is written to. What changes is said where it is found, in changes/, and
// what exceeds a limit in limits.ts.

/** `2 of 14 domains and tenants change: 1 high, 1 low risk`. */
export function headline({ subjects, unchanged, exceeded }: Review): string {
  if (subjects.length === 0) {
    const hidden = exceeded.some(({ limit }) => limit === "not-judged");
    return `Nothing of mail or sign-ins changes${hidden ? ", as far as it can be judged" : ""}`;
  }
  const counts = (["high", "medium", "low"] as const).flatMap((risk) => {
    const count = subjects.filter((one) => one.risk === risk).length;
    return count === 0 ? [] : [`${count} ${risk}`];
  });
  return `${subjects.length} of ${subjects.length + unchanged} domains and tenants change: ${counts.join(", ")} risk`;
}

export function titleOf({ of, name }: Pick<SubjectReview, "of" | "name">): string {
  return of === "domain" ? name : `tenant ${name}`;
}

/** What stops the change: limits that nobody has allowed to be exceeded, and new errors save controls that are not met yet. */
export function stopsOf(review: Review): readonly string[] {
  const errors = review.subjects.flatMap(({ findings: { added } }) => added).filter(isForbidding);
  return [
    ...review.exceeded.filter(({ allowedBy }) => allowedBy === undefined).map(exceededWords),
    ...errors.map(({ message, rule }) => `new error: ${message} [${rule}]`),
  ];
}

/** Limits that are exceeded and may be. */
export function allowedOf({ exceeded }: Review): readonly string[] {
  return exceeded.filter(({ allowedBy }) => allowedBy !== undefined).map(exceededWords);
}

function exceededWords({ limit, subject, message, allowedBy }: Exceeded): string {
  return allowedBy === undefined
    ? `${message}: if this is intended, --allow ${limit}=${subject}`
    : `${message}: allowed by ${allowedBy}`;
}

/** `3 findings are accepted by the estate`; nothing if none is. */
export function acceptedWords({ accepted }: Review): string | undefined {
  if (accepted.length === 0) return undefined;
  return accepted.length === 1
    ? "1 finding is accepted by the estate"
    : `${accepted.length} findings are accepted by the estate`;
}

/** What concerns no domain and no tenant: other resources, what could not be read, plans that are not whole, checks that do not hold. */
export function asides({ others, unread, incomplete, gone, checks }: Review): readonly string[] {
  return [
    ...incomplete.map(
      (stack) =>
        `The plan of ${stack} is incomplete: Terraform could not finish it, deferred changes, or planned a part`,
    ),
    ...checks.map(checkWords),
    ...gone.map(
      (stack) =>
        `${stack} has left the estate: what it published stays, and nobody looks after it; mail-hygiene destroy --orphans takes it away`,
    ),
    ...(others.length > 0
      ? [
          `Other resources: ${others.map(({ type, action, count }) => `${count} ${type} ${ACTION_WORDS[action]}`).join(", ")}`,
        ]
      : []),
    ...unread.map(({ address, why }) => `Not read: ${address}: ${why}`),
  ];
}

/** `Check failed: check.system-alerts of exchange-contoso: the alert … is off`. */
function checkWords({ stack, address, status, messages }: Review["checks"][number]): string {
  const of = `${address}${stack === "" ? "" : ` of ${stack}`}`;
  const said = messages.length > 0 ? `: ${messages.join("; ")}` : "";
  switch (status) {
    case "fail":
      return `Check failed: ${of}${said}`;
    case "error":
      return `Check could not be evaluated: ${of}${said}`;
    case "unknown":
      return `Check is told at apply only: ${of}`;
    case "unread":
      return `Check not read, since the plan tells it in a form that is not known: ${of}${said}`;
  }
}

/** What somebody else has changed, by domain and tenant: `contoso.com: DMARC reject → none (…)`. */
export function driftLines({ drift }: Review): readonly string[] {
  return drift.flatMap((one) => one.changes.map((change) => `${titleOf(one)}: ${changeWords(change)}`));
}

export const DRIFT_TITLE = "Changed outside Terraform since its last run";

/** `DMARC reject → none (forgeries that were refused get through)`. */
export function changeWords({ text, why }: Change): string {
  return why === undefined ? text : `${text} (${why})`;
}

/** `selector1._domainkey.contoso.com CNAME: known after apply`, for each value that nobody can see yet. */
export function unknownOf({ unknown }: SubjectReview): readonly string[] {
  return unknown.map(({ name, type, why }) => `${name} ${type}: ${UNKNOWN_WORDS[why]}`);
}

/** `the DMARC policy of contoso.com lets forgeries through, got …; expected … [dmarc-policy-none]`. */
export function findingWords(finding: Finding): string {
  return `${formatFinding(finding)} [${finding.rule}]`;
}

/** What a finding is called beside others: its level, and that nothing is broken where that is so. */
export function levelWords({ level, goal }: Pick<Finding, "level" | "goal">): string {
  return goal ? "control not met yet" : level;
}

/** A finding without what to do about it: it is fixed, or was there before. */
export function shortFindingWords({ message, rule }: Finding): string {
  return `${message} [${rule}]`;
}

/** `1 created, 2 deleted`. */
export function touchedSum(touched: readonly Touched[]): string {
  const counts = new Map<Touched["action"], number>();
  for (const { action } of touched) counts.set(action, (counts.get(action) ?? 0) + 1);
  return [...counts].map(([action, count]) => `${count} ${ACTION_WORDS[action]}`).join(", ");
}

/** `cloudflare_dns_record.mx, was cloudflare_record.mx`, `cloudflare_dns_record.mx, imported`. */
export function addressWords({ address, previousAddress, imported }: Touched): string {
  const was = previousAddress === undefined ? "" : `, was ${previousAddress}`;
  return `${address}${was}${imported ? ", imported" : ""}`;
}

/** What Terraform does, as done. */
export const ACTION_WORDS: Readonly<Record<Touched["action"], string>> = {
  create: "created",
  update: "changed",
  replace: "replaced",
  delete: "deleted",
  forget: "no longer managed",
  import: "imported",
  move: "moved",
};
