// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, texts, word, words } from "../config";
import { GENERATED } from "./generated";

/** What M365DlpComplianceRule is declared with. */
export interface M365DlpComplianceRuleProps extends TerraformMetaArguments {
  /** Name of the rule, at most 64 characters. */
  readonly name: string;
  /** Name of the policy that it belongs to. */
  readonly policy: string;
  /** A note for administrators. */
  readonly comment?: string;
  /** Is it off? Default: false. */
  readonly disabled?: boolean | IResolvable;
  /** Kinds of sensitive information, any of them: by name, with ;mincount=5 where once is not enough. */
  readonly contentContainsSensitiveInformation?: readonly string[];
  /** Who can read it: people of the organization only, or others too. One of InOrganization, NotInOrganization. */
  readonly accessScope?: "InOrganization" | "NotInOrganization";
  /** Where the sender of a message is. One of InOrganization, NotInOrganization. */
  readonly fromScope?: "InOrganization" | "NotInOrganization";
  /** Senders. */
  readonly from?: readonly string[];
  /** Recipients. */
  readonly sentTo?: readonly string[];
  /** Domains of senders. */
  readonly senderDomainIs?: readonly string[];
  /** Domains of recipients. */
  readonly recipientDomainIs?: readonly string[];
  /** In the subject. */
  readonly subjectContainsWords?: readonly string[];
  /** Extensions of files, without the dot. */
  readonly contentExtensionMatchesWords?: readonly string[];
  /** Has an attachment or a file a password? Default: false. */
  readonly documentIsPasswordProtected?: boolean | IResolvable;
  /** Not of these senders. */
  readonly exceptIfFrom?: readonly string[];
  /** Not where the sender is there. One of InOrganization, NotInOrganization. */
  readonly exceptIfFromScope?: "InOrganization" | "NotInOrganization";
  /** Not of these domains. */
  readonly exceptIfSenderDomainIs?: readonly string[];
  /** Not to these domains. */
  readonly exceptIfRecipientDomainIs?: readonly string[];
  /** Is the message refused, or the file closed? Default: false. */
  readonly blockAccess?: boolean | IResolvable;
  /** To whom: everyone but its owner, people outside, or those with the link only. One of All, PerUser, PerAnonymousUser. */
  readonly blockAccessScope?: "All" | "PerUser" | "PerAnonymousUser";
  /** Who gets a message: addresses, Owner, LastModifier or SiteAdmin. */
  readonly notifyUser?: readonly string[];
  /** How users may go on all the same. One of FalsePositive, WithAcknowledgement, WithoutJustification, WithJustification. */
  readonly notifyAllowOverride?: readonly (
    | "FalsePositive"
    | "WithAcknowledgement"
    | "WithoutJustification"
    | "WithJustification"
  )[];
  /** What they read in the app. */
  readonly notifyPolicyTipCustomText?: string;
  /** Subject of the message. */
  readonly notifyEmailCustomSubject?: string;
  /** Text of the message, in HTML. */
  readonly notifyEmailCustomText?: string;
  /** Who gets an alert: addresses, or SiteAdmin. */
  readonly generateAlert?: readonly string[];
  /** Who gets a report: addresses, or SiteAdmin. */
  readonly generateIncidentReport?: readonly string[];
  /** What is in it. One of All, Default, DetectionDetails, Detections, DocumentAuthor, DocumentLastModifier, MatchedItem, OriginalContent, RulesMatched, Service, Severity, Title. */
  readonly incidentReportContent?: readonly (
    | "All"
    | "Default"
    | "DetectionDetails"
    | "Detections"
    | "DocumentAuthor"
    | "DocumentLastModifier"
    | "MatchedItem"
    | "OriginalContent"
    | "RulesMatched"
    | "Service"
    | "Severity"
    | "Title"
  )[];
  /** How bad it is. One of None, Low, Medium, High. Default: Low. */
  readonly reportSeverityLevel?: "None" | "Low" | "Medium" | "High";
  /** Encrypt the message with this template. */
  readonly encryptRmsTemplate?: string;
  /** Put the message into quarantine. Default: false. */
  readonly quarantine?: boolean | IResolvable;
  /** Deliver the message to these instead. */
  readonly redirectMessageTo?: readonly string[];
  /** Text in front of the subject; end it with a blank. */
  readonly prependSubject?: string;
  /** What happens where the rule cannot be tried. One of Ignore, RetryThenBlock. */
  readonly ruleErrorAction?: "Ignore" | "RetryThenBlock";
  /** Is no later rule tried? Default: false. */
  readonly stopPolicyProcessing?: boolean | IResolvable;
}

