import type { RulePackName } from "../../pack-names";
import type { Level, Rule } from "../rule";

/** A named selection of rules. */
export interface RulePack {
  readonly name: RulePackName;
  readonly title: string;
  /** Sorted by id, each with the level that the pack gives it. */
  readonly rules: readonly ChosenRule[];
}

/** A rule with the level it is run at. */
export interface ChosenRule {
  readonly rule: Rule;
  readonly level: Level;
  /** The packs that chose it: a rule may hold a posture to each one's own list. @default recommended alone */
  readonly packs?: readonly RulePackName[];
}
