import { flag, name, text } from "../attribute";
import { onlyWith, someOf } from "../cross-rules";
import type { ObjectTable } from "../table";
import { ACTIONS, overridden, reported } from "./dlp-rule-actions";
import { CONDITIONS, EXCEPTIONS } from "./dlp-rule-conditions";
import { policyName } from "./parts";

export const dlpComplianceRule: ObjectTable = {
  noun: "DlpComplianceRule",
  kind: "object",
  service: "purview",
  about: "A rule of a policy against data loss: what it looks for, and what is done then.",
  attributes: {
    name: { ...policyName, about: "Name of the rule, at most 64 characters." },
    policy: name("Policy", "Name of the policy that it belongs to.", {
      property: "ParentPolicyName",
      required: true,
      replaces: true,
      refersTo: "m365_dlp_compliance_policy",
    }),
    comment: text("Comment", "A note for administrators."),
    disabled: flag("Disabled", "Is it off?", { default: false }),
    ...CONDITIONS,
    ...EXCEPTIONS,
    ...ACTIONS,
  },
  rules: [
    someOf(Object.keys(CONDITIONS), "the rule has no condition"),
    onlyWith("block_access_scope", "block_access", true),
    reported,
    overridden,
  ],
  source: "https://learn.microsoft.com/powershell/module/exchangepowershell/new-dlpcompliancerule",
  licence: "Microsoft Purview Data Loss Prevention",
  role: "Compliance Administrator",
  effect: "an hour, up to a day",
  notes: [
    "What only an advanced rule can say (conditions within conditions, labels, levels of confidence) is not managed.",
    "Rules of one policy are tried in the order in which they were made; that order is not managed.",
    "Actions on mail alone (encrypt, quarantine, redirect, subject) need a policy for mail alone.",
  ],
  example: {
    name: "Payment cards to the outside",
    policy: "${m365_dlp_compliance_policy.payment_cards.name}",
    content_contains_sensitive_information: ["Credit Card Number"],
    access_scope: "NotInOrganization",
    block_access: true,
    notify_user: ["LastModifier"],
  },
};
