// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text, texts, word, words } from "../config";
import { GENERATED } from "./generated";

/** What M365TransportRule is declared with. */
export interface M365TransportRuleProps extends TerraformMetaArguments {
  /** Name of the rule, at most 64 characters. */
  readonly name: string;
  /** Is the rule in use? Default: true. */
  readonly enabled?: boolean | IResolvable;
  /** A note for administrators. */
  readonly comments?: string;
  /** Is it acted on, or only recorded? One of Audit, AuditAndNotify, Enforce. Default: Enforce. */
  readonly mode?: "Audit" | "AuditAndNotify" | "Enforce";
  /** Deliver it when the rule cannot be tried, or later? One of Ignore, Defer. Default: Ignore. */
  readonly ruleErrorAction?: "Ignore" | "Defer";
  /** Where conditions look for the sender's address. One of Header, Envelope, HeaderOrEnvelope. Default: Header. */
  readonly senderAddressLocation?: "Header" | "Envelope" | "HeaderOrEnvelope";
  /** Recipients after rewriting, or before? One of Resolved, Original. Default: Resolved. */
  readonly recipientAddressType?: "Resolved" | "Original";
  /** Is no later rule tried? Default: false. */
  readonly stopRuleProcessing?: boolean | IResolvable;
  /** Severity in the log. One of DoNotAudit, Low, Medium, High. */
  readonly setAuditSeverity?: "DoNotAudit" | "Low" | "Medium" | "High";
  /** From when on. */
  readonly activationDate?: string;
  /** Until when. */
  readonly expiryDate?: string;
  /** Senders. */
  readonly from?: readonly string[];
  /** Groups of senders. */
  readonly fromMemberOf?: readonly string[];
  /** Where the sender is. One of InOrganization, NotInOrganization. */
  readonly fromScope?: "InOrganization" | "NotInOrganization";
  /** In the sender's address. */
  readonly fromAddressContainsWords?: readonly string[];
  /** Regular expressions for it. */
  readonly fromAddressMatchesPatterns?: readonly string[];
  /** Domains of senders, with subdomains. */
  readonly senderDomainIs?: readonly string[];
  /** Addresses, ranges a-b and networks of the last server before Microsoft. */
  readonly senderIpRanges?: readonly string[];
  /** What the sender is to a recipient. One of Manager, DirectReport. */
  readonly senderManagementRelationship?: "Manager" | "DirectReport";
  /** Attribute:word,word of the sender. */
  readonly senderAdAttributeContainsWords?: readonly string[];
  /** Attribute:pattern of the sender. */
  readonly senderAdAttributeMatchesPatterns?: readonly string[];
  /** Recipients. */
  readonly sentTo?: readonly string[];
  /** Groups of recipients. */
  readonly sentToMemberOf?: readonly string[];
  /** Where a recipient is. One of InOrganization, NotInOrganization. */
  readonly sentToScope?: "InOrganization" | "NotInOrganization";
  /** Domains of recipients, with subdomains. */
  readonly recipientDomainIs?: readonly string[];
  /** In a recipient's address; only those recipients are acted on. */
  readonly recipientAddressContainsWords?: readonly string[];
  /** Regular expressions for it. */
  readonly recipientAddressMatchesPatterns?: readonly string[];
  /** Attribute:word,word of a recipient. */
  readonly recipientAdAttributeContainsWords?: readonly string[];
  /** Attribute:pattern of a recipient. */
  readonly recipientAdAttributeMatchesPatterns?: readonly string[];
  /** In any recipient's address; the whole message is acted on. */
  readonly anyOfRecipientAddressContainsWords?: readonly string[];
  /** Regular expressions for it. */
  readonly anyOfRecipientAddressMatchesPatterns?: readonly string[];
  /** Anyone in To. */
  readonly anyOfToHeader?: readonly string[];
  /** Anyone of these groups in To. */
  readonly anyOfToHeaderMemberOf?: readonly string[];
  /** Anyone in Cc. */
  readonly anyOfCcHeader?: readonly string[];
  /** Anyone of these groups in Cc. */
  readonly anyOfCcHeaderMemberOf?: readonly string[];
  /** Anyone in To or Cc. */
  readonly anyOfToCcHeader?: readonly string[];
  /** Anyone of these groups in To or Cc. */
  readonly anyOfToCcHeaderMemberOf?: readonly string[];
  /** Between these groups … */
  readonly betweenMemberOf1?: readonly string[];
  /** … and these. */
  readonly betweenMemberOf2?: readonly string[];
  /** Whose manager manager_addresses are. One of Recipient, Sender. */
  readonly managerForEvaluatedUser?: "Recipient" | "Sender";
  /** The managers. */
  readonly managerAddresses?: readonly string[];
  /** In the subject. */
  readonly subjectContainsWords?: readonly string[];
  /** Regular expressions for it. */
  readonly subjectMatchesPatterns?: readonly string[];
  /** In the subject or the text. */
  readonly subjectOrBodyContainsWords?: readonly string[];
  /** Regular expressions for both. */
  readonly subjectOrBodyMatchesPatterns?: readonly string[];
  /** The header that header_contains_words is about. */
  readonly headerContainsMessageHeader?: string;
  /** In that header. */
  readonly headerContainsWords?: readonly string[];
  /** The header that header_matches_patterns is about. */
  readonly headerMatchesMessageHeader?: string;
  /** Regular expressions for it. */
  readonly headerMatchesPatterns?: readonly string[];
  /** In an attachment. */
  readonly attachmentContainsWords?: readonly string[];
  /** Regular expressions for its text. */
  readonly attachmentMatchesPatterns?: readonly string[];
  /** Regular expressions for its name. */
  readonly attachmentNameMatchesPatterns?: readonly string[];
  /** Its extension, without the dot. */
  readonly attachmentExtensionMatchesWords?: readonly string[];
  /** Property:word,word of an Office file. */
  readonly attachmentPropertyContainsWords?: readonly string[];
  /** Can an attachment be run? Default: false. */
  readonly attachmentHasExecutableContent?: boolean | IResolvable;
  /** Has one a password? Default: false. */
  readonly attachmentIsPasswordProtected?: boolean | IResolvable;
  /** Is there one that cannot be read? Default: false. */
  readonly attachmentIsUnsupported?: boolean | IResolvable;
  /** Were they too much to read? Default: false. */
  readonly attachmentProcessingLimitExceeded?: boolean | IResolvable;
  /** Is an attachment of this size, or larger? */
  readonly attachmentSizeOver?: string;
  /** Is the whole message? */
  readonly messageSizeOver?: string;
  /** Its type. AutoForward does not see forwarding by mailbox settings. One of OOF, AutoForward, Encrypted, Calendaring, PermissionControlled, Voicemail, Signed, ApprovalRequest, ReadReceipt. */
  readonly messageTypeMatches?:
    | "OOF"
    | "AutoForward"
    | "Encrypted"
    | "Calendaring"
    | "PermissionControlled"
    | "Voicemail"
    | "Signed"
    | "ApprovalRequest"
    | "ReadReceipt";
  /** Names of character sets. */
  readonly contentCharacterSetContainsWords?: readonly string[];
  /** Is its spam confidence level that, or higher? */
  readonly sclOver?: number;
  /** Its importance. One of Low, Normal, High. */
  readonly withImportance?: "Low" | "Normal" | "High";
  /** A classification. */
  readonly hasClassification?: string;
  /** Has it none? Default: false. */
  readonly hasNoClassification?: boolean | IResolvable;
  /** Exception to the rule, as from. */
  readonly exceptIfFrom?: readonly string[];
  /** Exception to the rule, as from_member_of. */
  readonly exceptIfFromMemberOf?: readonly string[];
  /** Exception to the rule, as from_scope. One of InOrganization, NotInOrganization. */
  readonly exceptIfFromScope?: "InOrganization" | "NotInOrganization";
  /** Exception to the rule, as from_address_contains_words. */
  readonly exceptIfFromAddressContainsWords?: readonly string[];
  /** Exception to the rule, as from_address_matches_patterns. */
  readonly exceptIfFromAddressMatchesPatterns?: readonly string[];
  /** Exception to the rule, as sender_domain_is. */
  readonly exceptIfSenderDomainIs?: readonly string[];
  /** Exception to the rule, as sender_ip_ranges. */
  readonly exceptIfSenderIpRanges?: readonly string[];
  /** Exception to the rule, as sender_management_relationship. One of Manager, DirectReport. */
  readonly exceptIfSenderManagementRelationship?: "Manager" | "DirectReport";
  /** Exception to the rule, as sender_ad_attribute_contains_words. */
  readonly exceptIfSenderAdAttributeContainsWords?: readonly string[];
  /** Exception to the rule, as sender_ad_attribute_matches_patterns. */
  readonly exceptIfSenderAdAttributeMatchesPatterns?: readonly string[];
  /** Exception to the rule, as sent_to. */
  readonly exceptIfSentTo?: readonly string[];
  /** Exception to the rule, as sent_to_member_of. */
  readonly exceptIfSentToMemberOf?: readonly string[];
  /** Exception to the rule, as sent_to_scope. One of InOrganization, NotInOrganization. */
  readonly exceptIfSentToScope?: "InOrganization" | "NotInOrganization";
  /** Exception to the rule, as recipient_domain_is. */
  readonly exceptIfRecipientDomainIs?: readonly string[];
  /** Exception to the rule, as recipient_address_contains_words. */
  readonly exceptIfRecipientAddressContainsWords?: readonly string[];
  /** Exception to the rule, as recipient_address_matches_patterns. */
  readonly exceptIfRecipientAddressMatchesPatterns?: readonly string[];
  /** Exception to the rule, as recipient_ad_attribute_contains_words. */
  readonly exceptIfRecipientAdAttributeContainsWords?: readonly string[];
  /** Exception to the rule, as recipient_ad_attribute_matches_patterns. */
  readonly exceptIfRecipientAdAttributeMatchesPatterns?: readonly string[];
  /** Exception to the rule, as any_of_recipient_address_contains_words. */
  readonly exceptIfAnyOfRecipientAddressContainsWords?: readonly string[];
  /** Exception to the rule, as any_of_recipient_address_matches_patterns. */
  readonly exceptIfAnyOfRecipientAddressMatchesPatterns?: readonly string[];
  /** Exception to the rule, as any_of_to_header. */
  readonly exceptIfAnyOfToHeader?: readonly string[];
  /** Exception to the rule, as any_of_to_header_member_of. */
  readonly exceptIfAnyOfToHeaderMemberOf?: readonly string[];
  /** Exception to the rule, as any_of_cc_header. */
  readonly exceptIfAnyOfCcHeader?: readonly string[];
  /** Exception to the rule, as any_of_cc_header_member_of. */
  readonly exceptIfAnyOfCcHeaderMemberOf?: readonly string[];
  /** Exception to the rule, as any_of_to_cc_header. */
  readonly exceptIfAnyOfToCcHeader?: readonly string[];
  /** Exception to the rule, as any_of_to_cc_header_member_of. */
  readonly exceptIfAnyOfToCcHeaderMemberOf?: readonly string[];
  /** Exception to the rule, as between_member_of1. */
  readonly exceptIfBetweenMemberOf1?: readonly string[];
  /** Exception to the rule, as between_member_of2. */
  readonly exceptIfBetweenMemberOf2?: readonly string[];
  /** Exception to the rule, as manager_for_evaluated_user. One of Recipient, Sender. */
  readonly exceptIfManagerForEvaluatedUser?: "Recipient" | "Sender";
  /** Exception to the rule, as manager_addresses. */
  readonly exceptIfManagerAddresses?: readonly string[];
  /** Exception to the rule, as subject_contains_words. */
  readonly exceptIfSubjectContainsWords?: readonly string[];
  /** Exception to the rule, as subject_matches_patterns. */
  readonly exceptIfSubjectMatchesPatterns?: readonly string[];
  /** Exception to the rule, as subject_or_body_contains_words. */
  readonly exceptIfSubjectOrBodyContainsWords?: readonly string[];
  /** Exception to the rule, as subject_or_body_matches_patterns. */
  readonly exceptIfSubjectOrBodyMatchesPatterns?: readonly string[];
  /** Exception to the rule, as header_contains_message_header. */
  readonly exceptIfHeaderContainsMessageHeader?: string;
  /** Exception to the rule, as header_contains_words. */
  readonly exceptIfHeaderContainsWords?: readonly string[];
  /** Exception to the rule, as header_matches_message_header. */
  readonly exceptIfHeaderMatchesMessageHeader?: string;
  /** Exception to the rule, as header_matches_patterns. */
  readonly exceptIfHeaderMatchesPatterns?: readonly string[];
  /** Exception to the rule, as attachment_contains_words. */
  readonly exceptIfAttachmentContainsWords?: readonly string[];
  /** Exception to the rule, as attachment_matches_patterns. */
  readonly exceptIfAttachmentMatchesPatterns?: readonly string[];
  /** Exception to the rule, as attachment_name_matches_patterns. */
  readonly exceptIfAttachmentNameMatchesPatterns?: readonly string[];
  /** Exception to the rule, as attachment_extension_matches_words. */
  readonly exceptIfAttachmentExtensionMatchesWords?: readonly string[];
  /** Exception to the rule, as attachment_property_contains_words. */
  readonly exceptIfAttachmentPropertyContainsWords?: readonly string[];
  /** Exception to the rule, as attachment_has_executable_content. Default: false. */
  readonly exceptIfAttachmentHasExecutableContent?: boolean | IResolvable;
  /** Exception to the rule, as attachment_is_password_protected. Default: false. */
  readonly exceptIfAttachmentIsPasswordProtected?: boolean | IResolvable;
  /** Exception to the rule, as attachment_is_unsupported. Default: false. */
  readonly exceptIfAttachmentIsUnsupported?: boolean | IResolvable;
  /** Exception to the rule, as attachment_processing_limit_exceeded. Default: false. */
  readonly exceptIfAttachmentProcessingLimitExceeded?: boolean | IResolvable;
  /** Exception to the rule, as attachment_size_over. */
  readonly exceptIfAttachmentSizeOver?: string;
  /** Exception to the rule, as message_size_over. */
  readonly exceptIfMessageSizeOver?: string;
  /** Exception to the rule, as message_type_matches. One of OOF, AutoForward, Encrypted, Calendaring, PermissionControlled, Voicemail, Signed, ApprovalRequest, ReadReceipt. */
  readonly exceptIfMessageTypeMatches?:
    | "OOF"
    | "AutoForward"
    | "Encrypted"
    | "Calendaring"
    | "PermissionControlled"
    | "Voicemail"
    | "Signed"
    | "ApprovalRequest"
    | "ReadReceipt";
  /** Exception to the rule, as content_character_set_contains_words. */
  readonly exceptIfContentCharacterSetContainsWords?: readonly string[];
  /** Exception to the rule, as scl_over. */
  readonly exceptIfSclOver?: number;
  /** Exception to the rule, as with_importance. One of Low, Normal, High. */
  readonly exceptIfWithImportance?: "Low" | "Normal" | "High";
  /** Exception to the rule, as has_classification. */
  readonly exceptIfHasClassification?: string;
  /** Exception to the rule, as has_no_classification. Default: false. */
  readonly exceptIfHasNoClassification?: boolean | IResolvable;
  /** Text in front of the subject; end it with a blank. */
  readonly prependSubject?: string;
  /** Header that is set to set_header_value. */
  readonly setHeaderName?: string;
  /** Its value. */
  readonly setHeaderValue?: string;
  /** Header that is removed. */
  readonly removeHeader?: string;
  /** Spam confidence level. -1 asks that most filtering be skipped, and opens the door to whoever fits the conditions. */
  readonly setScl?: number;
  /** Refuse it, with these words. */
  readonly rejectMessageReasonText?: string;
  /** Refuse it with 5.7.1, or 5.7.900 to 5.7.999. */
  readonly rejectMessageEnhancedStatusCode?: string;
  /** Drop it, without a word to anyone. Default: false. */
  readonly deleteMessage?: boolean | IResolvable;
  /** Put it into quarantine. Default: false. */
  readonly quarantine?: boolean | IResolvable;
  /** Deliver it to these instead. */
  readonly redirectMessageTo?: readonly string[];
  /** Deliver it to these too. */
  readonly addToRecipients?: readonly string[];
  /** Add these as Cc. */
  readonly copyTo?: readonly string[];
  /** Add these as Bcc. */
  readonly blindCopyTo?: readonly string[];
  /** Add the sender's manager. One of To, Cc, Bcc, Redirect. */
  readonly addManagerAsRecipientType?: "To" | "Cc" | "Bcc" | "Redirect";
  /** Deliver it once one of these agrees. */
  readonly moderateMessageByUser?: readonly string[];
  /** Deliver it once the sender's manager agrees. Default: false. */
  readonly moderateMessageByManager?: boolean | IResolvable;
  /** HTML that is added. %%DisplayName%% and other attributes of the sender are filled in. */
  readonly applyHtmlDisclaimerText?: string;
  /** Where it is added. One of Append, Prepend. */
  readonly applyHtmlDisclaimerLocation?: "Append" | "Prepend";
  /** What happens where it cannot be, as in encrypted mail. One of Wrap, Ignore, Reject. */
  readonly applyHtmlDisclaimerFallbackAction?: "Wrap" | "Ignore" | "Reject";
  /** Encrypt it: Encrypt, Do Not Forward, or a label's template. Needs Azure Rights Management. */
  readonly applyRightsProtectionTemplate?: string;
  /** Branding of encrypted mail: the name of an OME configuration. Needs Advanced Message Encryption. */
  readonly applyRightsProtectionCustomizationTemplate?: string;
  /** Take the organization's own encryption off. Default: false. */
  readonly removeOmeV2?: boolean | IResolvable;
  /** Take it off attachments too. Default: false. */
  readonly removeRmsAttachmentEncryption?: boolean | IResolvable;
  /** Send it over this outbound connector, which has to be for transport rules. */
  readonly routeMessageOutboundConnector?: string;
  /** Send it over TLS or not at all. Default: false. */
  readonly routeMessageOutboundRequireTls?: boolean | IResolvable;
  /** Who gets a report. */
  readonly generateIncidentReport?: string;
  /** What is in it. One of Sender, Recipients, Subject, CC, BCC, Severity, Override, RuleDetections, FalsePositive, DataClassifications, IdMatch, AttachOriginalMail. */
  readonly incidentReportContent?: readonly (
    | "Sender"
    | "Recipients"
    | "Subject"
    | "CC"
    | "BCC"
    | "Severity"
    | "Override"
    | "RuleDetections"
    | "FalsePositive"
    | "DataClassifications"
    | "IdMatch"
    | "AttachOriginalMail"
  )[];
  /** Message to recipients, in HTML. */
  readonly generateNotification?: string;
  /** Classification that it gets. */
  readonly applyClassification?: string;
}

