import { closest } from "../../closest";
import type { Path } from "../../fault";
import { BASELINES } from "../baselines/baseline";
import type { PlannedOrder } from "../exchange-plan";
import { openings } from "../loosening";
import { attributesOf, type ExchangeKind, type Value, type Values } from "../objects";
import type { ExchangeOptions, MailFlowRuleOptions, MailFlowRulesOptions } from "../options";
import type { Draft, Imposed } from "./draft";
import { ordered, prefixed } from "./families";

/** The rules that are ready, in the order in which they are tried. */
const READY_RULES = [
  "block-auto-forward",
  "external-tag",
  "encrypt-on-subject",
  "reject-direct-send",
  "no-scl-bypass",
] as const;
type ReadyRule = (typeof READY_RULES)[number];

const isReady = (key: string): key is ReadyRule => READY_RULES.some((one) => one === key);

/** The rules of a tenant, those of its baseline among them. */
export function rulesOf({ rules = {}, protection }: ExchangeOptions): MailFlowRulesOptions {
  const { baseline = "none" } = protection ?? {};
  const asked = baseline === "none" ? [] : Object.keys(BASELINES[baseline].rules);
  // CISA asks for the rule alone, and says nothing of Outlook's tag.
  return { ...Object.fromEntries(asked.map((key) => [key, { outlook: false }])), ...rules };
}

/** What ready rules ask of other objects. */
export function imposedBy(
  rules: MailFlowRulesOptions,
): ReadonlyMap<ExchangeKind, ReadonlyMap<string, Imposed>> {
  const all = new Map<ExchangeKind, Map<string, Imposed>>();
  const impose = (by: ReadyRule, kind: ExchangeKind, attribute: string, value: Value) => {
    const of = all.get(kind) ?? new Map<string, Imposed>();
    all.set(kind, of.set(attribute, { value, by: `rules.${by}` }));
  };
  if (isOn(rules["block-auto-forward"])) {
    impose("block-auto-forward", "hosted-outbound-spam-filter-policy", "autoForwardingMode", "Off");
    impose("block-auto-forward", "remote-domain", "autoForwardEnabled", false);
  }
  if (isOn(rules["reject-direct-send"])) {
    impose("reject-direct-send", "organization-config", "rejectDirectSend", true);
  }
  const tag = rules["external-tag"];
  if (isOn(tag) && tag?.outlook !== false) {
    impose("external-tag", "external-in-outlook", "enabled", true);
    if (tag?.allowList) impose("external-tag", "external-in-outlook", "allowList", tag.allowList);
  }
  return all;
}

function isOn(rule: MailFlowRuleOptions | undefined): boolean {
  return rule !== undefined && rule.enabled !== false;
}

/** Plans mail flow rules and their order. */
export function planRules(options: ExchangeOptions, draft: Draft): readonly PlannedOrder[] {
  const rules = rulesOf(options);
  const forbidsBypass = isOn(rules["no-scl-bypass"]);
  const keys = [
    ...READY_RULES.filter((key) => key in rules),
    ...Object.keys(rules)
      .filter((key) => !isReady(key))
      .sort(),
  ];
  const made = keys.filter((key) => {
    const rule = rules[key];
    return rule !== undefined && planRule(key, rule, forbidsBypass, draft);
  });
  const first = ordered(made, options.ruleOrder, draft, [], "ruleOrder");
  return first.length > 1 ? [{ kind: "transport-rule", rules: first.map(idOf) }] : [];
}

const idOf = (key: string) => `Rule-${key}`;

/** @returns whether it is a mail flow rule */
function planRule(key: string, rule: MailFlowRuleOptions, forbidsBypass: boolean, draft: Draft): boolean {
  const path: Path = ["rules", key];
  const planned = isReady(key) ? readyRule(key, rule) : ownRule(key, rule, draft, path);
  if (!planned) return false;
  const name = draft.nameOf(key, rule.name ?? planned.name, path);
  const values = { name, ...settingsOf(rule), ...planned.values };
  const found = forbidsBypass ? openings("transport-rule", values) : [];
  for (const { attribute, words } of found) {
    draft.faults.push({
      path: [...path, "do", attribute],
      message: `no-scl-bypass forbids it: ${words}`,
      fix: "take the rule out, or no-scl-bypass",
    });
  }
  draft.add({
    id: idOf(key),
    kind: "transport-rule",
    values,
    path,
    at: (attribute) => ["do", attribute],
    // What is forbidden is told once.
    allow:
      found.length > 0
        ? Object.fromEntries(found.map(({ attribute }) => [attribute, "forbidden"]))
        : rule.allow,
  });
  return true;
}

interface Planned {
  readonly name?: string;
  readonly values: Values;
}

/** A rule that is ready; none where it is no mail flow rule, or only Outlook's tag. */
function readyRule(key: ReadyRule, rule: MailFlowRuleOptions): Planned | undefined {
  const unless = prefixed((rule.unless ?? {}) as Values);
  switch (key) {
    case "block-auto-forward":
      return {
        name: "Block automatic forwarding to the outside",
        values: {
          fromScope: "InOrganization",
          sentToScope: "NotInOrganization",
          messageTypeMatches: "AutoForward",
          rejectMessageReasonText:
            rule.text ?? "Automatic forwarding to addresses outside the organization is not allowed.",
          rejectMessageEnhancedStatusCode: "5.7.1",
        },
      };
    case "external-tag": {
      const { subject = "[External] " } = rule;
      if (subject === false) return undefined;
      const words = unless.exceptIfSubjectContainsWords;
      return {
        name: "Mark mail from outside",
        values: {
          fromScope: "NotInOrganization",
          prependSubject: subject,
          ...unless,
          // Answers to answers would gather one mark after the other.
          exceptIfSubjectContainsWords: [
            ...new Set([subject.trim(), ...(Array.isArray(words) ? words : [])]),
          ],
        },
      };
    }
    case "encrypt-on-subject":
      return {
        name: "Encrypt on request",
        values: {
          sentToScope: "NotInOrganization",
          subjectContainsWords: rule.words ?? ["[encrypt]"],
          applyRightsProtectionTemplate: rule.template ?? "Encrypt",
          ...unless,
        },
      };
    default:
      return undefined;
  }
}

function ownRule(key: string, rule: MailFlowRuleOptions, draft: Draft, path: Path): Planned | undefined {
  const actions = (rule.do ?? {}) as Values;
  if (Object.keys(actions).length === 0) {
    const near = closest(key, READY_RULES);
    draft.faults.push({
      path,
      message: "no ready rule has this name, and a rule of your own says what it does",
      received: JSON.stringify(key),
      expected: "do",
      ...(near === undefined ? {} : { fix: `did you mean ${near}?` }),
    });
    return undefined;
  }
  return { values: { ...(rule.when ?? {}), ...prefixed((rule.unless ?? {}) as Values), ...actions } };
}

/** How a rule is tried. */
function settingsOf(rule: MailFlowRuleOptions): Values {
  const facts = attributesOf("transport-rule");
  return Object.fromEntries(
    Object.entries(rule).filter(([key]) => key !== "name" && facts.get(key)?.part === "setting"),
  ) as Values;
}