const ATTRIBUTES = {
  name: text,
  policy: text,
  comment: may(text),
  disabled: may(flag),
  contentContainsSensitiveInformation: may(texts),
  accessScope: may(word(["InOrganization", "NotInOrganization"])),
  fromScope: may(word(["InOrganization", "NotInOrganization"])),
  from: may(texts),
  sentTo: may(texts),
  senderDomainIs: may(texts),
  recipientDomainIs: may(texts),
  subjectContainsWords: may(texts),
  contentExtensionMatchesWords: may(texts),
  documentIsPasswordProtected: may(flag),
  exceptIfFrom: may(texts),
  exceptIfFromScope: may(word(["InOrganization", "NotInOrganization"])),
  exceptIfSenderDomainIs: may(texts),
  exceptIfRecipientDomainIs: may(texts),
  blockAccess: may(flag),
  blockAccessScope: may(word(["All", "PerUser", "PerAnonymousUser"])),
  notifyUser: may(texts),
  notifyAllowOverride: may(
    words(["FalsePositive", "WithAcknowledgement", "WithoutJustification", "WithJustification"]),
  ),
  notifyPolicyTipCustomText: may(text),
  notifyEmailCustomSubject: may(text),
  notifyEmailCustomText: may(text),
  generateAlert: may(texts),
  generateIncidentReport: may(texts),
  incidentReportContent: may(
    words([
      "All",
      "Default",
      "DetectionDetails",
      "Detections",
      "DocumentAuthor",
      "DocumentLastModifier",
      "MatchedItem",
      "OriginalContent",
      "RulesMatched",
      "Service",
      "Severity",
      "Title",
    ]),
  ),
  reportSeverityLevel: may(word(["None", "Low", "Medium", "High"])),
  encryptRmsTemplate: may(text),
  quarantine: may(flag),
  redirectMessageTo: may(texts),
  prependSubject: may(text),
  ruleErrorAction: may(word(["Ignore", "RetryThenBlock"])),
  stopPolicyProcessing: may(flag),
};