const ATTRIBUTES = {
  name: text,
  enabled: may(flag),
  comments: may(text),
  mode: may(word(["Audit", "AuditAndNotify", "Enforce"])),
  ruleErrorAction: may(word(["Ignore", "Defer"])),
  senderAddressLocation: may(word(["Header", "Envelope", "HeaderOrEnvelope"])),
  recipientAddressType: may(word(["Resolved", "Original"])),
  stopRuleProcessing: may(flag),
  setAuditSeverity: may(word(["DoNotAudit", "Low", "Medium", "High"])),
  activationDate: may(text),
  expiryDate: may(text),
  from: may(texts),
  fromMemberOf: may(texts),
  fromScope: may(word(["InOrganization", "NotInOrganization"])),
  fromAddressContainsWords: may(texts),
  fromAddressMatchesPatterns: may(texts),
  senderDomainIs: may(texts),
  senderIpRanges: may(texts),
  senderManagementRelationship: may(word(["Manager", "DirectReport"])),
  senderAdAttributeContainsWords: may(texts),
  senderAdAttributeMatchesPatterns: may(texts),
  sentTo: may(texts),
  sentToMemberOf: may(texts),
  sentToScope: may(word(["InOrganization", "NotInOrganization"])),
  recipientDomainIs: may(texts),
  recipientAddressContainsWords: may(texts),
  recipientAddressMatchesPatterns: may(texts),
  recipientAdAttributeContainsWords: may(texts),
  recipientAdAttributeMatchesPatterns: may(texts),
  anyOfRecipientAddressContainsWords: may(texts),
  anyOfRecipientAddressMatchesPatterns: may(texts),
  anyOfToHeader: may(texts),
  anyOfToHeaderMemberOf: may(texts),
  anyOfCcHeader: may(texts),
  anyOfCcHeaderMemberOf: may(texts),
  anyOfToCcHeader: may(texts),
  anyOfToCcHeaderMemberOf: may(texts),
  betweenMemberOf1: may(texts),
  betweenMemberOf2: may(texts),
  managerForEvaluatedUser: may(word(["Recipient", "Sender"])),
  managerAddresses: may(texts),
  subjectContainsWords: may(texts),
  subjectMatchesPatterns: may(texts),
  subjectOrBodyContainsWords: may(texts),
  subjectOrBodyMatchesPatterns: may(texts),
  headerContainsMessageHeader: may(text),
  headerContainsWords: may(texts),
  headerMatchesMessageHeader: may(text),
  headerMatchesPatterns: may(texts),
  attachmentContainsWords: may(texts),
  attachmentMatchesPatterns: may(texts),
  attachmentNameMatchesPatterns: may(texts),
  attachmentExtensionMatchesWords: may(texts),
  attachmentPropertyContainsWords: may(texts),
  attachmentHasExecutableContent: may(flag),
  attachmentIsPasswordProtected: may(flag),
  attachmentIsUnsupported: may(flag),
  attachmentProcessingLimitExceeded: may(flag),
  attachmentSizeOver: may(text),
  messageSizeOver: may(text),
  messageTypeMatches: may(
    word([
      "OOF",
      "AutoForward",
      "Encrypted",
      "Calendaring",
      "PermissionControlled",
      "Voicemail",
      "Signed",
      "ApprovalRequest",
      "ReadReceipt",
    ]),
  ),
  contentCharacterSetContainsWords: may(texts),
  sclOver: may(number),
  withImportance: may(word(["Low", "Normal", "High"])),
  hasClassification: may(text),
  hasNoClassification: may(flag),
  exceptIfFrom: may(texts),
  exceptIfFromMemberOf: may(texts),
  exceptIfFromScope: may(word(["InOrganization", "NotInOrganization"])),
  exceptIfFromAddressContainsWords: may(texts),
  exceptIfFromAddressMatchesPatterns: may(texts),
  exceptIfSenderDomainIs: may(texts),
  exceptIfSenderIpRanges: may(texts),
  exceptIfSenderManagementRelationship: may(word(["Manager", "DirectReport"])),
  exceptIfSenderAdAttributeContainsWords: may(texts),
  exceptIfSenderAdAttributeMatchesPatterns: may(texts),
  exceptIfSentTo: may(texts),
  exceptIfSentToMemberOf: may(texts),
  exceptIfSentToScope: may(word(["InOrganization", "NotInOrganization"])),
  exceptIfRecipientDomainIs: may(texts),
  exceptIfRecipientAddressContainsWords: may(texts),
  exceptIfRecipientAddressMatchesPatterns: may(texts),
  exceptIfRecipientAdAttributeContainsWords: may(texts),
  exceptIfRecipientAdAttributeMatchesPatterns: may(texts),
  exceptIfAnyOfRecipientAddressContainsWords: may(texts),
  exceptIfAnyOfRecipientAddressMatchesPatterns: may(texts),
  exceptIfAnyOfToHeader: may(texts),
  exceptIfAnyOfToHeaderMemberOf: may(texts),
  exceptIfAnyOfCcHeader: may(texts),
  exceptIfAnyOfCcHeaderMemberOf: may(texts),
  exceptIfAnyOfToCcHeader: may(texts),
  exceptIfAnyOfToCcHeaderMemberOf: may(texts),
  exceptIfBetweenMemberOf1: may(texts),
  exceptIfBetweenMemberOf2: may(texts),
  exceptIfManagerForEvaluatedUser: may(word(["Recipient", "Sender"])),
  exceptIfManagerAddresses: may(texts),
  exceptIfSubjectContainsWords: may(texts),
  exceptIfSubjectMatchesPatterns: may(texts),
  exceptIfSubjectOrBodyContainsWords: may(texts),
  exceptIfSubjectOrBodyMatchesPatterns: may(texts),
  exceptIfHeaderContainsMessageHeader: may(text),
  exceptIfHeaderContainsWords: may(texts),
  exceptIfHeaderMatchesMessageHeader: may(text),
  exceptIfHeaderMatchesPatterns: may(texts),
  exceptIfAttachmentContainsWords: may(texts),
  exceptIfAttachmentMatchesPatterns: may(texts),
  exceptIfAttachmentNameMatchesPatterns: may(texts),
  exceptIfAttachmentExtensionMatchesWords: may(texts),
  exceptIfAttachmentPropertyContainsWords: may(texts),
  exceptIfAttachmentHasExecutableContent: may(flag),
  exceptIfAttachmentIsPasswordProtected: may(flag),
  exceptIfAttachmentIsUnsupported: may(flag),
  exceptIfAttachmentProcessingLimitExceeded: may(flag),
  exceptIfAttachmentSizeOver: may(text),
  exceptIfMessageSizeOver: may(text),
  exceptIfMessageTypeMatches: may(
    word([
      "OOF",
      "AutoForward",
      "Encrypted",
      "Calendaring",
      "PermissionControlled",
      "Voicemail",
      "Signed",
      "ApprovalRequest",
      "ReadReceipt",
    ]),
  ),
  exceptIfContentCharacterSetContainsWords: may(texts),
  exceptIfSclOver: may(number),
  exceptIfWithImportance: may(word(["Low", "Normal", "High"])),
  exceptIfHasClassification: may(text),
  exceptIfHasNoClassification: may(flag),
  prependSubject: may(text),
  setHeaderName: may(text),
  setHeaderValue: may(text),
  removeHeader: may(text),
  setScl: may(number),
  rejectMessageReasonText: may(text),
  rejectMessageEnhancedStatusCode: may(text),
  deleteMessage: may(flag),
  quarantine: may(flag),
  redirectMessageTo: may(texts),
  addToRecipients: may(texts),
  copyTo: may(texts),
  blindCopyTo: may(texts),
  addManagerAsRecipientType: may(word(["To", "Cc", "Bcc", "Redirect"])),
  moderateMessageByUser: may(texts),
  moderateMessageByManager: may(flag),
  applyHtmlDisclaimerText: may(text),
  applyHtmlDisclaimerLocation: may(word(["Append", "Prepend"])),
  applyHtmlDisclaimerFallbackAction: may(word(["Wrap", "Ignore", "Reject"])),
  applyRightsProtectionTemplate: may(text),
  applyRightsProtectionCustomizationTemplate: may(text),
  removeOmeV2: may(flag),
  removeRmsAttachmentEncryption: may(flag),
  routeMessageOutboundConnector: may(text),
  routeMessageOutboundRequireTls: may(flag),
  generateIncidentReport: may(text),
  incidentReportContent: may(
    words([
      "Sender",
      "Recipients",
      "Subject",
      "CC",
      "BCC",
      "Severity",
      "Override",
      "RuleDetections",
      "FalsePositive",
      "DataClassifications",
      "IdMatch",
      "AttachOriginalMail",
    ]),
  ),
  generateNotification: may(text),
  applyClassification: may(text),
};

