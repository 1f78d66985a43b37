import type { RulePackName } from "../../pack-names";
import { RULES } from "../";
import { CONTROL_LISTS, type Control, type ControlListName } from "../controls";
import { type Level, worst } from "../rule";
import type { ChosenRule, RulePack } from "./pack";

export type { ChosenRule, RulePack } from "./pack";

/** The packs by name. */
export const RULE_PACKS: Readonly<Record<RulePackName, RulePack>> = {
  recommended: {
    name: "recommended",
    title: "what every organisation that sends and receives mail should hold to",
    rules: RULES.filter(({ recommended }) => recommended !== false).map((rule) => ({
      rule,
      level: rule.level,
      packs: ["recommended"],
    })),
  },
  scuba: packOf("scuba"),
  cis: packOf("cis"),
  "bulk-sender": packOf("bulk-sender"),
};

/** The rules that meet controls of a list, each at the worst of its own level and that of an unmet control. */
function packOf(name: ControlListName): RulePack {
  const { title, controls }: { title: string; controls: Readonly<Record<string, Control>> } =
    CONTROL_LISTS[name];
  const rules = RULES.flatMap((rule): readonly ChosenRule[] => {
    const met: readonly string[] = rule.controls?.[name] ?? [];
    const levels = met.flatMap((id): readonly Level[] => (controls[id] ? [controls[id].unmet] : []));
    return levels.length > 0 ? [{ rule, level: levels.reduce(worst, rule.level), packs: [name] }] : [];
  });
  return { name, title, rules };
}

/** The rules of some packs, each once, at the worst level that one of them gives it; sorted by id. */
export function packRules(names: readonly RulePackName[]): readonly ChosenRule[] {
  const chosen = new Map<string, ChosenRule>();
  for (const { rule, level, packs = [] } of names.flatMap((name) => RULE_PACKS[name].rules)) {
    const known = chosen.get(rule.id);
    chosen.set(rule.id, {
      rule,
      level: worst(level, known?.level ?? level),
      packs: [...new Set([...(known?.packs ?? []), ...packs])],
    });
  }
  return RULES.flatMap(({ id }) => chosen.get(id) ?? []);
}
