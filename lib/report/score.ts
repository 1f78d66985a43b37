import type { Posture } from "../posture/model";
import { CONTROL_LISTS, type ControlListName } from "../rules/controls";
import type { Finding } from "../rules/finding";
import { rulesOf } from "../rules/not-judged";

/** How far domains meet the controls of a list that the DNS shows. */
export interface Score {
  readonly list: ControlListName;
  /** Controls of domains that hold, over all domains. */
  readonly met: number;
  /** Controls of domains whose every question was answered. */
  readonly judged: number;
}

/**
 * The share of each list's controls that the domains of a posture meet; controls of tenants are not among them, nor are
 * domains of which a question stayed without an answer.
 */
export function scores(
  posture: Posture,
  findings: readonly Finding[],
  lists: readonly ControlListName[],
): readonly Score[] {
  // What nobody answered for may break a control without anybody finding it.
  const domains = posture.domains.filter(({ unanswered = [] }) => unanswered.length === 0);
  const broken = new Set(findings.map(({ rule, subject }) => `${rule} ${subject}`));
  return lists.map((list) => {
    const controls = Object.keys(CONTROL_LISTS[list].controls).flatMap((control) => {
      const rules = rulesOf(list, control).filter(
        ({ of, from }) => of === "domain" && (from?.includes(posture.source) ?? true),
      );
      return rules.length > 0 ? [rules] : [];
    });
    const met = domains.reduce(
      (sum, { domain }) =>
        sum + controls.filter((rules) => rules.every(({ id }) => !broken.has(`${id} ${domain}`))).length,
      0,
    );
    return { list, met, judged: controls.length * domains.length };
  });
}

/** `scuba 5 of 6 (83 %)`. */
export function scoreText(all: readonly Score[]): string {
  return all
    .filter(({ judged }) => judged > 0)
    .map((score) => `${score.list} ${score.met} of ${score.judged} (${shareOf(score)} %)`)
    .join(", ");
}

/** Whole percent, rounded down: 100 is said where all are met. */
export function shareOf({ met, judged }: Pick<Score, "met" | "judged">): number {
  return Math.floor((100 * met) / judged);
}

/** A score as programs read it. */
export interface ScoreJson {
  /** The list: `scuba`, `cis`, `bulk-sender`. Tells it from a finding, which has a `rule` instead. */
  readonly score: string;
  /** Controls of domains that hold, over all domains. */
  readonly met: number;
  /** Controls of domains whose every question was answered; 0 where there are none. */
  readonly judged: number;
}

/** A score as programs read it. */
export function scoreJson({ list, met, judged }: Score): ScoreJson {
  return { score: list, met, judged };
}