/** A mail flow rule: what happens to messages that fit all conditions and no exception. */
export class M365TransportRule extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_transport_rule";

  private readonly props: M365TransportRuleProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365TransportRuleProps) {
    const config = readConfig("M365TransportRule", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365TransportRule.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the rule, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** Is the rule in use? Default: true. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** A note for administrators. */
  get comments(): string {
    return this.getStringAttribute("comments");
  }

  /** Is it acted on, or only recorded? One of Audit, AuditAndNotify, Enforce. Default: Enforce. */
  get mode(): string {
    return this.getStringAttribute("mode");
  }

  /** Deliver it when the rule cannot be tried, or later? One of Ignore, Defer. Default: Ignore. */
  get ruleErrorAction(): string {
    return this.getStringAttribute("rule_error_action");
  }

  /** Where conditions look for the sender's address. One of Header, Envelope, HeaderOrEnvelope. Default: Header. */
  get senderAddressLocation(): string {
    return this.getStringAttribute("sender_address_location");
  }

  /** Recipients after rewriting, or before? One of Resolved, Original. Default: Resolved. */
  get recipientAddressType(): string {
    return this.getStringAttribute("recipient_address_type");
  }

  /** Is no later rule tried? Default: false. */
  get stopRuleProcessing(): IResolvable {
    return this.getBooleanAttribute("stop_rule_processing");
  }

  /** Severity in the log. One of DoNotAudit, Low, Medium, High. */
  get setAuditSeverity(): string {
    return this.getStringAttribute("set_audit_severity");
  }

  /** From when on. */
  get activationDate(): string {
    return this.getStringAttribute("activation_date");
  }

  /** Until when. */
  get expiryDate(): string {
    return this.getStringAttribute("expiry_date");
  }

  /** Senders. */
  get from(): string[] {
    return Fn.tolist(this.getListAttribute("from"));
  }

  /** Groups of senders. */
  get fromMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("from_member_of"));
  }

  /** Where the sender is. One of InOrganization, NotInOrganization. */
  get fromScope(): string {
    return this.getStringAttribute("from_scope");
  }

  /** In the sender's address. */
  get fromAddressContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("from_address_contains_words"));
  }

  /** Regular expressions for it. */
  get fromAddressMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("from_address_matches_patterns"));
  }

  /** Domains of senders, with subdomains. */
  get senderDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("sender_domain_is"));
  }

  /** Addresses, ranges a-b and networks of the last server before Microsoft. */
  get senderIpRanges(): string[] {
    return Fn.tolist(this.getListAttribute("sender_ip_ranges"));
  }

  /** What the sender is to a recipient. One of Manager, DirectReport. */
  get senderManagementRelationship(): string {
    return this.getStringAttribute("sender_management_relationship");
  }

  /** Attribute:word,word of the sender. */
  get senderAdAttributeContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("sender_ad_attribute_contains_words"));
  }

  /** Attribute:pattern of the sender. */
  get senderAdAttributeMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("sender_ad_attribute_matches_patterns"));
  }

  /** Recipients. */
  get sentTo(): string[] {
    return Fn.tolist(this.getListAttribute("sent_to"));
  }

  /** Groups of recipients. */
  get sentToMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("sent_to_member_of"));
  }

  /** Where a recipient is. One of InOrganization, NotInOrganization. */
  get sentToScope(): string {
    return this.getStringAttribute("sent_to_scope");
  }

  /** Domains of recipients, with subdomains. */
  get recipientDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("recipient_domain_is"));
  }

  /** In a recipient's address; only those recipients are acted on. */
  get recipientAddressContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("recipient_address_contains_words"));
  }

  /** Regular expressions for it. */
  get recipientAddressMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("recipient_address_matches_patterns"));
  }

  /** Attribute:word,word of a recipient. */
  get recipientAdAttributeContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("recipient_ad_attribute_contains_words"));
  }

  /** Attribute:pattern of a recipient. */
  get recipientAdAttributeMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("recipient_ad_attribute_matches_patterns"));
  }

  /** In any recipient's address; the whole message is acted on. */
  get anyOfRecipientAddressContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("any_of_recipient_address_contains_words"));
  }

  /** Regular expressions for it. */
  get anyOfRecipientAddressMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("any_of_recipient_address_matches_patterns"));
  }

  /** Anyone in To. */
  get anyOfToHeader(): string[] {
    return Fn.tolist(this.getListAttribute("any_of_to_header"));
  }

  /** Anyone of these groups in To. */
  get anyOfToHeaderMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("any_of_to_header_member_of"));
  }

  /** Anyone in Cc. */
  get anyOfCcHeader(): string[] {
    return Fn.tolist(this.getListAttribute("any_of_cc_header"));
  }

  /** Anyone of these groups in Cc. */
  get anyOfCcHeaderMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("any_of_cc_header_member_of"));
  }

  /** Anyone in To or Cc. */
  get anyOfToCcHeader(): string[] {
    return Fn.tolist(this.getListAttribute("any_of_to_cc_header"));
  }

  /** Anyone of these groups in To or Cc. */
  get anyOfToCcHeaderMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("any_of_to_cc_header_member_of"));
  }

  /** Between these groups … */
  get betweenMemberOf1(): string[] {
    return Fn.tolist(this.getListAttribute("between_member_of1"));
  }

  /** … and these. */
  get betweenMemberOf2(): string[] {
    return Fn.tolist(this.getListAttribute("between_member_of2"));
  }

  /** Whose manager manager_addresses are. One of Recipient, Sender. */
  get managerForEvaluatedUser(): string {
    return this.getStringAttribute("manager_for_evaluated_user");
  }

  /** The managers. */
  get managerAddresses(): string[] {
    return Fn.tolist(this.getListAttribute("manager_addresses"));
  }

  /** In the subject. */
  get subjectContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("subject_contains_words"));
  }

  /** Regular expressions for it. */
  get subjectMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("subject_matches_patterns"));
  }

  /** In the subject or the text. */
  get subjectOrBodyContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("subject_or_body_contains_words"));
  }

  /** Regular expressions for both. */
  get subjectOrBodyMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("subject_or_body_matches_patterns"));
  }

  /** The header that header_contains_words is about. */
  get headerContainsMessageHeader(): string {
    return this.getStringAttribute("header_contains_message_header");
  }

  /** In that header. */
  get headerContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("header_contains_words"));
  }

  /** The header that header_matches_patterns is about. */
  get headerMatchesMessageHeader(): string {
    return this.getStringAttribute("header_matches_message_header");
  }

  /** Regular expressions for it. */
  get headerMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("header_matches_patterns"));
  }

  /** In an attachment. */
  get attachmentContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("attachment_contains_words"));
  }

  /** Regular expressions for its text. */
  get attachmentMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("attachment_matches_patterns"));
  }

  /** Regular expressions for its name. */
  get attachmentNameMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("attachment_name_matches_patterns"));
  }

  /** Its extension, without the dot. */
  get attachmentExtensionMatchesWords(): string[] {
    return Fn.tolist(this.getListAttribute("attachment_extension_matches_words"));
  }

  /** Property:word,word of an Office file. */
  get attachmentPropertyContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("attachment_property_contains_words"));
  }

  /** Can an attachment be run? Default: false. */
  get attachmentHasExecutableContent(): IResolvable {
    return this.getBooleanAttribute("attachment_has_executable_content");
  }

  /** Has one a password? Default: false. */
  get attachmentIsPasswordProtected(): IResolvable {
    return this.getBooleanAttribute("attachment_is_password_protected");
  }

  /** Is there one that cannot be read? Default: false. */
  get attachmentIsUnsupported(): IResolvable {
    return this.getBooleanAttribute("attachment_is_unsupported");
  }

  /** Were they too much to read? Default: false. */
  get attachmentProcessingLimitExceeded(): IResolvable {
    return this.getBooleanAttribute("attachment_processing_limit_exceeded");
  }

  /** Is an attachment of this size, or larger? */
  get attachmentSizeOver(): string {
    return this.getStringAttribute("attachment_size_over");
  }

  /** Is the whole message? */
  get messageSizeOver(): string {
    return this.getStringAttribute("message_size_over");
  }

  /** Its type. AutoForward does not see forwarding by mailbox settings. One of OOF, AutoForward, Encrypted, Calendaring, PermissionControlled, Voicemail, Signed, ApprovalRequest, ReadReceipt. */
  get messageTypeMatches(): string {
    return this.getStringAttribute("message_type_matches");
  }

  /** Names of character sets. */
  get contentCharacterSetContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("content_character_set_contains_words"));
  }

  /** Is its spam confidence level that, or higher? */
  get sclOver(): number {
    return this.getNumberAttribute("scl_over");
  }

  /** Its importance. One of Low, Normal, High. */
  get withImportance(): string {
    return this.getStringAttribute("with_importance");
  }

  /** A classification. */
  get hasClassification(): string {
    return this.getStringAttribute("has_classification");
  }

  /** Has it none? Default: false. */
  get hasNoClassification(): IResolvable {
    return this.getBooleanAttribute("has_no_classification");
  }

  /** Exception to the rule, as from. */
  get exceptIfFrom(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_from"));
  }

  /** Exception to the rule, as from_member_of. */
  get exceptIfFromMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_from_member_of"));
  }

  /** Exception to the rule, as from_scope. One of InOrganization, NotInOrganization. */
  get exceptIfFromScope(): string {
    return this.getStringAttribute("except_if_from_scope");
  }

  /** Exception to the rule, as from_address_contains_words. */
  get exceptIfFromAddressContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_from_address_contains_words"));
  }

  /** Exception to the rule, as from_address_matches_patterns. */
  get exceptIfFromAddressMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_from_address_matches_patterns"));
  }

  /** Exception to the rule, as sender_domain_is. */
  get exceptIfSenderDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_sender_domain_is"));
  }

  /** Exception to the rule, as sender_ip_ranges. */
  get exceptIfSenderIpRanges(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_sender_ip_ranges"));
  }

  /** Exception to the rule, as sender_management_relationship. One of Manager, DirectReport. */
  get exceptIfSenderManagementRelationship(): string {
    return this.getStringAttribute("except_if_sender_management_relationship");
  }

  /** Exception to the rule, as sender_ad_attribute_contains_words. */
  get exceptIfSenderAdAttributeContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_sender_ad_attribute_contains_words"));
  }

  /** Exception to the rule, as sender_ad_attribute_matches_patterns. */
  get exceptIfSenderAdAttributeMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_sender_ad_attribute_matches_patterns"));
  }

  /** Exception to the rule, as sent_to. */
  get exceptIfSentTo(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_sent_to"));
  }

  /** Exception to the rule, as sent_to_member_of. */
  get exceptIfSentToMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_sent_to_member_of"));
  }

  /** Exception to the rule, as sent_to_scope. One of InOrganization, NotInOrganization. */
  get exceptIfSentToScope(): string {
    return this.getStringAttribute("except_if_sent_to_scope");
  }

  /** Exception to the rule, as recipient_domain_is. */
  get exceptIfRecipientDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_recipient_domain_is"));
  }

  /** Exception to the rule, as recipient_address_contains_words. */
  get exceptIfRecipientAddressContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_recipient_address_contains_words"));
  }

  /** Exception to the rule, as recipient_address_matches_patterns. */
  get exceptIfRecipientAddressMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_recipient_address_matches_patterns"));
  }

  /** Exception to the rule, as recipient_ad_attribute_contains_words. */
  get exceptIfRecipientAdAttributeContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_recipient_ad_attribute_contains_words"));
  }

  /** Exception to the rule, as recipient_ad_attribute_matches_patterns. */
  get exceptIfRecipientAdAttributeMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_recipient_ad_attribute_matches_patterns"));
  }

  /** Exception to the rule, as any_of_recipient_address_contains_words. */
  get exceptIfAnyOfRecipientAddressContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_any_of_recipient_address_contains_words"));
  }

  /** Exception to the rule, as any_of_recipient_address_matches_patterns. */
  get exceptIfAnyOfRecipientAddressMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_any_of_recipient_address_matches_patterns"));
  }

  /** Exception to the rule, as any_of_to_header. */
  get exceptIfAnyOfToHeader(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_any_of_to_header"));
  }

  /** Exception to the rule, as any_of_to_header_member_of. */
  get exceptIfAnyOfToHeaderMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_any_of_to_header_member_of"));
  }

  /** Exception to the rule, as any_of_cc_header. */
  get exceptIfAnyOfCcHeader(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_any_of_cc_header"));
  }

  /** Exception to the rule, as any_of_cc_header_member_of. */
  get exceptIfAnyOfCcHeaderMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_any_of_cc_header_member_of"));
  }

  /** Exception to the rule, as any_of_to_cc_header. */
  get exceptIfAnyOfToCcHeader(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_any_of_to_cc_header"));
  }

  /** Exception to the rule, as any_of_to_cc_header_member_of. */
  get exceptIfAnyOfToCcHeaderMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_any_of_to_cc_header_member_of"));
  }

  /** Exception to the rule, as between_member_of1. */
  get exceptIfBetweenMemberOf1(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_between_member_of1"));
  }

  /** Exception to the rule, as between_member_of2. */
  get exceptIfBetweenMemberOf2(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_between_member_of2"));
  }

  /** Exception to the rule, as manager_for_evaluated_user. One of Recipient, Sender. */
  get exceptIfManagerForEvaluatedUser(): string {
    return this.getStringAttribute("except_if_manager_for_evaluated_user");
  }

  /** Exception to the rule, as manager_addresses. */
  get exceptIfManagerAddresses(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_manager_addresses"));
  }

  /** Exception to the rule, as subject_contains_words. */
  get exceptIfSubjectContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_subject_contains_words"));
  }

  /** Exception to the rule, as subject_matches_patterns. */
  get exceptIfSubjectMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_subject_matches_patterns"));
  }

  /** Exception to the rule, as subject_or_body_contains_words. */
  get exceptIfSubjectOrBodyContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_subject_or_body_contains_words"));
  }

  /** Exception to the rule, as subject_or_body_matches_patterns. */
  get exceptIfSubjectOrBodyMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_subject_or_body_matches_patterns"));
  }

  /** Exception to the rule, as header_contains_message_header. */
  get exceptIfHeaderContainsMessageHeader(): string {
    return this.getStringAttribute("except_if_header_contains_message_header");
  }

  /** Exception to the rule, as header_contains_words. */
  get exceptIfHeaderContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_header_contains_words"));
  }

  /** Exception to the rule, as header_matches_message_header. */
  get exceptIfHeaderMatchesMessageHeader(): string {
    return this.getStringAttribute("except_if_header_matches_message_header");
  }

  /** Exception to the rule, as header_matches_patterns. */
  get exceptIfHeaderMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_header_matches_patterns"));
  }

  /** Exception to the rule, as attachment_contains_words. */
  get exceptIfAttachmentContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_attachment_contains_words"));
  }

  /** Exception to the rule, as attachment_matches_patterns. */
  get exceptIfAttachmentMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_attachment_matches_patterns"));
  }

  /** Exception to the rule, as attachment_name_matches_patterns. */
  get exceptIfAttachmentNameMatchesPatterns(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_attachment_name_matches_patterns"));
  }

  /** Exception to the rule, as attachment_extension_matches_words. */
  get exceptIfAttachmentExtensionMatchesWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_attachment_extension_matches_words"));
  }

  /** Exception to the rule, as attachment_property_contains_words. */
  get exceptIfAttachmentPropertyContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_attachment_property_contains_words"));
  }

  /** Exception to the rule, as attachment_has_executable_content. Default: false. */
  get exceptIfAttachmentHasExecutableContent(): IResolvable {
    return this.getBooleanAttribute("except_if_attachment_has_executable_content");
  }

  /** Exception to the rule, as attachment_is_password_protected. Default: false. */
  get exceptIfAttachmentIsPasswordProtected(): IResolvable {
    return this.getBooleanAttribute("except_if_attachment_is_password_protected");
  }

  /** Exception to the rule, as attachment_is_unsupported. Default: false. */
  get exceptIfAttachmentIsUnsupported(): IResolvable {
    return this.getBooleanAttribute("except_if_attachment_is_unsupported");
  }

  /** Exception to the rule, as attachment_processing_limit_exceeded. Default: false. */
  get exceptIfAttachmentProcessingLimitExceeded(): IResolvable {
    return this.getBooleanAttribute("except_if_attachment_processing_limit_exceeded");
  }

  /** Exception to the rule, as attachment_size_over. */
  get exceptIfAttachmentSizeOver(): string {
    return this.getStringAttribute("except_if_attachment_size_over");
  }

  /** Exception to the rule, as message_size_over. */
  get exceptIfMessageSizeOver(): string {
    return this.getStringAttribute("except_if_message_size_over");
  }

  /** Exception to the rule, as message_type_matches. One of OOF, AutoForward, Encrypted, Calendaring, PermissionControlled, Voicemail, Signed, ApprovalRequest, ReadReceipt. */
  get exceptIfMessageTypeMatches(): string {
    return this.getStringAttribute("except_if_message_type_matches");
  }

  /** Exception to the rule, as content_character_set_contains_words. */
  get exceptIfContentCharacterSetContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_content_character_set_contains_words"));
  }

  /** Exception to the rule, as scl_over. */
  get exceptIfSclOver(): number {
    return this.getNumberAttribute("except_if_scl_over");
  }

  /** Exception to the rule, as with_importance. One of Low, Normal, High. */
  get exceptIfWithImportance(): string {
    return this.getStringAttribute("except_if_with_importance");
  }

  /** Exception to the rule, as has_classification. */
  get exceptIfHasClassification(): string {
    return this.getStringAttribute("except_if_has_classification");
  }

  /** Exception to the rule, as has_no_classification. Default: false. */
  get exceptIfHasNoClassification(): IResolvable {
    return this.getBooleanAttribute("except_if_has_no_classification");
  }

  /** Text in front of the subject; end it with a blank. */
  get prependSubject(): string {
    return this.getStringAttribute("prepend_subject");
  }

  /** Header that is set to set_header_value. */
  get setHeaderName(): string {
    return this.getStringAttribute("set_header_name");
  }

  /** Its value. */
  get setHeaderValue(): string {
    return this.getStringAttribute("set_header_value");
  }

  /** Header that is removed. */
  get removeHeader(): string {
    return this.getStringAttribute("remove_header");
  }

  /** Spam confidence level. -1 asks that most filtering be skipped, and opens the door to whoever fits the conditions. */
  get setScl(): number {
    return this.getNumberAttribute("set_scl");
  }

  /** Refuse it, with these words. */
  get rejectMessageReasonText(): string {
    return this.getStringAttribute("reject_message_reason_text");
  }

  /** Refuse it with 5.7.1, or 5.7.900 to 5.7.999. */
  get rejectMessageEnhancedStatusCode(): string {
    return this.getStringAttribute("reject_message_enhanced_status_code");
  }

  /** Drop it, without a word to anyone. Default: false. */
  get deleteMessage(): IResolvable {
    return this.getBooleanAttribute("delete_message");
  }

  /** Put it into quarantine. Default: false. */
  get quarantine(): IResolvable {
    return this.getBooleanAttribute("quarantine");
  }

  /** Deliver it to these instead. */
  get redirectMessageTo(): string[] {
    return Fn.tolist(this.getListAttribute("redirect_message_to"));
  }

  /** Deliver it to these too. */
  get addToRecipients(): string[] {
    return Fn.tolist(this.getListAttribute("add_to_recipients"));
  }

  /** Add these as Cc. */
  get copyTo(): string[] {
    return Fn.tolist(this.getListAttribute("copy_to"));
  }

  /** Add these as Bcc. */
  get blindCopyTo(): string[] {
    return Fn.tolist(this.getListAttribute("blind_copy_to"));
  }

  /** Add the sender's manager. One of To, Cc, Bcc, Redirect. */
  get addManagerAsRecipientType(): string {
    return this.getStringAttribute("add_manager_as_recipient_type");
  }

  /** Deliver it once one of these agrees. */
  get moderateMessageByUser(): string[] {
    return Fn.tolist(this.getListAttribute("moderate_message_by_user"));
  }

  /** Deliver it once the sender's manager agrees. Default: false. */
  get moderateMessageByManager(): IResolvable {
    return this.getBooleanAttribute("moderate_message_by_manager");
  }

  /** HTML that is added. %%DisplayName%% and other attributes of the sender are filled in. */
  get applyHtmlDisclaimerText(): string {
    return this.getStringAttribute("apply_html_disclaimer_text");
  }

  /** Where it is added. One of Append, Prepend. */
  get applyHtmlDisclaimerLocation(): string {
    return this.getStringAttribute("apply_html_disclaimer_location");
  }

  /** What happens where it cannot be, as in encrypted mail. One of Wrap, Ignore, Reject. */
  get applyHtmlDisclaimerFallbackAction(): string {
    return this.getStringAttribute("apply_html_disclaimer_fallback_action");
  }

  /** Encrypt it: Encrypt, Do Not Forward, or a label's template. Needs Azure Rights Management. */
  get applyRightsProtectionTemplate(): string {
    return this.getStringAttribute("apply_rights_protection_template");
  }

  /** Branding of encrypted mail: the name of an OME configuration. Needs Advanced Message Encryption. */
  get applyRightsProtectionCustomizationTemplate(): string {
    return this.getStringAttribute("apply_rights_protection_customization_template");
  }

  /** Take the organization's own encryption off. Default: false. */
  get removeOmeV2(): IResolvable {
    return this.getBooleanAttribute("remove_ome_v2");
  }

  /** Take it off attachments too. Default: false. */
  get removeRmsAttachmentEncryption(): IResolvable {
    return this.getBooleanAttribute("remove_rms_attachment_encryption");
  }

  /** Send it over this outbound connector, which has to be for transport rules. */
  get routeMessageOutboundConnector(): string {
    return this.getStringAttribute("route_message_outbound_connector");
  }

  /** Send it over TLS or not at all. Default: false. */
  get routeMessageOutboundRequireTls(): IResolvable {
    return this.getBooleanAttribute("route_message_outbound_require_tls");
  }

  /** Who gets a report. */
  get generateIncidentReport(): string {
    return this.getStringAttribute("generate_incident_report");
  }

  /** What is in it. One of Sender, Recipients, Subject, CC, BCC, Severity, Override, RuleDetections, FalsePositive, DataClassifications, IdMatch, AttachOriginalMail. */
  get incidentReportContent(): string[] {
    return Fn.tolist(this.getListAttribute("incident_report_content"));
  }

  /** Message to recipients, in HTML. */
  get generateNotification(): string {
    return this.getStringAttribute("generate_notification");
  }

  /** Classification that it gets. */
  get applyClassification(): string {
    return this.getStringAttribute("apply_classification");
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      enabled: props.enabled,
      comments: props.comments,
      mode: props.mode,
      rule_error_action: props.ruleErrorAction,
      sender_address_location: props.senderAddressLocation,
      recipient_address_type: props.recipientAddressType,
      stop_rule_processing: props.stopRuleProcessing,
      set_audit_severity: props.setAuditSeverity,
      activation_date: props.activationDate,
      expiry_date: props.expiryDate,
      from: props.from,
      from_member_of: props.fromMemberOf,
      from_scope: props.fromScope,
      from_address_contains_words: props.fromAddressContainsWords,
      from_address_matches_patterns: props.fromAddressMatchesPatterns,
      sender_domain_is: props.senderDomainIs,
      sender_ip_ranges: props.senderIpRanges,
      sender_management_relationship: props.senderManagementRelationship,
      sender_ad_attribute_contains_words: props.senderAdAttributeContainsWords,
      sender_ad_attribute_matches_patterns: props.senderAdAttributeMatchesPatterns,
      sent_to: props.sentTo,
      sent_to_member_of: props.sentToMemberOf,
      sent_to_scope: props.sentToScope,
      recipient_domain_is: props.recipientDomainIs,
      recipient_address_contains_words: props.recipientAddressContainsWords,
      recipient_address_matches_patterns: props.recipientAddressMatchesPatterns,
      recipient_ad_attribute_contains_words: props.recipientAdAttributeContainsWords,
      recipient_ad_attribute_matches_patterns: props.recipientAdAttributeMatchesPatterns,
      any_of_recipient_address_contains_words: props.anyOfRecipientAddressContainsWords,
      any_of_recipient_address_matches_patterns: props.anyOfRecipientAddressMatchesPatterns,
      any_of_to_header: props.anyOfToHeader,
      any_of_to_header_member_of: props.anyOfToHeaderMemberOf,
      any_of_cc_header: props.anyOfCcHeader,
      any_of_cc_header_member_of: props.anyOfCcHeaderMemberOf,
      any_of_to_cc_header: props.anyOfToCcHeader,
      any_of_to_cc_header_member_of: props.anyOfToCcHeaderMemberOf,
      between_member_of1: props.betweenMemberOf1,
      between_member_of2: props.betweenMemberOf2,
      manager_for_evaluated_user: props.managerForEvaluatedUser,
      manager_addresses: props.managerAddresses,
      subject_contains_words: props.subjectContainsWords,
      subject_matches_patterns: props.subjectMatchesPatterns,
      subject_or_body_contains_words: props.subjectOrBodyContainsWords,
      subject_or_body_matches_patterns: props.subjectOrBodyMatchesPatterns,
      header_contains_message_header: props.headerContainsMessageHeader,
      header_contains_words: props.headerContainsWords,
      header_matches_message_header: props.headerMatchesMessageHeader,
      header_matches_patterns: props.headerMatchesPatterns,
      attachment_contains_words: props.attachmentContainsWords,
      attachment_matches_patterns: props.attachmentMatchesPatterns,
      attachment_name_matches_patterns: props.attachmentNameMatchesPatterns,
      attachment_extension_matches_words: props.attachmentExtensionMatchesWords,
      attachment_property_contains_words: props.attachmentPropertyContainsWords,
      attachment_has_executable_content: props.attachmentHasExecutableContent,
      attachment_is_password_protected: props.attachmentIsPasswordProtected,
      attachment_is_unsupported: props.attachmentIsUnsupported,
      attachment_processing_limit_exceeded: props.attachmentProcessingLimitExceeded,
      attachment_size_over: props.attachmentSizeOver,
      message_size_over: props.messageSizeOver,
      message_type_matches: props.messageTypeMatches,
      content_character_set_contains_words: props.contentCharacterSetContainsWords,
      scl_over: props.sclOver,
      with_importance: props.withImportance,
      has_classification: props.hasClassification,
      has_no_classification: props.hasNoClassification,
      except_if_from: props.exceptIfFrom,
      except_if_from_member_of: props.exceptIfFromMemberOf,
      except_if_from_scope: props.exceptIfFromScope,
      except_if_from_address_contains_words: props.exceptIfFromAddressContainsWords,
      except_if_from_address_matches_patterns: props.exceptIfFromAddressMatchesPatterns,
      except_if_sender_domain_is: props.exceptIfSenderDomainIs,
      except_if_sender_ip_ranges: props.exceptIfSenderIpRanges,
      except_if_sender_management_relationship: props.exceptIfSenderManagementRelationship,
      except_if_sender_ad_attribute_contains_words: props.exceptIfSenderAdAttributeContainsWords,
      except_if_sender_ad_attribute_matches_patterns: props.exceptIfSenderAdAttributeMatchesPatterns,
      except_if_sent_to: props.exceptIfSentTo,
      except_if_sent_to_member_of: props.exceptIfSentToMemberOf,
      except_if_sent_to_scope: props.exceptIfSentToScope,
      except_if_recipient_domain_is: props.exceptIfRecipientDomainIs,
      except_if_recipient_address_contains_words: props.exceptIfRecipientAddressContainsWords,
      except_if_recipient_address_matches_patterns: props.exceptIfRecipientAddressMatchesPatterns,
      except_if_recipient_ad_attribute_contains_words: props.exceptIfRecipientAdAttributeContainsWords,
      except_if_recipient_ad_attribute_matches_patterns: props.exceptIfRecipientAdAttributeMatchesPatterns,
      except_if_any_of_recipient_address_contains_words: props.exceptIfAnyOfRecipientAddressContainsWords,
      except_if_any_of_recipient_address_matches_patterns: props.exceptIfAnyOfRecipientAddressMatchesPatterns,
      except_if_any_of_to_header: props.exceptIfAnyOfToHeader,
      except_if_any_of_to_header_member_of: props.exceptIfAnyOfToHeaderMemberOf,
      except_if_any_of_cc_header: props.exceptIfAnyOfCcHeader,
      except_if_any_of_cc_header_member_of: props.exceptIfAnyOfCcHeaderMemberOf,
      except_if_any_of_to_cc_header: props.exceptIfAnyOfToCcHeader,
      except_if_any_of_to_cc_header_member_of: props.exceptIfAnyOfToCcHeaderMemberOf,
      except_if_between_member_of1: props.exceptIfBetweenMemberOf1,
      except_if_between_member_of2: props.exceptIfBetweenMemberOf2,
      except_if_manager_for_evaluated_user: props.exceptIfManagerForEvaluatedUser,
      except_if_manager_addresses: props.exceptIfManagerAddresses,
      except_if_subject_contains_words: props.exceptIfSubjectContainsWords,
      except_if_subject_matches_patterns: props.exceptIfSubjectMatchesPatterns,
      except_if_subject_or_body_contains_words: props.exceptIfSubjectOrBodyContainsWords,
      except_if_subject_or_body_matches_patterns: props.exceptIfSubjectOrBodyMatchesPatterns,
      except_if_header_contains_message_header: props.exceptIfHeaderContainsMessageHeader,
      except_if_header_contains_words: props.exceptIfHeaderContainsWords,
      except_if_header_matches_message_header: props.exceptIfHeaderMatchesMessageHeader,
      except_if_header_matches_patterns: props.exceptIfHeaderMatchesPatterns,
      except_if_attachment_contains_words: props.exceptIfAttachmentContainsWords,
      except_if_attachment_matches_patterns: props.exceptIfAttachmentMatchesPatterns,
      except_if_attachment_name_matches_patterns: props.exceptIfAttachmentNameMatchesPatterns,
      except_if_attachment_extension_matches_words: props.exceptIfAttachmentExtensionMatchesWords,
      except_if_attachment_property_contains_words: props.exceptIfAttachmentPropertyContainsWords,
      except_if_attachment_has_executable_content: props.exceptIfAttachmentHasExecutableContent,
      except_if_attachment_is_password_protected: props.exceptIfAttachmentIsPasswordProtected,
      except_if_attachment_is_unsupported: props.exceptIfAttachmentIsUnsupported,
      except_if_attachment_processing_limit_exceeded: props.exceptIfAttachmentProcessingLimitExceeded,
      except_if_attachment_size_over: props.exceptIfAttachmentSizeOver,
      except_if_message_size_over: props.exceptIfMessageSizeOver,
      except_if_message_type_matches: props.exceptIfMessageTypeMatches,
      except_if_content_character_set_contains_words: props.exceptIfContentCharacterSetContainsWords,
      except_if_scl_over: props.exceptIfSclOver,
      except_if_with_importance: props.exceptIfWithImportance,
      except_if_has_classification: props.exceptIfHasClassification,
      except_if_has_no_classification: props.exceptIfHasNoClassification,
      prepend_subject: props.prependSubject,
      set_header_name: props.setHeaderName,
      set_header_value: props.setHeaderValue,
      remove_header: props.removeHeader,
      set_scl: props.setScl,
      reject_message_reason_text: props.rejectMessageReasonText,
      reject_message_enhanced_status_code: props.rejectMessageEnhancedStatusCode,
      delete_message: props.deleteMessage,
      quarantine: props.quarantine,
      redirect_message_to: props.redirectMessageTo,
      add_to_recipients: props.addToRecipients,
      copy_to: props.copyTo,
      blind_copy_to: props.blindCopyTo,
      add_manager_as_recipient_type: props.addManagerAsRecipientType,
      moderate_message_by_user: props.moderateMessageByUser,
      moderate_message_by_manager: props.moderateMessageByManager,
      apply_html_disclaimer_text: props.applyHtmlDisclaimerText,
      apply_html_disclaimer_location: props.applyHtmlDisclaimerLocation,
      apply_html_disclaimer_fallback_action: props.applyHtmlDisclaimerFallbackAction,
      apply_rights_protection_template: props.applyRightsProtectionTemplate,
      apply_rights_protection_customization_template: props.applyRightsProtectionCustomizationTemplate,
      remove_ome_v2: props.removeOmeV2,
      remove_rms_attachment_encryption: props.removeRmsAttachmentEncryption,
      route_message_outbound_connector: props.routeMessageOutboundConnector,
      route_message_outbound_require_tls: props.routeMessageOutboundRequireTls,
      generate_incident_report: props.generateIncidentReport,
      incident_report_content: props.incidentReportContent,
      generate_notification: props.generateNotification,
      apply_classification: props.applyClassification,
    };
  }
}
