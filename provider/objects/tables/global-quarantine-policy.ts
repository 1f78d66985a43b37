import { flag, listed, name, word } from "../attribute";
import { atMost } from "../cross-rules";
import type { CrossRule, SingletonTable } from "../table";
import { SECURITY_ROLE } from "./parts";

const MOST_LANGUAGES = 3;
const LISTS = [
  "multi_language_sender_name",
  "esn_custom_subject",
  "multi_language_custom_disclaimer",
] as const;

/** One text for each language, in the same order. */
const alike: CrossRule = function* (values) {
  const languages = values.multi_language_setting;
  const count = Array.isArray(languages) ? languages.length : 0;
  for (const list of LISTS) {
    const texts = values[list];
    if (languages === undefined || !Array.isArray(texts) || texts.length === count) continue;
    yield {
      path: [list],
      message: "not one text for each language",
      received: String(texts.length),
      expected: `${count}, as multi_language_setting has`,
    };
  }
};

export const globalQuarantinePolicy: SingletonTable = {
  noun: "QuarantinePolicy",
  called: "GlobalQuarantinePolicy",
  kind: "singleton",
  identity: "DefaultGlobalTag",
  asked: { QuarantinePolicyType: "GlobalQuarantinePolicy" },
  made: { Name: "DefaultGlobalTag", QuarantinePolicyType: "GlobalQuarantinePolicy" },
  about: "How often users are told of their quarantine, by whom, and in which words.",
  attributes: {
    end_user_spam_notification_frequency: word(
      "EndUserSpamNotificationFrequency",
      ["04:00:00", "1.00:00:00", "7.00:00:00"],
      "How often: every four hours, every day, every week.",
    ),
    end_user_spam_notification_custom_from_address: name(
      "EndUserSpamNotificationCustomFromAddress",
      "Mailbox that sends the notifications.",
      { example: "quarantine@contoso.com" },
    ),
    organization_branding_enabled: flag(
      "OrganizationBrandingEnabled",
      "Do they have the organization's logo?",
    ),
    multi_language_setting: listed(
      "MultiLanguageSetting",
      "Languages with words of your own, at most three.",
      {
        example: ["English", "German"],
      },
    ),
    multi_language_sender_name: listed(
      "MultiLanguageSenderName",
      "Name of the sender, one for each language.",
      {
        example: ["Contoso quarantine"],
      },
    ),
    esn_custom_subject: listed("EsnCustomSubject", "Subject, one for each language.", {
      example: ["Messages in quarantine"],
    }),
    multi_language_custom_disclaimer: listed(
      "MultiLanguageCustomDisclaimer",
      "Text below, one for each language.",
      { example: ["Ask the service desk"] },
    ),
  },
  rules: [atMost("multi_language_setting", MOST_LANGUAGES), alike],
  source: "https://learn.microsoft.com/defender-office-365/quarantine-policies",
  role: SECURITY_ROLE,
  notes: [
    "A tenant in which nobody set it has none; it is made then. Which policies notify at all is said by m365_quarantine_policy.",
  ],
  example: { end_user_spam_notification_frequency: "1.00:00:00", organization_branding_enabled: true },
};