/** A rule of a policy against data loss: what it looks for, and what is done then. */
export class M365DlpComplianceRule extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_dlp_compliance_rule";

  private readonly props: M365DlpComplianceRuleProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365DlpComplianceRuleProps) {
    const config = readConfig("M365DlpComplianceRule", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365DlpComplianceRule.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the rule, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** Name of the policy that it belongs to. */
  get policy(): string {
    return this.getStringAttribute("policy");
  }

  /** A note for administrators. */
  get comment(): string {
    return this.getStringAttribute("comment");
  }

  /** Is it off? Default: false. */
  get disabled(): IResolvable {
    return this.getBooleanAttribute("disabled");
  }

  /** Kinds of sensitive information, any of them: by name, with ;mincount=5 where once is not enough. */
  get contentContainsSensitiveInformation(): string[] {
    return Fn.tolist(this.getListAttribute("content_contains_sensitive_information"));
  }

  /** Who can read it: people of the organization only, or others too. One of InOrganization, NotInOrganization. */
  get accessScope(): string {
    return this.getStringAttribute("access_scope");
  }

  /** Where the sender of a message is. One of InOrganization, NotInOrganization. */
  get fromScope(): string {
    return this.getStringAttribute("from_scope");
  }

  /** Senders. */
  get from(): string[] {
    return Fn.tolist(this.getListAttribute("from"));
  }

  /** Recipients. */
  get sentTo(): string[] {
    return Fn.tolist(this.getListAttribute("sent_to"));
  }

  /** Domains of senders. */
  get senderDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("sender_domain_is"));
  }

  /** Domains of recipients. */
  get recipientDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("recipient_domain_is"));
  }

  /** In the subject. */
  get subjectContainsWords(): string[] {
    return Fn.tolist(this.getListAttribute("subject_contains_words"));
  }

  /** Extensions of files, without the dot. */
  get contentExtensionMatchesWords(): string[] {
    return Fn.tolist(this.getListAttribute("content_extension_matches_words"));
  }

  /** Has an attachment or a file a password? Default: false. */
  get documentIsPasswordProtected(): IResolvable {
    return this.getBooleanAttribute("document_is_password_protected");
  }

  /** Not of these senders. */
  get exceptIfFrom(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_from"));
  }

  /** Not where the sender is there. One of InOrganization, NotInOrganization. */
  get exceptIfFromScope(): string {
    return this.getStringAttribute("except_if_from_scope");
  }

  /** Not of these domains. */
  get exceptIfSenderDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_sender_domain_is"));
  }

  /** Not to these domains. */
  get exceptIfRecipientDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_recipient_domain_is"));
  }

  /** Is the message refused, or the file closed? Default: false. */
  get blockAccess(): IResolvable {
    return this.getBooleanAttribute("block_access");
  }

  /** To whom: everyone but its owner, people outside, or those with the link only. One of All, PerUser, PerAnonymousUser. */
  get blockAccessScope(): string {
    return this.getStringAttribute("block_access_scope");
  }

  /** Who gets a message: addresses, Owner, LastModifier or SiteAdmin. */
  get notifyUser(): string[] {
    return Fn.tolist(this.getListAttribute("notify_user"));
  }

  /** How users may go on all the same. One of FalsePositive, WithAcknowledgement, WithoutJustification, WithJustification. */
  get notifyAllowOverride(): string[] {
    return Fn.tolist(this.getListAttribute("notify_allow_override"));
  }

  /** What they read in the app. */
  get notifyPolicyTipCustomText(): string {
    return this.getStringAttribute("notify_policy_tip_custom_text");
  }

  /** Subject of the message. */
  get notifyEmailCustomSubject(): string {
    return this.getStringAttribute("notify_email_custom_subject");
  }

  /** Text of the message, in HTML. */
  get notifyEmailCustomText(): string {
    return this.getStringAttribute("notify_email_custom_text");
  }

  /** Who gets an alert: addresses, or SiteAdmin. */
  get generateAlert(): string[] {
    return Fn.tolist(this.getListAttribute("generate_alert"));
  }

  /** Who gets a report: addresses, or SiteAdmin. */
  get generateIncidentReport(): string[] {
    return Fn.tolist(this.getListAttribute("generate_incident_report"));
  }

  /** What is in it. One of All, Default, DetectionDetails, Detections, DocumentAuthor, DocumentLastModifier, MatchedItem, OriginalContent, RulesMatched, Service, Severity, Title. */
  get incidentReportContent(): string[] {
    return Fn.tolist(this.getListAttribute("incident_report_content"));
  }

  /** How bad it is. One of None, Low, Medium, High. Default: Low. */
  get reportSeverityLevel(): string {
    return this.getStringAttribute("report_severity_level");
  }

  /** Encrypt the message with this template. */
  get encryptRmsTemplate(): string {
    return this.getStringAttribute("encrypt_rms_template");
  }

  /** Put the message into quarantine. Default: false. */
  get quarantine(): IResolvable {
    return this.getBooleanAttribute("quarantine");
  }

  /** Deliver the message to these instead. */
  get redirectMessageTo(): string[] {
    return Fn.tolist(this.getListAttribute("redirect_message_to"));
  }

  /** Text in front of the subject; end it with a blank. */
  get prependSubject(): string {
    return this.getStringAttribute("prepend_subject");
  }

  /** What happens where the rule cannot be tried. One of Ignore, RetryThenBlock. */
  get ruleErrorAction(): string {
    return this.getStringAttribute("rule_error_action");
  }

  /** Is no later rule tried? Default: false. */
  get stopPolicyProcessing(): IResolvable {
    return this.getBooleanAttribute("stop_policy_processing");
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      policy: props.policy,
      comment: props.comment,
      disabled: props.disabled,
      content_contains_sensitive_information: props.contentContainsSensitiveInformation,
      access_scope: props.accessScope,
      from_scope: props.fromScope,
      from: props.from,
      sent_to: props.sentTo,
      sender_domain_is: props.senderDomainIs,
      recipient_domain_is: props.recipientDomainIs,
      subject_contains_words: props.subjectContainsWords,
      content_extension_matches_words: props.contentExtensionMatchesWords,
      document_is_password_protected: props.documentIsPasswordProtected,
      except_if_from: props.exceptIfFrom,
      except_if_from_scope: props.exceptIfFromScope,
      except_if_sender_domain_is: props.exceptIfSenderDomainIs,
      except_if_recipient_domain_is: props.exceptIfRecipientDomainIs,
      block_access: props.blockAccess,
      block_access_scope: props.blockAccessScope,
      notify_user: props.notifyUser,
      notify_allow_override: props.notifyAllowOverride,
      notify_policy_tip_custom_text: props.notifyPolicyTipCustomText,
      notify_email_custom_subject: props.notifyEmailCustomSubject,
      notify_email_custom_text: props.notifyEmailCustomText,
      generate_alert: props.generateAlert,
      generate_incident_report: props.generateIncidentReport,
      incident_report_content: props.incidentReportContent,
      report_severity_level: props.reportSeverityLevel,
      encrypt_rms_template: props.encryptRmsTemplate,
      quarantine: props.quarantine,
      redirect_message_to: props.redirectMessageTo,
      prepend_subject: props.prependSubject,
      rule_error_action: props.ruleErrorAction,
      stop_policy_processing: props.stopPolicyProcessing,
    };
  }
}
