import { flag, names, shortText, text, whole, word } from "../attribute";
import { needs, onlyWith } from "../cross-rules";
import type { ObjectTable } from "../table";
import { adminDisplayName, policyName, quarantineTag, SECURITY_ROLE } from "./parts";

const ACTIONS = ["MoveToJmf", "AddXHeader", "ModifySubject", "Redirect", "Delete", "Quarantine"];
const ACTING = ["spam_action", "high_confidence_spam_action", "phish_spam_action", "bulk_spam_action"];

const action = (parameter: string, what: string) =>
  word(parameter, ACTIONS, `What happens to ${what}.`, { default: "MoveToJmf" });
const score = (parameter: string, what: string) =>
  word(parameter, ["On", "Off", "Test"], `Counts ${what} as spam. Microsoft advises Off.`, {
    default: "Off",
  });

export const hostedContentFilterPolicy: ObjectTable = {
  noun: "HostedContentFilterPolicy",
  kind: "object",
  about: "What happens to spam, bulk mail and phishing on its way in.",
  builtIn: ["Default"],
  attributes: {
    name: policyName,
    admin_display_name: adminDisplayName,
    spam_action: action("SpamAction", "spam"),
    high_confidence_spam_action: action("HighConfidenceSpamAction", "what is surely spam"),
    phish_spam_action: action("PhishSpamAction", "phishing"),
    high_confidence_phish_action: word(
      "HighConfidencePhishAction",
      ["Quarantine", "Redirect"],
      "What happens to what is surely phishing.",
      { default: "Quarantine" },
    ),
    bulk_spam_action: action("BulkSpamAction", "bulk mail from bulk_threshold on"),
    bulk_threshold: whole("BulkThreshold", [1, 9], "How much bulk is too much; the lower, the stricter.", {
      default: 7,
    }),
    mark_as_spam_bulk_mail: word(
      "MarkAsSpamBulkMail",
      ["On", "Off", "Test"],
      "Is bulk mail acted on at all?",
      {
        default: "On",
      },
    ),
    spam_quarantine_tag: quarantineTag("SpamQuarantineTag", "spam"),
    high_confidence_spam_quarantine_tag: quarantineTag("HighConfidenceSpamQuarantineTag", "sure spam"),
    phish_quarantine_tag: quarantineTag("PhishQuarantineTag", "phishing"),
    high_confidence_phish_quarantine_tag: quarantineTag(
      "HighConfidencePhishQuarantineTag",
      "sure phishing",
      "AdminOnlyAccessPolicy",
    ),
    bulk_quarantine_tag: quarantineTag("BulkQuarantineTag", "bulk mail"),
    quarantine_retention_period: whole("QuarantineRetentionPeriod", [1, 30], "Days in quarantine.", {
      default: 15,
    }),
    redirect_to_recipients: names("RedirectToRecipients", "Where an action Redirect sends mail.", {
      example: ["soc@contoso.com"],
    }),
    modify_subject_value: text("ModifySubjectValue", "What an action ModifySubject puts in front."),
    add_x_header_value: shortText(255)("AddXHeaderValue", "Name of the header of an action AddXHeader."),
    spam_zap_enabled: flag("SpamZapEnabled", "Is spam taken out of inboxes when it is found out later?", {
      default: true,
    }),
    phish_zap_enabled: flag("PhishZapEnabled", "The same for phishing.", { default: true }),
    inline_safety_tips_enabled: flag("InlineSafetyTipsEnabled", "Are safety tips shown?", { default: true }),
    allowed_senders: names("AllowedSenders", "Addresses whose mail is never spam. Baselines want none.", {
      example: ["invoices@partner.example"],
    }),
    allowed_sender_domains: names(
      "AllowedSenderDomains",
      "Domains whose mail is never spam: whoever writes in their name gets through. Baselines want none.",
      { example: ["partner.example"] },
    ),
    blocked_senders: names("BlockedSenders", "Addresses whose mail is spam.", {
      example: ["spam@example.net"],
    }),
    blocked_sender_domains: names("BlockedSenderDomains", "Domains whose mail is spam.", {
      example: ["example.net"],
    }),
    intra_org_filter_state: word(
      "IntraOrgFilterState",
      ["Default", "HighConfidencePhish", "Phish", "HighConfidenceSpam", "Spam", "Disabled"],
      "From which verdict on mail within the organization is acted on.",
      { default: "Default" },
    ),
    enable_language_block_list: flag("EnableLanguageBlockList", "Is language_block_list used?", {
      default: false,
    }),
    language_block_list: names("LanguageBlockList", "Languages that are spam, by ISO 639-1.", {
      example: ["RU"],
    }),
    enable_region_block_list: flag("EnableRegionBlockList", "Is region_block_list used?", { default: false }),
    region_block_list: names("RegionBlockList", "Countries whose mail is spam, by ISO 3166-1.", {
      example: ["KP"],
    }),
    increase_score_with_image_links: score("IncreaseScoreWithImageLinks", "links to pictures elsewhere"),
    increase_score_with_numeric_ips: score("IncreaseScoreWithNumericIps", "links by address"),
    mark_as_spam_spf_record_hard_fail: score("MarkAsSpamSpfRecordHardFail", "a hard fail of SPF"),
    mark_as_spam_ndr_backscatter: score("MarkAsSpamNdrBackscatter", "reports on what nobody sent"),
  },
  rules: [
    ...[...ACTING, "high_confidence_phish_action"].map((one) =>
      needs(one, "Redirect", "redirect_to_recipients"),
    ),
    ...ACTING.map((one) => needs(one, "ModifySubject", "modify_subject_value")),
    ...ACTING.map((one) => needs(one, "AddXHeader", "add_x_header_value")),
    onlyWith("language_block_list", "enable_language_block_list", true),
    onlyWith("region_block_list", "enable_region_block_list", true),
  ],
  source: "https://learn.microsoft.com/defender-office-365/anti-spam-policies-configure",
  role: SECURITY_ROLE,
  effect: "up to an hour",
  example: { name: "Default", spam_action: "Quarantine", bulk_threshold: 6, allowed_sender_domains: [] },
};
