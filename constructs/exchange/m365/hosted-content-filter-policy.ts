// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365HostedContentFilterPolicy is declared with. */
export interface M365HostedContentFilterPolicyProps extends TerraformMetaArguments {
  /** Name of the policy, at most 64 characters. */
  readonly name: string;
  /** A note for administrators. */
  readonly adminDisplayName?: string;
  /** What happens to spam. One of MoveToJmf, AddXHeader, ModifySubject, Redirect, Delete, Quarantine. Default: MoveToJmf. */
  readonly spamAction?: "MoveToJmf" | "AddXHeader" | "ModifySubject" | "Redirect" | "Delete" | "Quarantine";
  /** What happens to what is surely spam. One of MoveToJmf, AddXHeader, ModifySubject, Redirect, Delete, Quarantine. Default: MoveToJmf. */
  readonly highConfidenceSpamAction?:
    | "MoveToJmf"
    | "AddXHeader"
    | "ModifySubject"
    | "Redirect"
    | "Delete"
    | "Quarantine";
  /** What happens to phishing. One of MoveToJmf, AddXHeader, ModifySubject, Redirect, Delete, Quarantine. Default: MoveToJmf. */
  readonly phishSpamAction?:
    | "MoveToJmf"
    | "AddXHeader"
    | "ModifySubject"
    | "Redirect"
    | "Delete"
    | "Quarantine";
  /** What happens to what is surely phishing. One of Quarantine, Redirect. Default: Quarantine. */
  readonly highConfidencePhishAction?: "Quarantine" | "Redirect";
  /** What happens to bulk mail from bulk_threshold on. One of MoveToJmf, AddXHeader, ModifySubject, Redirect, Delete, Quarantine. Default: MoveToJmf. */
  readonly bulkSpamAction?:
    | "MoveToJmf"
    | "AddXHeader"
    | "ModifySubject"
    | "Redirect"
    | "Delete"
    | "Quarantine";
  /** How much bulk is too much; the lower, the stricter. Default: 7. */
  readonly bulkThreshold?: number;
  /** Is bulk mail acted on at all? One of On, Off, Test. Default: On. */
  readonly markAsSpamBulkMail?: "On" | "Off" | "Test";
  /** Quarantine policy for spam: what users may do with it. Default: DefaultFullAccessPolicy. */
  readonly spamQuarantineTag?: string;
  /** Quarantine policy for sure spam: what users may do with it. Default: DefaultFullAccessPolicy. */
  readonly highConfidenceSpamQuarantineTag?: string;
  /** Quarantine policy for phishing: what users may do with it. Default: DefaultFullAccessPolicy. */
  readonly phishQuarantineTag?: string;
  /** Quarantine policy for sure phishing: what users may do with it. Default: AdminOnlyAccessPolicy. */
  readonly highConfidencePhishQuarantineTag?: string;
  /** Quarantine policy for bulk mail: what users may do with it. Default: DefaultFullAccessPolicy. */
  readonly bulkQuarantineTag?: string;
  /** Days in quarantine. Default: 15. */
  readonly quarantineRetentionPeriod?: number;
  /** Where an action Redirect sends mail. */
  readonly redirectToRecipients?: readonly string[];
  /** What an action ModifySubject puts in front. */
  readonly modifySubjectValue?: string;
  /** Name of the header of an action AddXHeader. */
  readonly addXHeaderValue?: string;
  /** Is spam taken out of inboxes when it is found out later? Default: true. */
  readonly spamZapEnabled?: boolean | IResolvable;
  /** The same for phishing. Default: true. */
  readonly phishZapEnabled?: boolean | IResolvable;
  /** Are safety tips shown? Default: true. */
  readonly inlineSafetyTipsEnabled?: boolean | IResolvable;
  /** Addresses whose mail is never spam. Baselines want none. */
  readonly allowedSenders?: readonly string[];
  /** Domains whose mail is never spam: whoever writes in their name gets through. Baselines want none. */
  readonly allowedSenderDomains?: readonly string[];
  /** Addresses whose mail is spam. */
  readonly blockedSenders?: readonly string[];
  /** Domains whose mail is spam. */
  readonly blockedSenderDomains?: readonly string[];
  /** From which verdict on mail within the organization is acted on. One of Default, HighConfidencePhish, Phish, HighConfidenceSpam, Spam, Disabled. Default: Default. */
  readonly intraOrgFilterState?:
    | "Default"
    | "HighConfidencePhish"
    | "Phish"
    | "HighConfidenceSpam"
    | "Spam"
    | "Disabled";
  /** Is language_block_list used? Default: false. */
  readonly enableLanguageBlockList?: boolean | IResolvable;
  /** Languages that are spam, by ISO 639-1. */
  readonly languageBlockList?: readonly string[];
  /** Is region_block_list used? Default: false. */
  readonly enableRegionBlockList?: boolean | IResolvable;
  /** Countries whose mail is spam, by ISO 3166-1. */
  readonly regionBlockList?: readonly string[];
  /** Counts links to pictures elsewhere as spam. Microsoft advises Off. One of On, Off, Test. Default: Off. */
  readonly increaseScoreWithImageLinks?: "On" | "Off" | "Test";
  /** Counts links by address as spam. Microsoft advises Off. One of On, Off, Test. Default: Off. */
  readonly increaseScoreWithNumericIps?: "On" | "Off" | "Test";
  /** Counts a hard fail of SPF as spam. Microsoft advises Off. One of On, Off, Test. Default: Off. */
  readonly markAsSpamSpfRecordHardFail?: "On" | "Off" | "Test";
  /** Counts reports on what nobody sent as spam. Microsoft advises Off. One of On, Off, Test. Default: Off. */
  readonly markAsSpamNdrBackscatter?: "On" | "Off" | "Test";
}

