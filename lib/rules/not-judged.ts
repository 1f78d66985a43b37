import { TITLES } from "../exchange/objects";
import type { RulePackName } from "../pack-names";
import { objectsOf, titled } from "../posture/facts/exchange-objects";
import { missingLicence } from "../posture/facts/licences";
import type { PartNotRead, Posture, TenantPosture } from "../posture/model";
import { isKind, isWhole, knows } from "../posture/tenant-parts";
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
import type { ChosenRule } from "./packs/pack";
import type { Rule, TenantRule } from "./rule";

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
  /** It was to be read from the tenant and could not be: nobody knows whether it is met. @default false */
  readonly lost?: true;
  /** Why it could not be read, or what the tenant has not bought. From outside. */
  readonly why?: string;
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

type Left = Pick<NotJudged, "part" | "tenants" | "look" | "lost" | "why">;

function leftOf(
  { look, rest }: Control,
  rules: readonly Rule[],
  posture: Posture,
  tenants: readonly string[],
): readonly Left[] {
  const able = rules.filter(({ from }) => from?.includes(posture.source) ?? true);
  const over = able.flatMap((rule) => (rule.of === "tenant" ? [rule] : []));
  const part = rest ? restOf(rest, posture, tenants) : [];
  if (able.length > over.length) return part;
  const judged = posture.tenants.filter((tenant) => over.some((rule) => knows(tenant, rule.reads)));
  const others = tenants.filter((name) => !judged.some((tenant) => tenant.name === name));
  const blind = posture.tenants.filter(({ name }) => others.includes(name));
  const why = whyNot(blind.flatMap((tenant) => over.flatMap((rule) => notReadOf(tenant, rule))));
  if (!look || judged.length === 0) return look ? [{ look, ...why }] : [];
  return [
    ...(others.length > 0 ? [{ look, tenants: others, ...why }] : []),
    ...part,
    ...judged.flatMap((tenant) => blindSpots(tenant, over, look)),
  ];
}

function restOf(
  { part, look, unless, unlessWhole }: ControlRest,
  { tenants: known }: Posture,
  all: readonly string[],
): readonly Left[] {
  if (unless === undefined && unlessWhole === undefined) return [{ part, look }];
  const isSeen = (tenant: TenantPosture) =>
    (unless !== undefined && knows(tenant, unless)) ||
    (unlessWhole !== undefined && isWhole(tenant, unlessWhole));
  const blind = all.filter((name) => !known.some((tenant) => tenant.name === name && isSeen(tenant)));
  if (blind.length === 0 && all.length > 0) return [];
  const reasons = known
    .filter(({ name }) => blind.includes(name))
    .flatMap(({ notRead = [] }) => notRead.filter((one) => one.part === (unlessWhole ?? unless)));
  return [{ part, look, ...(blind.length < all.length ? { tenants: blind } : {}), ...whyNot(reasons) }];
}

/** Something that a rule did not see. */
type Unseen = Pick<PartNotRead, "why" | "licence">;

function notReadOf({ notRead = [] }: TenantPosture, { reads }: TenantRule): readonly PartNotRead[] {
  return notRead.filter(({ part }) => part === reads);
}

function whyNot(unseen: readonly Unseen[]): Pick<NotJudged, "why" | "lost"> {
  if (unseen.length === 0) return {};
  const words = [...new Set(unseen.map(({ why }) => why))];
  return {
    why: words.join("; "),
    ...(unseen.some(({ licence }) => licence === undefined) ? { lost: true } : {}),
  };
}

/** How many things that were not seen one line names. */
const MOST_NAMED = 5;

/** What the rules of one control did not see of a tenant that was read, though others of them did. */
function blindSpots(tenant: TenantPosture, rules: readonly TenantRule[], look: Look): readonly Left[] {
  const unseen = rules.flatMap((rule): readonly Unseen[] =>
    knows(tenant, rule.reads)
      ? [...unseenValues(tenant, rule), ...unseenPolicies(tenant, rule)]
      : notReadOf(tenant, rule),
  );
  const words = [...new Set(unseen.map(({ why }) => why))];
  if (words.length === 0) return [];
  const shown = words.slice(0, MOST_NAMED);
  const more = words.length - shown.length;
  return [
    {
      part: [...shown, ...(more > 0 ? [`${more} more`] : [])].join("; "),
      tenants: [tenant.name],
      look,
      ...(unseen.some(({ licence }) => licence === undefined) ? { lost: true as const } : {}),
    },
  ];
}

/**
 * What the chosen rules were to see of tenants and did not, a line each: nobody knows what they would have found. What a
 * tenant has not bought is not among it.
 */
export function unseenByRules(posture: Posture, rules: readonly ChosenRule[]): readonly string[] {
  const over = rules.flatMap(({ rule }) =>
    rule.of === "tenant" && (rule.from?.includes(posture.source) ?? true) ? [rule] : [],
  );
  return posture.tenants.flatMap((tenant) => {
    const parts = new Map<string, Set<string>>();
    const values = new Set<string>();
    for (const rule of over) {
      if (knows(tenant, rule.reads)) {
        for (const { why, licence } of [...unseenValues(tenant, rule), ...unseenPolicies(tenant, rule)])
          if (licence === undefined) values.add(why);
      } else {
        for (const { part, why, licence } of notReadOf(tenant, rule))
          if (licence === undefined) parts.set(why, (parts.get(why) ?? new Set()).add(part));
      }
    }
    return [
      ...[...parts].map(
        ([why, names]) => `${tenant.name}: not read: ${[...names].sort().join(", ")}: ${why}`,
      ),
      ...[...values].map((why) => `${tenant.name}: not known: ${why}`),
    ];
  });
}

/** Attributes that the tenant itself does not show. */
function unseenValues(tenant: TenantPosture, { reads, asks = [] }: TenantRule): readonly Unseen[] {
  if (tenant.whole === undefined) return [];
  const kind = reads === "forwarding" ? "hosted-outbound-spam-filter-policy" : reads;
  if (!isKind(kind)) return [];
  const whole = missingLicence(tenant, kind);
  if (whole !== undefined) return [{ why: `${TITLES[kind]}, which needs ${whole}`, licence: whole }];
  return objectsOf(tenant, kind).flatMap((object) =>
    asks.flatMap((attribute): readonly Unseen[] => {
      const licence = missingLicence(tenant, kind, attribute);
      if (licence !== undefined)
        return [{ why: `${attribute} of ${titled(object)}, which needs ${licence}`, licence }];
      return object.unknown?.includes(attribute) ? [{ why: `${attribute} of ${titled(object)}` }] : [];
    }),
  );
}

/** Policies of which not everything is known decide nothing here, though they may. */
function unseenPolicies(tenant: TenantPosture, { reads }: TenantRule): readonly Unseen[] {
  if (tenant.whole === undefined || reads !== "policies") return [];
  return (tenant.policies ?? []).flatMap(({ policy, unknown = [], unread = [] }) =>
    policy.state === "disabled" || unknown.length + unread.length === 0
      ? []
      : [{ why: `the policy ${policy.displayName}: ${[...unknown, ...unread].join(", ")}` }],
  );
}
