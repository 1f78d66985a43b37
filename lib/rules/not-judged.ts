import type { RulePackName } from "../pack-names";
import type { Posture } from "../posture/model";
import { knows } from "../posture/tenant-parts";
import { RULES } from "./";
import {
  CONTROL_LIST_NAMES,
  CONTROL_LISTS,
  type Control,
  type ControlList,
  type ControlListName,
  type ControlRest,
  type Look,
} from "./controls";
import type { Rule } from "./rule";

/** A control that no rule holds against a posture, so that its absence from the findings says nothing. */
export interface NotJudged {
  readonly list: ControlListName;
  /** Its id in the list. */
  readonly control: string;
  readonly asks: string;
  /** The part that is not judged, in words. Absent: nothing of it is. */
  readonly part?: string;
  /** The tenants for which it is not judged. Absent: whatever the tenant. */
  readonly tenants?: readonly string[];
  /** Where somebody sees it. */
  readonly look: Look;
}

/**
 * What the chosen control lists ask for and rules do not hold against this posture: because no rule reads it, or because
 * this source does not show it. In the order of the lists.
 * @param tenants names of all tenants that are to be judged; those that the posture does not hold are not
 */
export function notJudged(
  posture: Posture,
  packs: readonly RulePackName[],
  tenants: readonly string[] = posture.tenants.map(({ name }) => name),
): readonly NotJudged[] {
  return CONTROL_LIST_NAMES.filter((name) => packs.includes(name)).flatMap((list) => {
    const { controls, notJudged: never }: ControlList = CONTROL_LISTS[list];
    return [
      ...Object.entries(controls).flatMap(([control, facts]) => {
        const rules = rulesOf(list, control);
        return leftOf(facts, rules, posture, tenants).map((left) => ({
          list,
          control,
          asks: facts.asks,
          ...left,
        }));
      }),
      ...Object.entries(never).map(([control, { asks, look }]) => ({ list, control, asks, look })),
    ];
  });
}

/** The rules that find a control unmet. */
export function rulesOf(list: ControlListName, control: string): readonly Rule[] {
  return RULES.filter(({ controls }) =>
    (controls?.[list] as readonly string[] | undefined)?.includes(control),
  );
}

type Left = Pick<NotJudged, "part" | "tenants" | "look">;

function leftOf(
  { look, rest }: Control,
  rules: readonly Rule[],
  posture: Posture,
  tenants: readonly string[],
): readonly Left[] {
  const able = rules.filter(({ from }) => from?.includes(posture.source) ?? true);
  const part = rest ? restOf(rest, posture, tenants) : [];
  if (able.some((rule) => rule.of === "domain")) return part;
  const judged = posture.tenants.filter((tenant) =>
    able.some((rule) => rule.of === "tenant" && knows(tenant, rule.reads)),
  );
  if (!look || judged.length === 0) return look ? [{ look }] : [];
  const others = tenants.filter((name) => !judged.some((tenant) => tenant.name === name));
  return [...(others.length > 0 ? [{ look, tenants: others }] : []), ...part];
}

function restOf(
  { part, look, unless }: ControlRest,
  { tenants: known }: Posture,
  all: readonly string[],
): readonly Left[] {
  if (unless === undefined) return [{ part, look }];
  const blind = all.filter((name) => !known.some((tenant) => tenant.name === name && knows(tenant, unless)));
  if (blind.length === 0 && all.length > 0) return [];
  return [{ part, look, ...(blind.length < all.length ? { tenants: blind } : {}) }];
}