const ATTRIBUTES = {
  name: text,
  adminDisplayName: may(text),
  spamAction: may(word(["MoveToJmf", "AddXHeader", "ModifySubject", "Redirect", "Delete", "Quarantine"])),
  highConfidenceSpamAction: may(
    word(["MoveToJmf", "AddXHeader", "ModifySubject", "Redirect", "Delete", "Quarantine"]),
  ),
  phishSpamAction: may(
    word(["MoveToJmf", "AddXHeader", "ModifySubject", "Redirect", "Delete", "Quarantine"]),
  ),
  highConfidencePhishAction: may(word(["Quarantine", "Redirect"])),
  bulkSpamAction: may(word(["MoveToJmf", "AddXHeader", "ModifySubject", "Redirect", "Delete", "Quarantine"])),
  bulkThreshold: may(number),
  markAsSpamBulkMail: may(word(["On", "Off", "Test"])),
  spamQuarantineTag: may(text),
  highConfidenceSpamQuarantineTag: may(text),
  phishQuarantineTag: may(text),
  highConfidencePhishQuarantineTag: may(text),
  bulkQuarantineTag: may(text),
  quarantineRetentionPeriod: may(number),
  redirectToRecipients: may(texts),
  modifySubjectValue: may(text),
  addXHeaderValue: may(text),
  spamZapEnabled: may(flag),
  phishZapEnabled: may(flag),
  inlineSafetyTipsEnabled: may(flag),
  allowedSenders: may(texts),
  allowedSenderDomains: may(texts),
  blockedSenders: may(texts),
  blockedSenderDomains: may(texts),
  intraOrgFilterState: may(
    word(["Default", "HighConfidencePhish", "Phish", "HighConfidenceSpam", "Spam", "Disabled"]),
  ),
  enableLanguageBlockList: may(flag),
  languageBlockList: may(texts),
  enableRegionBlockList: may(flag),
  regionBlockList: may(texts),
  increaseScoreWithImageLinks: may(word(["On", "Off", "Test"])),
  increaseScoreWithNumericIps: may(word(["On", "Off", "Test"])),
  markAsSpamSpfRecordHardFail: may(word(["On", "Off", "Test"])),
  markAsSpamNdrBackscatter: may(word(["On", "Off", "Test"])),
};

