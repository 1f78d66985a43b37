// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365ReportSubmissionPolicy is declared with. */
export interface M365ReportSubmissionPolicyProps extends TerraformMetaArguments {
  /** Do reports go to Microsoft? Left out, it stays as it is. */
  readonly enableReportToMicrosoft?: boolean | IResolvable;
  /** Reported as junk: to a mailbox of yours? Left out, it stays as it is. */
  readonly reportJunkToCustomizedAddress?: boolean | IResolvable;
  /** That mailbox, in Exchange Online; one. Left out, it stays as it is. */
  readonly reportJunkAddresses?: readonly string[];
  /** Reported as not junk: to a mailbox of yours? Left out, it stays as it is. */
  readonly reportNotJunkToCustomizedAddress?: boolean | IResolvable;
  /** That mailbox. Left out, it stays as it is. */
  readonly reportNotJunkAddresses?: readonly string[];
  /** Reported as phishing: to a mailbox of yours? Left out, it stays as it is. */
  readonly reportPhishToCustomizedAddress?: boolean | IResolvable;
  /** That mailbox. Left out, it stays as it is. */
  readonly reportPhishAddresses?: readonly string[];
  /** Do users report with a tool that is not Microsoft's? Left out, it stays as it is. */
  readonly enableThirdPartyAddress?: boolean | IResolvable;
  /** Where that tool sends to. Left out, it stays as it is. */
  readonly thirdPartyReportAddresses?: readonly string[];
  /** Are users told the verdict? Left out, it stays as it is. */
  readonly enableUserEmailNotification?: boolean | IResolvable;
  /** By a sender of yours? Left out, it stays as it is. */
  readonly enableCustomNotificationSender?: boolean | IResolvable;
  /** That sender; one. Left out, it stays as it is. */
  readonly notificationSenderAddress?: readonly string[];
  /** With the organization's logo? Left out, it stays as it is. */
  readonly enableOrganizationBranding?: boolean | IResolvable;
  /** What they are told of junk. Left out, it stays as it is. */
  readonly junkReviewResultMessage?: string;
  /** What they are told of what is none. Left out, it stays as it is. */
  readonly notJunkReviewResultMessage?: string;
  /** What they are told of phishing. Left out, it stays as it is. */
  readonly phishingReviewResultMessage?: string;
  /** Below each of these. Left out, it stays as it is. */
  readonly notificationFooterMessage?: string;
  /** Is something shown before a message is reported? Left out, it stays as it is. */
  readonly preSubmitMessageEnabled?: boolean | IResolvable;
  /** And after? Left out, it stays as it is. */
  readonly postSubmitMessageEnabled?: boolean | IResolvable;
  /** May messages not be reported from quarantine? Left out, it stays as it is. */
  readonly disableQuarantineReportingOption?: boolean | IResolvable;
  /** Do messages of Teams that are reported go to that mailbox too? Left out, it stays as it is. */
  readonly reportChatMessageToCustomizedAddressEnabled?: boolean | IResolvable;
}

const ATTRIBUTES = {
  enableReportToMicrosoft: may(flag),
  reportJunkToCustomizedAddress: may(flag),
  reportJunkAddresses: may(texts),
  reportNotJunkToCustomizedAddress: may(flag),
  reportNotJunkAddresses: may(texts),
  reportPhishToCustomizedAddress: may(flag),
  reportPhishAddresses: may(texts),
  enableThirdPartyAddress: may(flag),
  thirdPartyReportAddresses: may(texts),
  enableUserEmailNotification: may(flag),
  enableCustomNotificationSender: may(flag),
  notificationSenderAddress: may(texts),
  enableOrganizationBranding: may(flag),
  junkReviewResultMessage: may(text),
  notJunkReviewResultMessage: may(text),
  phishingReviewResultMessage: may(text),
  notificationFooterMessage: may(text),
  preSubmitMessageEnabled: may(flag),
  postSubmitMessageEnabled: may(flag),
  disableQuarantineReportingOption: may(flag),
  reportChatMessageToCustomizedAddressEnabled: may(flag),
};

