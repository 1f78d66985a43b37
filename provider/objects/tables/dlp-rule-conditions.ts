import { flag, recipients, wholeNames, word, words } from "../attribute";
import { SENSITIVE_TYPES } from "../codec/structures";

const off = { default: false } as const;
const cleared = { cleared: null } as const;
const IN_OR_OUT = ["InOrganization", "NotInOrganization"];
const domains = { example: ["fabrikam.com"] } as const;
const people = { example: ["anna@contoso.com"] } as const;

/** What a message or a file has to be. */
export const CONDITIONS = {
  content_contains_sensitive_information: {
    ...wholeNames(
      "ContentContainsSensitiveInformation",
      "Kinds of sensitive information, any of them: by name, with ;mincount=5 where once is not enough.",
      { ...cleared, example: ["Credit Card Number", "U.S. Social Security Number (SSN)"] },
    ),
    codec: SENSITIVE_TYPES,
  },
  access_scope: word(
    "AccessScope",
    IN_OR_OUT,
    "Who can read it: people of the organization only, or others too.",
  ),
  from_scope: word("FromScope", IN_OR_OUT, "Where the sender of a message is."),
  from: recipients("From", "Senders.", people),
  sent_to: wholeNames("SentTo", "Recipients.", people),
  sender_domain_is: wholeNames("SenderDomainIs", "Domains of senders.", domains),
  recipient_domain_is: wholeNames("RecipientDomainIs", "Domains of recipients.", domains),
  subject_contains_words: words("SubjectContainsWords", "In the subject.", {
    cleared: [],
    example: ["confidential"],
  }),
  content_extension_matches_words: words(
    "ContentExtensionMatchesWords",
    "Extensions of files, without the dot.",
    { cleared: [], example: ["docm"] },
  ),
  document_is_password_protected: flag(
    "DocumentIsPasswordProtected",
    "Has an attachment or a file a password?",
    off,
  ),
};

/** What it may not be. */
export const EXCEPTIONS = {
  except_if_from: recipients("ExceptIfFrom", "Not of these senders.", people),
  except_if_from_scope: word("ExceptIfFromScope", IN_OR_OUT, "Not where the sender is there."),
  except_if_sender_domain_is: wholeNames("ExceptIfSenderDomainIs", "Not of these domains.", domains),
  except_if_recipient_domain_is: wholeNames("ExceptIfRecipientDomainIs", "Not to these domains.", domains),
};