/** What happens to spam, bulk mail and phishing on its way in. */
export class M365HostedContentFilterPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_hosted_content_filter_policy";

  private readonly props: M365HostedContentFilterPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365HostedContentFilterPolicyProps) {
    const config = readConfig("M365HostedContentFilterPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365HostedContentFilterPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the policy, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** A note for administrators. */
  get adminDisplayName(): string {
    return this.getStringAttribute("admin_display_name");
  }

  /** What happens to spam. One of MoveToJmf, AddXHeader, ModifySubject, Redirect, Delete, Quarantine. Default: MoveToJmf. */
  get spamAction(): string {
    return this.getStringAttribute("spam_action");
  }

  /** What happens to what is surely spam. One of MoveToJmf, AddXHeader, ModifySubject, Redirect, Delete, Quarantine. Default: MoveToJmf. */
  get highConfidenceSpamAction(): string {
    return this.getStringAttribute("high_confidence_spam_action");
  }

  /** What happens to phishing. One of MoveToJmf, AddXHeader, ModifySubject, Redirect, Delete, Quarantine. Default: MoveToJmf. */
  get phishSpamAction(): string {
    return this.getStringAttribute("phish_spam_action");
  }

  /** What happens to what is surely phishing. One of Quarantine, Redirect. Default: Quarantine. */
  get highConfidencePhishAction(): string {
    return this.getStringAttribute("high_confidence_phish_action");
  }

  /** What happens to bulk mail from bulk_threshold on. One of MoveToJmf, AddXHeader, ModifySubject, Redirect, Delete, Quarantine. Default: MoveToJmf. */
  get bulkSpamAction(): string {
    return this.getStringAttribute("bulk_spam_action");
  }

  /** How much bulk is too much; the lower, the stricter. Default: 7. */
  get bulkThreshold(): number {
    return this.getNumberAttribute("bulk_threshold");
  }

  /** Is bulk mail acted on at all? One of On, Off, Test. Default: On. */
  get markAsSpamBulkMail(): string {
    return this.getStringAttribute("mark_as_spam_bulk_mail");
  }

  /** Quarantine policy for spam: what users may do with it. Default: DefaultFullAccessPolicy. */
  get spamQuarantineTag(): string {
    return this.getStringAttribute("spam_quarantine_tag");
  }

  /** Quarantine policy for sure spam: what users may do with it. Default: DefaultFullAccessPolicy. */
  get highConfidenceSpamQuarantineTag(): string {
    return this.getStringAttribute("high_confidence_spam_quarantine_tag");
  }

  /** Quarantine policy for phishing: what users may do with it. Default: DefaultFullAccessPolicy. */
  get phishQuarantineTag(): string {
    return this.getStringAttribute("phish_quarantine_tag");
  }

  /** Quarantine policy for sure phishing: what users may do with it. Default: AdminOnlyAccessPolicy. */
  get highConfidencePhishQuarantineTag(): string {
    return this.getStringAttribute("high_confidence_phish_quarantine_tag");
  }

  /** Quarantine policy for bulk mail: what users may do with it. Default: DefaultFullAccessPolicy. */
  get bulkQuarantineTag(): string {
    return this.getStringAttribute("bulk_quarantine_tag");
  }

  /** Days in quarantine. Default: 15. */
  get quarantineRetentionPeriod(): number {
    return this.getNumberAttribute("quarantine_retention_period");
  }

  /** Where an action Redirect sends mail. */
  get redirectToRecipients(): string[] {
    return Fn.tolist(this.getListAttribute("redirect_to_recipients"));
  }

  /** What an action ModifySubject puts in front. */
  get modifySubjectValue(): string {
    return this.getStringAttribute("modify_subject_value");
  }

  /** Name of the header of an action AddXHeader. */
  get addXHeaderValue(): string {
    return this.getStringAttribute("add_x_header_value");
  }

  /** Is spam taken out of inboxes when it is found out later? Default: true. */
  get spamZapEnabled(): IResolvable {
    return this.getBooleanAttribute("spam_zap_enabled");
  }

  /** The same for phishing. Default: true. */
  get phishZapEnabled(): IResolvable {
    return this.getBooleanAttribute("phish_zap_enabled");
  }

  /** Are safety tips shown? Default: true. */
  get inlineSafetyTipsEnabled(): IResolvable {
    return this.getBooleanAttribute("inline_safety_tips_enabled");
  }

  /** Addresses whose mail is never spam. Baselines want none. */
  get allowedSenders(): string[] {
    return Fn.tolist(this.getListAttribute("allowed_senders"));
  }

  /** Domains whose mail is never spam: whoever writes in their name gets through. Baselines want none. */
  get allowedSenderDomains(): string[] {
    return Fn.tolist(this.getListAttribute("allowed_sender_domains"));
  }

  /** Addresses whose mail is spam. */
  get blockedSenders(): string[] {
    return Fn.tolist(this.getListAttribute("blocked_senders"));
  }

  /** Domains whose mail is spam. */
  get blockedSenderDomains(): string[] {
    return Fn.tolist(this.getListAttribute("blocked_sender_domains"));
  }

  /** From which verdict on mail within the organization is acted on. One of Default, HighConfidencePhish, Phish, HighConfidenceSpam, Spam, Disabled. Default: Default. */
  get intraOrgFilterState(): string {
    return this.getStringAttribute("intra_org_filter_state");
  }

  /** Is language_block_list used? Default: false. */
  get enableLanguageBlockList(): IResolvable {
    return this.getBooleanAttribute("enable_language_block_list");
  }

  /** Languages that are spam, by ISO 639-1. */
  get languageBlockList(): string[] {
    return Fn.tolist(this.getListAttribute("language_block_list"));
  }

  /** Is region_block_list used? Default: false. */
  get enableRegionBlockList(): IResolvable {
    return this.getBooleanAttribute("enable_region_block_list");
  }

  /** Countries whose mail is spam, by ISO 3166-1. */
  get regionBlockList(): string[] {
    return Fn.tolist(this.getListAttribute("region_block_list"));
  }

  /** Counts links to pictures elsewhere as spam. Microsoft advises Off. One of On, Off, Test. Default: Off. */
  get increaseScoreWithImageLinks(): string {
    return this.getStringAttribute("increase_score_with_image_links");
  }

  /** Counts links by address as spam. Microsoft advises Off. One of On, Off, Test. Default: Off. */
  get increaseScoreWithNumericIps(): string {
    return this.getStringAttribute("increase_score_with_numeric_ips");
  }

  /** Counts a hard fail of SPF as spam. Microsoft advises Off. One of On, Off, Test. Default: Off. */
  get markAsSpamSpfRecordHardFail(): string {
    return this.getStringAttribute("mark_as_spam_spf_record_hard_fail");
  }

  /** Counts reports on what nobody sent as spam. Microsoft advises Off. One of On, Off, Test. Default: Off. */
  get markAsSpamNdrBackscatter(): string {
    return this.getStringAttribute("mark_as_spam_ndr_backscatter");
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      admin_display_name: props.adminDisplayName,
      spam_action: props.spamAction,
      high_confidence_spam_action: props.highConfidenceSpamAction,
      phish_spam_action: props.phishSpamAction,
      high_confidence_phish_action: props.highConfidencePhishAction,
      bulk_spam_action: props.bulkSpamAction,
      bulk_threshold: props.bulkThreshold,
      mark_as_spam_bulk_mail: props.markAsSpamBulkMail,
      spam_quarantine_tag: props.spamQuarantineTag,
      high_confidence_spam_quarantine_tag: props.highConfidenceSpamQuarantineTag,
      phish_quarantine_tag: props.phishQuarantineTag,
      high_confidence_phish_quarantine_tag: props.highConfidencePhishQuarantineTag,
      bulk_quarantine_tag: props.bulkQuarantineTag,
      quarantine_retention_period: props.quarantineRetentionPeriod,
      redirect_to_recipients: props.redirectToRecipients,
      modify_subject_value: props.modifySubjectValue,
      add_x_header_value: props.addXHeaderValue,
      spam_zap_enabled: props.spamZapEnabled,
      phish_zap_enabled: props.phishZapEnabled,
      inline_safety_tips_enabled: props.inlineSafetyTipsEnabled,
      allowed_senders: props.allowedSenders,
      allowed_sender_domains: props.allowedSenderDomains,
      blocked_senders: props.blockedSenders,
      blocked_sender_domains: props.blockedSenderDomains,
      intra_org_filter_state: props.intraOrgFilterState,
      enable_language_block_list: props.enableLanguageBlockList,
      language_block_list: props.languageBlockList,
      enable_region_block_list: props.enableRegionBlockList,
      region_block_list: props.regionBlockList,
      increase_score_with_image_links: props.increaseScoreWithImageLinks,
      increase_score_with_numeric_ips: props.increaseScoreWithNumericIps,
      mark_as_spam_spf_record_hard_fail: props.markAsSpamSpfRecordHardFail,
      mark_as_spam_ndr_backscatter: props.markAsSpamNdrBackscatter,
    };
  }
}
