import type { Path } from "../../fault";
import type { PlannedOrder } from "../exchange-plan";
import type { Values } from "../objects";
import type { DataLossOptions, DataLossPolicyOptions } from "../options";
import type { BaseValues } from "./base-values";
import type { Draft } from "./draft";
import { ordered } from "./families";
import { type Licensed, refuseUnlicensed } from "./licences";

/** The policy that a baseline makes, and its rule. */
const OF_BASELINE = "default";

/** Names of what a baseline makes. */
const NAMES = { policy: "Personal data and payment cards", rule: "Personal data and payment cards leave" };

/** Plans policies against the loss of data, their rules, and their order where one is given. */
export function planDataLoss(
  { policies = {}, order }: DataLossOptions,
  base: BaseValues,
  licensed: Licensed,
  draft: Draft,
): readonly PlannedOrder[] {
  const hasBaseline = Object.keys(base.of("dlp-compliance-policy")).length > 0;
  const keys = [...new Set([...Object.keys(policies), ...(hasBaseline ? [OF_BASELINE] : [])])].sort();
  for (const key of keys) {
    planPolicy(
      key,
      policies[key] ?? {},
      hasBaseline && key === OF_BASELINE ? base : undefined,
      licensed,
      draft,
    );
  }
  if (order === undefined) return [];
  const first = ordered(keys, order, draft, ["dataLoss"]);
  return first.length > 1 ? [{ kind: "dlp-compliance-policy", rules: first.map(idOf) }] : [];
}

const idOf = (key: string) => `DataLoss-${key}`;

function planPolicy(
  key: string,
  { name, rules = {}, allow, ...own }: DataLossPolicyOptions,
  base: BaseValues | undefined,
  licensed: Licensed,
  draft: Draft,
): void {
  const path: Path = ["dataLoss", "policies", key];
  const chosen = draft.nameOf(key, name ?? (base ? NAMES.policy : undefined), path);
  refuseUnlicensed("dlp-compliance-policy", own as Values, licensed, path, draft);
  const values: Values = { name: chosen, ...base?.of("dlp-compliance-policy"), ...(own as Values) };
  draft.add({ id: idOf(key), kind: "dlp-compliance-policy", values, path, allow });
  const keys = [...new Set([...Object.keys(rules), ...(base ? [OF_BASELINE] : [])])].sort();
  if (keys.length === 0) {
    draft.faults.push({
      path: [...path, "rules"],
      message: "the policy looks for nothing",
      expected: "at least one rule",
    });
  }
  for (const rule of keys) {
    const { name: given, allow: allowed, ...said } = rules[rule] ?? {};
    const at: Path = [...path, "rules", rule];
    const usual = base && rule === OF_BASELINE ? base.of("dlp-compliance-rule") : undefined;
    // Rules of all policies share their names.
    const called = given ?? (usual ? NAMES.rule : `${chosen} ${rule}`);
    draft.add({
      id: `${idOf(key)}-Rule-${rule}`,
      kind: "dlp-compliance-rule",
      values: { name: draft.nameOf(rule, called, at), policy: chosen, ...usual, ...(said as Values) },
      names: { policy: idOf(key) },
      path: at,
      allow: allowed,
    });
  }
}
