import { both, onlyWith } from "../cross-rules";
import type { CrossRule, ObjectTable } from "../table";
import { ACTIONS } from "./transport-rule-actions";
import { CONDITIONS, exceptions } from "./transport-rule-conditions";
import { transportRuleLimits } from "./transport-rule-limits";
import { SETTINGS } from "./transport-rule-settings";

export const transportRule: ObjectTable = {
  noun: "TransportRule",
  kind: "rule",
  about: "A mail flow rule: what happens to messages that fit all conditions and no exception.",
  attributes: {
    ...SETTINGS,
    ...CONDITIONS,
    ...exceptions(CONDITIONS),
    ...ACTIONS,
  },
  rules: [
    both("set_header_name", "set_header_value"),
    // Exchange would set the other by itself, and leave it when the first goes.
    both("reject_message_reason_text", "reject_message_enhanced_status_code"),
    both("apply_html_disclaimer_text", "apply_html_disclaimer_location"),
    both("apply_html_disclaimer_text", "apply_html_disclaimer_fallback_action"),
    onlyWith("remove_rms_attachment_encryption", "remove_ome_v2", true),
    both("generate_incident_report", "incident_report_content"),
    ...["", "except_if_"].flatMap((side): readonly CrossRule[] => [
      both(`${side}header_contains_message_header`, `${side}header_contains_words`),
      both(`${side}header_matches_message_header`, `${side}header_matches_patterns`),
      both(`${side}between_member_of1`, `${side}between_member_of2`),
      both(`${side}manager_for_evaluated_user`, `${side}manager_addresses`),
    ]),
    function* ({ delete_message, ...others }) {
      const more = Object.keys(ACTIONS).filter(
        (action) => others[action] !== undefined && others[action] !== null && others[action] !== false,
      );
      if (delete_message !== true || more.length === 0) return;
      yield {
        path: ["delete_message"],
        message: "a message that is dropped takes no other action",
        received: more.join(", "),
        fix: "keep one of them",
      };
    },
  ],
  atPlan: transportRuleLimits,
  source: "https://learn.microsoft.com/exchange/security-and-compliance/mail-flow-rules/mail-flow-rules",
  role: "Organization Management or Compliance Management",
  effect: "up to 30 minutes",
  notes: [
    "Which rule comes first is said by m365_transport_rule_order.",
    "Without a condition it is for every message.",
    "Limits are read from the tenant and checked at plan: usually 300 rules, 8 KB each, 20 KB of patterns in all, 100 recipients added in all.",
    "A word or a pattern has at most 128 characters. A pattern that cannot be one is found at plan.",
  ],
  example: {
    name: "Tag mail from outside",
    from_scope: "NotInOrganization",
    prepend_subject: "[External] ",
    except_if_subject_contains_words: ["[External]"],
  },
};
