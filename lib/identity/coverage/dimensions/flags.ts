import type { Literal } from "../conditions";
import type { AccessFilter } from "../policy";
import type { SignIn } from "../sign-in";
import { distinct, type Held, literal, type Phrase, type Variables } from "./dimension";

/** Rules over attributes that nobody here can evaluate: whether one matches is a question of its own. */
export interface FilterFlags {
  /** The rule of a filter matches, if it has this mode. */
  matching(filter: AccessFilter | undefined, mode: AccessFilter["mode"]): readonly Literal[];
  describe(box: Held): readonly Phrase[];
}

/** @param subject what the rules are about: `on devices` */
export function filterFlags(
  variables: Variables,
  filters: Iterable<AccessFilter | undefined>,
  matched: (signIn: SignIn) => readonly string[],
  subject: string,
): FilterFlags {
  const rules = distinct([...filters].flatMap((filter) => (filter ? [plain(filter.rule)] : [])));
  const flags = new Map(
    rules.map((rule) => [rule, variables.addFlag((signIn) => matched(signIn).map(plain).includes(rule))]),
  );
  return {
    matching(filter, mode) {
      const variable = filter?.mode === mode ? flags.get(plain(filter.rule)) : undefined;
      return variable === undefined ? [] : [literal(variable, [1])];
    },
    describe: (box) =>
      [...flags].flatMap(([rule, at]): readonly Phrase[] => {
        const held = box(at);
        if (!held) return [];
        const verb = held.includes(1) ? "match" : "do not match";
        return [{ part: "when", text: `${subject} that ${verb} the filter ${rule}` }];
      }),
  };
}

/** Rules that differ in white space alone are one. */
function plain(rule: string): string {
  return rule.trim().replaceAll(/\s+/g, " ");
}
