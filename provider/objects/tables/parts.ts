import type { ObjectAttribute } from "../attribute";
import { enabled, name, recipients, shortText, word } from "../attribute";
import { textOf } from "../codec/scalars";
import { someOf } from "../cross-rules";
import type { CrossRule, ObjectTable } from "../table";

// What policies and rules of protection have in common.

/** https://learn.microsoft.com/defender-office-365/preset-security-policies#order-of-precedence */
export const FIRST_FITS =
  "For each recipient the first that fits decides: the strict preset, the standard preset, custom rules in their order, the default.";
export const SECURITY_ROLE = "Organization Management or Security Administrator";
export const DEFENDER = "Microsoft Defender for Office 365";

/** https://learn.microsoft.com/defender-office-365/preset-security-policies */
const PRESETS: readonly string[] = ["Standard Preset Security Policy", "Strict Preset Security Policy"];
const presetAbsent =
  "Switch the preset on once in the Defender portal, under Preset security policies: no cmdlet makes it from nothing. " +
  "From then on it is adopted.";

const MOST_OF_NAME = 64;
const named: ObjectAttribute["codec"] = {
  ...textOf(MOST_OF_NAME),
  key: (value) => String(value).toLowerCase(),
};

/** Name of a policy: `Set-` cannot change it. */
export const policyName: ObjectAttribute = {
  ...name("Name", "Name of the policy, at most 64 characters.", { required: true, replaces: true }),
  codec: named,
};

/** Name of a rule. A change of case alone is none to Exchange. */
export const ruleName: ObjectAttribute = {
  ...name("Name", "Name of the rule, at most 64 characters.", { required: true }),
  codec: named,
};

export const adminDisplayName = shortText(255)("AdminDisplayName", "A note for administrators.");
export const comments = shortText(1024)("Comments", "A note for administrators.");

/** Users see what is in quarantine, and may do with it, by a quarantine policy. */
export const quarantineTag = (parameter: string, what: string, usual = "DefaultFullAccessPolicy") =>
  name(parameter, `Quarantine policy for ${what}: what users may do with it.`, {
    default: usual,
    example: "AdminOnlyAccessPolicy",
  });

/** Whom a rule of protection is for: kinds are all to fit, of a kind any member. */
const recipientScope: Readonly<Record<string, ObjectAttribute>> = {
  sent_to: recipients("SentTo", "Recipients it is for.", { example: ["ceo@contoso.com"] }),
  sent_to_member_of: recipients("SentToMemberOf", "Groups whose members it is for.", {
    example: ["executives@contoso.com"],
  }),
  recipient_domain_is: recipients("RecipientDomainIs", "Accepted domains whose recipients it is for.", {
    example: ["contoso.com"],
  }),
  except_if_sent_to: recipients("ExceptIfSentTo", "Recipients it is not for.", {
    example: ["soc@contoso.com"],
  }),
  except_if_sent_to_member_of: recipients("ExceptIfSentToMemberOf", "Groups whose members it is not for.", {
    example: ["soc-team@contoso.com"],
  }),
  except_if_recipient_domain_is: recipients(
    "ExceptIfRecipientDomainIs",
    "Accepted domains whose recipients it is not for.",
    { example: ["test.contoso.com"] },
  ),
};

export const someRecipients: CrossRule = someOf(
  ["recipient_domain_is", "sent_to", "sent_to_member_of"],
  "the rule is for nobody",
);

/** What both rules of the preset policies are: switched and scoped, never made. */
export const presetRule = {
  kind: "object",
  builtIn: PRESETS,
  absent: presetAbsent,
  attributes: {
    name: word("Name", PRESETS, "The preset.", { required: true, replaces: true, example: PRESETS[0] ?? "" }),
    enabled,
    ...recipientScope,
  },
  source: "https://learn.microsoft.com/defender-office-365/preset-security-policies",
  role: SECURITY_ROLE,
  example: { name: PRESETS[1] ?? "", sent_to_member_of: ["executives@contoso.com"] },
} satisfies Partial<ObjectTable>;

/** The rule that says whom a policy is for: `SafeLinksRule` of `SafeLinksPolicy`. */
export function scopeRule(
  kind: string,
  policyAttribute: string,
  scope: Readonly<Record<string, ObjectAttribute>> = recipientScope,
): Readonly<Record<string, ObjectAttribute>> {
  return {
    name: ruleName,
    [policyAttribute]: name(`${kind}Policy`, "Name of the policy; each has one rule at most.", {
      required: true,
      refersTo: `m365_${policyAttribute}`,
    }),
    enabled,
    comments,
    ...scope,
  };
}
