import type { Level, Rule } from "../rule";

/** A named selection of rules: it only lists. */
export interface RulePack {
  readonly name: string;
  readonly title: string;
  readonly rules: readonly RulePackEntry[];
}

export interface RulePackEntry {
  readonly rule: Rule;
  /** The control that asks for it, e.g. `MS.EXO.2.2v3`; several where one rule serves several. */
  readonly controls?: readonly string[];
  /** @default the rule's own */
  readonly level?: Level;
}

/** A rule with the level it is run at. */
export interface ChosenRule {
  readonly rule: Rule;
  readonly level: Level;
}
