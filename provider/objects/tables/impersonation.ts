import { flag, names, people, whole, word } from "../attribute";
import { atMost, needs, onlyWith } from "../cross-rules";
import type { CrossRule } from "../table";
import { DEFENDER, quarantineTag } from "./parts";

const ACTIONS = ["NoAction", "BccMessage", "Delete", "MoveToJmf", "Quarantine", "Redirect"];
const licensed = { licence: DEFENDER, needs: "defender-p1" } as const;

/** The action on one kind of impersonation, and where its copies go. */
const onImpersonation = (subject: string, what: string) =>
  [
    word(`${subject}ProtectionAction`, ACTIONS, `What happens to mail that passes for ${what}.`, {
      default: "NoAction",
      ...licensed,
    }),
    names(
      `${subject}${subject === "MailboxIntelligence" ? "Protection" : ""}ActionRecipients`,
      "Where the actions BccMessage and Redirect send it.",
      { ...licensed, example: ["soc@contoso.com"] },
    ),
    { ...quarantineTag(`${subject}QuarantineTag`, `mail that passes for ${what}`), ...licensed },
  ] as const;

const [user, userCopies, userTag] = onImpersonation("TargetedUser", "a protected user");
const [domain, domainCopies, domainTag] = onImpersonation("TargetedDomain", "a protected domain");
const [mailbox, mailboxCopies, mailboxTag] = onImpersonation("MailboxIntelligence", "a usual correspondent");
const off = (parameter: string, about: string) => flag(parameter, about, { default: false, ...licensed });

/** Whom nobody may pass for, and what happens to mail that tries. */
export const IMPERSONATION = {
  phish_threshold_level: whole("PhishThresholdLevel", [1, 4], "1 is standard, 4 the most aggressive.", {
    default: 1,
    ...licensed,
  }),
  enable_targeted_user_protection: off(
    "EnableTargetedUserProtection",
    "Are targeted_users_to_protect protected?",
  ),
  targeted_users_to_protect: people("TargetedUsersToProtect", "Name;address of up to 350 people.", {
    ...licensed,
    example: ["Anna Berg;anna@contoso.com"],
  }),
  targeted_user_protection_action: user,
  targeted_user_action_recipients: userCopies,
  targeted_user_quarantine_tag: userTag,
  enable_organization_domains_protection: off(
    "EnableOrganizationDomainsProtection",
    "Are all accepted domains protected?",
  ),
  enable_targeted_domains_protection: off(
    "EnableTargetedDomainsProtection",
    "Are targeted_domains_to_protect protected?",
  ),
  targeted_domains_to_protect: names("TargetedDomainsToProtect", "Others' domains.", {
    ...licensed,
    example: ["partner.example"],
  }),
  targeted_domain_protection_action: domain,
  targeted_domain_action_recipients: domainCopies,
  targeted_domain_quarantine_tag: domainTag,
  enable_mailbox_intelligence: flag("EnableMailboxIntelligence", "Does it learn who writes to whom?", {
    default: true,
    ...licensed,
  }),
  enable_mailbox_intelligence_protection: off("EnableMailboxIntelligenceProtection", "Does it act on that?"),
  mailbox_intelligence_protection_action: mailbox,
  mailbox_intelligence_protection_action_recipients: mailboxCopies,
  mailbox_intelligence_quarantine_tag: mailboxTag,
  enable_similar_users_safety_tips: off(
    "EnableSimilarUsersSafetyTips",
    "Tips on names like protected users'?",
  ),
  enable_similar_domains_safety_tips: off(
    "EnableSimilarDomainsSafetyTips",
    "Tips on domains like protected ones?",
  ),
  enable_unusual_characters_safety_tips: off(
    "EnableUnusualCharactersSafetyTips",
    "Tips on unusual characters?",
  ),
  excluded_senders: names("ExcludedSenders", "Addresses that pass for nobody.", {
    ...licensed,
    example: ["a@b.example"],
  }),
  excluded_domains: names("ExcludedDomains", "Domains that pass for nobody.", {
    ...licensed,
    example: ["b.example"],
  }),
};

/** Who is protected is named, and where copies go. */
export const IMPERSONATION_RULES: readonly CrossRule[] = [
  atMost("targeted_users_to_protect", 350),
  ...["BccMessage", "Redirect"].flatMap((action) => [
    needs("targeted_user_protection_action", action, "targeted_user_action_recipients"),
    needs("targeted_domain_protection_action", action, "targeted_domain_action_recipients"),
    needs(
      "mailbox_intelligence_protection_action",
      action,
      "mailbox_intelligence_protection_action_recipients",
    ),
  ]),
  needs("enable_targeted_user_protection", true, "targeted_users_to_protect"),
  onlyWith("enable_mailbox_intelligence_protection", "enable_mailbox_intelligence", true),
];