/** Where messages go that users report, and what they are told. A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365ReportSubmissionPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_report_submission_policy";

  private readonly props: M365ReportSubmissionPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365ReportSubmissionPolicyProps) {
    const config = readConfig("M365ReportSubmissionPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365ReportSubmissionPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Do reports go to Microsoft? Left out, it stays as it is. */
  get enableReportToMicrosoft(): IResolvable {
    return this.getBooleanAttribute("enable_report_to_microsoft");
  }

  /** Reported as junk: to a mailbox of yours? Left out, it stays as it is. */
  get reportJunkToCustomizedAddress(): IResolvable {
    return this.getBooleanAttribute("report_junk_to_customized_address");
  }

  /** That mailbox, in Exchange Online; one. Left out, it stays as it is. */
  get reportJunkAddresses(): string[] {
    return Fn.tolist(this.getListAttribute("report_junk_addresses"));
  }

  /** Reported as not junk: to a mailbox of yours? Left out, it stays as it is. */
  get reportNotJunkToCustomizedAddress(): IResolvable {
    return this.getBooleanAttribute("report_not_junk_to_customized_address");
  }

  /** That mailbox. Left out, it stays as it is. */
  get reportNotJunkAddresses(): string[] {
    return Fn.tolist(this.getListAttribute("report_not_junk_addresses"));
  }

  /** Reported as phishing: to a mailbox of yours? Left out, it stays as it is. */
  get reportPhishToCustomizedAddress(): IResolvable {
    return this.getBooleanAttribute("report_phish_to_customized_address");
  }

  /** That mailbox. Left out, it stays as it is. */
  get reportPhishAddresses(): string[] {
    return Fn.tolist(this.getListAttribute("report_phish_addresses"));
  }

  /** Do users report with a tool that is not Microsoft's? Left out, it stays as it is. */
  get enableThirdPartyAddress(): IResolvable {
    return this.getBooleanAttribute("enable_third_party_address");
  }

  /** Where that tool sends to. Left out, it stays as it is. */
  get thirdPartyReportAddresses(): string[] {
    return Fn.tolist(this.getListAttribute("third_party_report_addresses"));
  }

  /** Are users told the verdict? Left out, it stays as it is. */
  get enableUserEmailNotification(): IResolvable {
    return this.getBooleanAttribute("enable_user_email_notification");
  }

  /** By a sender of yours? Left out, it stays as it is. */
  get enableCustomNotificationSender(): IResolvable {
    return this.getBooleanAttribute("enable_custom_notification_sender");
  }

  /** That sender; one. Left out, it stays as it is. */
  get notificationSenderAddress(): string[] {
    return Fn.tolist(this.getListAttribute("notification_sender_address"));
  }

  /** With the organization's logo? Left out, it stays as it is. */
  get enableOrganizationBranding(): IResolvable {
    return this.getBooleanAttribute("enable_organization_branding");
  }

  /** What they are told of junk. Left out, it stays as it is. */
  get junkReviewResultMessage(): string {
    return this.getStringAttribute("junk_review_result_message");
  }

  /** What they are told of what is none. Left out, it stays as it is. */
  get notJunkReviewResultMessage(): string {
    return this.getStringAttribute("not_junk_review_result_message");
  }

  /** What they are told of phishing. Left out, it stays as it is. */
  get phishingReviewResultMessage(): string {
    return this.getStringAttribute("phishing_review_result_message");
  }

  /** Below each of these. Left out, it stays as it is. */
  get notificationFooterMessage(): string {
    return this.getStringAttribute("notification_footer_message");
  }

  /** Is something shown before a message is reported? Left out, it stays as it is. */
  get preSubmitMessageEnabled(): IResolvable {
    return this.getBooleanAttribute("pre_submit_message_enabled");
  }

  /** And after? Left out, it stays as it is. */
  get postSubmitMessageEnabled(): IResolvable {
    return this.getBooleanAttribute("post_submit_message_enabled");
  }

  /** May messages not be reported from quarantine? Left out, it stays as it is. */
  get disableQuarantineReportingOption(): IResolvable {
    return this.getBooleanAttribute("disable_quarantine_reporting_option");
  }

  /** Do messages of Teams that are reported go to that mailbox too? Left out, it stays as it is. */
  get reportChatMessageToCustomizedAddressEnabled(): IResolvable {
    return this.getBooleanAttribute("report_chat_message_to_customized_address_enabled");
  }

  /** Always ReportSubmissionPolicy. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      enable_report_to_microsoft: props.enableReportToMicrosoft,
      report_junk_to_customized_address: props.reportJunkToCustomizedAddress,
      report_junk_addresses: props.reportJunkAddresses,
      report_not_junk_to_customized_address: props.reportNotJunkToCustomizedAddress,
      report_not_junk_addresses: props.reportNotJunkAddresses,
      report_phish_to_customized_address: props.reportPhishToCustomizedAddress,
      report_phish_addresses: props.reportPhishAddresses,
      enable_third_party_address: props.enableThirdPartyAddress,
      third_party_report_addresses: props.thirdPartyReportAddresses,
      enable_user_email_notification: props.enableUserEmailNotification,
      enable_custom_notification_sender: props.enableCustomNotificationSender,
      notification_sender_address: props.notificationSenderAddress,
      enable_organization_branding: props.enableOrganizationBranding,
      junk_review_result_message: props.junkReviewResultMessage,
      not_junk_review_result_message: props.notJunkReviewResultMessage,
      phishing_review_result_message: props.phishingReviewResultMessage,
      notification_footer_message: props.notificationFooterMessage,
      pre_submit_message_enabled: props.preSubmitMessageEnabled,
      post_submit_message_enabled: props.postSubmitMessageEnabled,
      disable_quarantine_reporting_option: props.disableQuarantineReportingOption,
      report_chat_message_to_customized_address_enabled: props.reportChatMessageToCustomizedAddressEnabled,
    };
  }
}
