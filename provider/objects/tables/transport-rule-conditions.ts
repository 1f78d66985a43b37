import {
  attributePatterns,
  flag,
  name,
  type ObjectAttribute,
  patterns,
  recipients,
  size,
  text,
  whole,
  word,
  words,
} from "../attribute";
import { ADDRESSES } from "../codec/lists";

const PEOPLE = { example: ["anna@contoso.com"] } as const;
const GROUPS = { example: ["sales@contoso.com"] } as const;
const WORDS = { example: ["invoice"] } as const;
const PATTERNS = { example: ["^inv[0-9]+$"] } as const;
const off = { default: false } as const;
const RELATION = ["Manager", "DirectReport"];
const IN_OR_OUT = ["InOrganization", "NotInOrganization"];
const TYPES = [
  "OOF",
  "AutoForward",
  "Encrypted",
  "Calendaring",
  "PermissionControlled",
  "Voicemail",
  "Signed",
  "ApprovalRequest",
  "ReadReceipt",
];

/** What a message has to be for a rule: all of them, and of each any member. */
export const CONDITIONS: Readonly<Record<string, ObjectAttribute>> = {
  from: recipients("From", "Senders.", PEOPLE),
  from_member_of: recipients("FromMemberOf", "Groups of senders.", GROUPS),
  from_scope: word("FromScope", IN_OR_OUT, "Where the sender is."),
  from_address_contains_words: words("FromAddressContainsWords", "In the sender's address.", WORDS),
  from_address_matches_patterns: patterns(
    "FromAddressMatchesPatterns",
    "Regular expressions for it.",
    PATTERNS,
  ),
  sender_domain_is: recipients("SenderDomainIs", "Domains of senders, with subdomains.", {
    example: ["fabrikam.com"],
  }),
  sender_ip_ranges: {
    ...recipients(
      "SenderIpRanges",
      "Addresses, ranges a-b and networks of the last server before Microsoft.",
      { cleared: null, example: ["192.0.2.0/24"] },
    ),
    codec: ADDRESSES,
  },
  sender_management_relationship: word(
    "SenderManagementRelationship",
    RELATION,
    "What the sender is to a recipient.",
  ),
  sender_ad_attribute_contains_words: words(
    "SenderADAttributeContainsWords",
    "Attribute:word,word of the sender.",
    { example: ["Department:Sales"] },
  ),
  sender_ad_attribute_matches_patterns: attributePatterns(
    "SenderADAttributeMatchesPatterns",
    "Attribute:pattern of the sender.",
    { example: ["Department:^Sales$"] },
  ),
  sent_to: recipients("SentTo", "Recipients.", PEOPLE),
  sent_to_member_of: recipients("SentToMemberOf", "Groups of recipients.", GROUPS),
  sent_to_scope: word("SentToScope", IN_OR_OUT, "Where a recipient is."),
  recipient_domain_is: recipients("RecipientDomainIs", "Domains of recipients, with subdomains.", {
    example: ["fabrikam.com"],
  }),
  recipient_address_contains_words: words(
    "RecipientAddressContainsWords",
    "In a recipient's address; only those recipients are acted on.",
    WORDS,
  ),
  recipient_address_matches_patterns: patterns(
    "RecipientAddressMatchesPatterns",
    "Regular expressions for it.",
    PATTERNS,
  ),
  recipient_ad_attribute_contains_words: words(
    "RecipientADAttributeContainsWords",
    "Attribute:word,word of a recipient.",
    { example: ["Department:Sales"] },
  ),
  recipient_ad_attribute_matches_patterns: attributePatterns(
    "RecipientADAttributeMatchesPatterns",
    "Attribute:pattern of a recipient.",
    { example: ["Department:^Sales$"] },
  ),
  any_of_recipient_address_contains_words: words(
    "AnyOfRecipientAddressContainsWords",
    "In any recipient's address; the whole message is acted on.",
    WORDS,
  ),
  any_of_recipient_address_matches_patterns: patterns(
    "AnyOfRecipientAddressMatchesPatterns",
    "Regular expressions for it.",
    PATTERNS,
  ),
  any_of_to_header: recipients("AnyOfToHeader", "Anyone in To.", PEOPLE),
  any_of_to_header_member_of: recipients("AnyOfToHeaderMemberOf", "Anyone of these groups in To.", GROUPS),
  any_of_cc_header: recipients("AnyOfCcHeader", "Anyone in Cc.", PEOPLE),
  any_of_cc_header_member_of: recipients("AnyOfCcHeaderMemberOf", "Anyone of these groups in Cc.", GROUPS),
  any_of_to_cc_header: recipients("AnyOfToCcHeader", "Anyone in To or Cc.", PEOPLE),
  any_of_to_cc_header_member_of: recipients(
    "AnyOfToCcHeaderMemberOf",
    "Anyone of these groups in To or Cc.",
    GROUPS,
  ),
  between_member_of1: recipients("BetweenMemberOf1", "Between these groups …", GROUPS),
  between_member_of2: recipients("BetweenMemberOf2", "… and these.", GROUPS),
  manager_for_evaluated_user: word(
    "ManagerForEvaluatedUser",
    ["Recipient", "Sender"],
    "Whose manager manager_addresses are.",
  ),
  manager_addresses: recipients("ManagerAddresses", "The managers.", PEOPLE),
  subject_contains_words: words("SubjectContainsWords", "In the subject.", WORDS),
  subject_matches_patterns: patterns("SubjectMatchesPatterns", "Regular expressions for it.", PATTERNS),
  subject_or_body_contains_words: words("SubjectOrBodyContainsWords", "In the subject or the text.", WORDS),
  subject_or_body_matches_patterns: patterns(
    "SubjectOrBodyMatchesPatterns",
    "Regular expressions for both.",
    PATTERNS,
  ),
  header_contains_message_header: name(
    "HeaderContainsMessageHeader",
    "The header that header_contains_words is about.",
    { example: "X-Mailer" },
  ),
  header_contains_words: words("HeaderContainsWords", "In that header.", WORDS),
  header_matches_message_header: name(
    "HeaderMatchesMessageHeader",
    "The header that header_matches_patterns is about.",
    { example: "X-MS-Exchange-Inbox-Rules-Loop" },
  ),
  header_matches_patterns: patterns("HeaderMatchesPatterns", "Regular expressions for it.", PATTERNS),
  attachment_contains_words: words("AttachmentContainsWords", "In an attachment.", WORDS),
  attachment_matches_patterns: patterns(
    "AttachmentMatchesPatterns",
    "Regular expressions for its text.",
    PATTERNS,
  ),
  attachment_name_matches_patterns: patterns(
    "AttachmentNameMatchesPatterns",
    "Regular expressions for its name.",
    PATTERNS,
  ),
  attachment_extension_matches_words: words(
    "AttachmentExtensionMatchesWords",
    "Its extension, without the dot.",
    { example: ["docm"] },
  ),
  attachment_property_contains_words: words(
    "AttachmentPropertyContainsWords",
    "Property:word,word of an Office file.",
    { example: ["Author:Anna"] },
  ),
  attachment_has_executable_content: flag("AttachmentHasExecutableContent", "Can an attachment be run?", off),
  attachment_is_password_protected: flag("AttachmentIsPasswordProtected", "Has one a password?", off),
  attachment_is_unsupported: flag("AttachmentIsUnsupported", "Is there one that cannot be read?", off),
  attachment_processing_limit_exceeded: flag(
    "AttachmentProcessingLimitExceeded",
    "Were they too much to read?",
    off,
  ),
  attachment_size_over: size("AttachmentSizeOver", "Is an attachment of this size, or larger?"),
  message_size_over: size("MessageSizeOver", "Is the whole message?"),
  message_type_matches: word(
    "MessageTypeMatches",
    TYPES,
    "Its type. AutoForward does not see forwarding by mailbox settings.",
  ),
  content_character_set_contains_words: words(
    "ContentCharacterSetContainsWords",
    "Names of character sets.",
    { example: ["gb2312"] },
  ),
  scl_over: whole("SCLOver", [-1, 9], "Is its spam confidence level that, or higher?", { example: 5 }),
  with_importance: word("WithImportance", ["Low", "Normal", "High"], "Its importance."),
  has_classification: text("HasClassification", "A classification."),
  has_no_classification: flag("HasNoClassification", "Has it none?", off),
};

/** Each condition once more, as what a message must not be. */
export function exceptions(
  conditions: Readonly<Record<string, ObjectAttribute>>,
): Readonly<Record<string, ObjectAttribute>> {
  return Object.fromEntries(
    Object.entries(conditions).map(([one, attribute]) => [
      `except_if_${one}`,
      {
        ...attribute,
        parameter: `ExceptIf${attribute.parameter}`,
        property: `ExceptIf${attribute.property}`,
        about: `Exception to the rule, as ${one}.`,
      },
    ]),
  );
}
