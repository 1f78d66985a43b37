import { closest } from "../closest";
import { nameMatcher } from "../dns/name-matcher";
import type { Estate, EstatePlace } from "../estate/model";
import type { LocatedFault } from "../located-fault";
import type { RulePackName } from "../pack-names";
import { RULES } from "./";
import { type ChosenRule, packRules } from "./packs";

/** A finding that the estate accepts. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  /** Does it concern this domain or tenant? */
  concerns(subject: string): boolean;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly where: EstatePlace;
}

/** What the estate wants to be held to. */
export interface RuleChoice {
  readonly rules: readonly ChosenRule[];
  readonly suppressions: readonly Suppression[];
}

/** The estate's rules and suppressions, or what is wrong with them. */
export function chooseRules({
  rules: { packs = ["recommended"], suppress = [] },
  locateRules,
}: Estate):
  | { readonly ok: true; readonly packs: readonly RulePackName[]; readonly choice: RuleChoice }
  | { readonly ok: false; readonly problems: readonly LocatedFault[] } {
  const ids = RULES.map(({ id }) => id);
  const problems = suppress.flatMap(({ rule }, index): readonly LocatedFault[] => {
    if (ids.includes(rule)) return [];
    const near = closest(rule, ids);
    return [
      {
        ...locateRules(["suppress", index, "rule"]),
        message: "no rule has this id",
        received: JSON.stringify(rule),
        ...(near === undefined
          ? { expected: "an id of docs/reference/rules.md" }
          : { fix: `did you mean ${near}?` }),
      },
    ];
  });
  if (problems.length > 0) return { ok: false, problems };
  const suppressions = suppress.map(({ rule, reason, domains, until }, index): Suppression => {
    const matchers = domains?.map(nameMatcher);
    return {
      rule,
      reason,
      concerns: (subject) => matchers?.some((concerned) => concerned(subject)) ?? true,
      ...(until === undefined ? {} : { until }),
      where: locateRules(["suppress", index]),
    };
  });
  return { ok: true, packs, choice: { rules: packRules(packs), suppressions } };
}
