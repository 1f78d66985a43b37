import type { RulePackName } from "../../pack-names";
import { LEVELS } from "../rule";
import { bulkSender } from "./bulk-sender";
import { cis } from "./cis";
import type { ChosenRule, RulePack } from "./pack";
import { recommended } from "./recommended";
import { scuba } from "./scuba";

export type { ChosenRule, RulePack, RulePackEntry } from "./pack";

export const RULE_PACKS: Readonly<Record<RulePackName, RulePack>> = {
  recommended,
  scuba,
  cis,
  "bulk-sender": bulkSender,
};

/** The rules of some packs, each once, at the worst level that one of them gives it; sorted by id. */
export function packRules(names: readonly RulePackName[]): readonly ChosenRule[] {
  const chosen = new Map<string, ChosenRule>();
  for (const name of names) {
    for (const { rule, level = rule.level } of RULE_PACKS[name].rules) {
      const known = chosen.get(rule.id);
      const worse = known === undefined || LEVELS.indexOf(level) < LEVELS.indexOf(known.level);
      if (worse) chosen.set(rule.id, { rule, level });
    }
  }
  return [...chosen.values()].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}
