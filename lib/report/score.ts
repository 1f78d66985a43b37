import type { Posture, TenantPosture } from "../posture/model";
import { knows } from "../posture/tenant-parts";
import { CONTROL_LISTS, type ControlListName } from "../rules/controls";
import type { Finding } from "../rules/finding";
import { type NotJudged, rulesOf } from "../rules/not-judged";

/** How far domains meet the controls of a list that the DNS shows, and tenants those that they show themselves. */
export interface Score {
  readonly list: ControlListName;
  /** Controls that hold, over all domains and tenants. */
  readonly met: number;
  /** Controls of domains whose every question was answered, and of tenants those of which everything was read. */
  readonly judged: number;
}

/**
 * The share of each list's controls that the domains and tenants of a posture meet. What nobody answered for is not among
 * them: neither domains of which a question stayed without an answer, nor controls of a tenant of which a part was not read.
 * @param open controls that were not judged, or in part
 */
export function scores(
  posture: Posture,
  findings: readonly Finding[],
  lists: readonly ControlListName[],
  open: readonly NotJudged[] = [],
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
    const inTenants = posture.tenants.map((tenant) =>
      tenantScore(tenant, posture.source, findings, list, open),
    );
    return {
      list,
      met: inTenants.reduce((sum, one) => sum + one.met, met),
      judged: inTenants.reduce((sum, one) => sum + one.judged, controls.length * domains.length),
    };
  });
}

function tenantScore(
  tenant: TenantPosture,
  source: Posture["source"],
  findings: readonly Finding[],
  list: ControlListName,
  open: readonly NotJudged[],
): Pick<Score, "met" | "judged"> {
  const own = findings.filter(({ of, subject }) => of === "tenant" && subject === tenant.name);
  const blind = new Set(
    open
      .filter(({ list: of, why, lost, tenants }) => of === list && (why !== undefined || lost || tenants))
      .filter(({ tenants }) => tenants?.includes(tenant.name) ?? true)
      .map(({ control }) => control),
  );
  const judged = Object.keys(CONTROL_LISTS[list].controls).flatMap((control) => {
    const rules = rulesOf(list, control).flatMap((rule) =>
      rule.of === "tenant" && (rule.from?.includes(source) ?? true) ? [rule] : [],
    );
    const isJudged =
      rules.length > 0 && rules.every((rule) => knows(tenant, rule.reads)) && !blind.has(control);
    if (!isJudged) return [];
    const isUnmet = own.some(
      ({ rule, unmet }) => rules.some(({ id }) => id === rule) && (unmet?.includes(control) ?? true),
    );
    return [!isUnmet];
  });
  return { met: judged.filter((isMet) => isMet).length, judged: judged.length };
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
  /** Controls that hold, over all domains and tenants. */
  readonly met: number;
  /** Controls of domains whose every question was answered, and of tenants those that were read; 0 where there are none. */
  readonly judged: number;
}

/** A score as programs read it. */
export function scoreJson({ list, met, judged }: Score): ScoreJson {
  return { score: list, met, judged };
}
