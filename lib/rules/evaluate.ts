import type { RulePackName } from "../pack-names";
import { settledWhere } from "../posture/estate-where";
import { mailBelow } from "../posture/facts/below";
import type { Posture, Where } from "../posture/model";
import { knows } from "../posture/tenant-parts";
import type { Finding } from "./finding";
import type { ChosenRule } from "./packs/pack";
import { type Hit, LEVELS, type Rule } from "./rule";

/**
 * What rules find in a posture, in a stable order: worst level first, then by subject, place and rule. A rule that a
 * source cannot show is not run, nor one over a part of a tenant that the posture does not know.
 * @param rules with the level that a pack gives each, such as `packRules(["recommended"])`
 */
export function evaluate(posture: Posture, rules: readonly ChosenRule[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { rule, level, packs = ALONE } of rules) {
    if (rule.from && !rule.from.includes(posture.source)) continue;
    const found = (of: Finding["of"], subject: string, around: Where, hits: readonly Hit[]) => {
      for (const { where = around, level: own, ...hit } of hits) {
        findings.push({
          rule: rule.id,
          level: own ?? level,
          ...(own === undefined && level === "error" && rule.level !== "error" ? { goal: true } : {}),
          source: posture.source,
          of,
          subject,
          ...hit,
          where: settledWhere(where),
        });
      }
    };
    for (const [of, subject, where, hits] of run(rule, posture, packs)) found(of, subject, where, hits);
  }
  return findings.sort(compare);
}

const ALONE: readonly RulePackName[] = ["recommended"];

function* run(
  rule: Rule,
  posture: Posture,
  packs: readonly RulePackName[],
): Generator<readonly [Finding["of"], string, Where, readonly Hit[]]> {
  if (rule.of === "domain") {
    for (const mail of posture.domains) {
      const own = rule.check(mail, posture, packs);
      const below = rule.below ? mailBelow(mail, posture) : [];
      const hits =
        below.length === 0 ? own : [...own, ...below.flatMap((one) => rule.check(one, posture, packs))];
      yield ["domain", mail.domain, mail.where, hits];
    }
  } else {
    for (const tenant of posture.tenants.filter((one) => knows(one, rule.reads)))
      yield ["tenant", tenant.name, tenant.where, rule.check(tenant, posture, packs)];
  }
}

function compare(a: Finding, b: Finding): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    order(a.subject, b.subject) ||
    order(a.where.file ?? a.where.address ?? "", b.where.file ?? b.where.address ?? "") ||
    (a.where.line ?? 0) - (b.where.line ?? 0) ||
    order(a.rule, b.rule) ||
    order(a.message, b.message)
  );
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
