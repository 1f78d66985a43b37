import { enabled, flag, instant, type ObjectAttribute, word } from "../attribute";
import { comments, ruleName } from "./parts";

/** How a rule is tried, whatever it does. */
export const SETTINGS: Readonly<Record<string, ObjectAttribute>> = {
  name: ruleName,
  enabled,
  comments,
  mode: word("Mode", ["Audit", "AuditAndNotify", "Enforce"], "Is it acted on, or only recorded?", {
    default: "Enforce",
  }),
  rule_error_action: word(
    "RuleErrorAction",
    ["Ignore", "Defer"],
    "Deliver it when the rule cannot be tried, or later?",
    { default: "Ignore" },
  ),
  sender_address_location: word(
    "SenderAddressLocation",
    ["Header", "Envelope", "HeaderOrEnvelope"],
    "Where conditions look for the sender's address.",
    { default: "Header" },
  ),
  recipient_address_type: word(
    "RecipientAddressType",
    ["Resolved", "Original"],
    "Recipients after rewriting, or before?",
    { default: "Resolved" },
  ),
  stop_rule_processing: flag("StopRuleProcessing", "Is no later rule tried?", { default: false }),
  set_audit_severity: word(
    "SetAuditSeverity",
    ["DoNotAudit", "Low", "Medium", "High"],
    "Severity in the log.",
  ),
  activation_date: instant("ActivationDate", "From when on."),
  expiry_date: instant("ExpiryDate", "Until when."),
};
