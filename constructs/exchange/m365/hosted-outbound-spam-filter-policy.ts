// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365HostedOutboundSpamFilterPolicy is declared with. */
export interface M365HostedOutboundSpamFilterPolicyProps extends TerraformMetaArguments {
  /** Name of the policy, at most 64 characters. */
  readonly name: string;
  /** A note for administrators. */
  readonly adminDisplayName?: string;
  /** May mailboxes forward to the outside by themselves? Automatic is Off today; baselines want it written. One of Automatic, Off, On. Default: Automatic. */
  readonly autoForwardingMode?: "Automatic" | "Off" | "On";
  /** Recipients outside in an hour. 0 is the service's own limit. Default: 0. */
  readonly recipientLimitExternalPerHour?: number;
  /** Recipients inside in an hour. 0 is the service's own limit. Default: 0. */
  readonly recipientLimitInternalPerHour?: number;
  /** Recipients in a day. 0 is the service's own limit. Default: 0. */
  readonly recipientLimitPerDay?: number;
  /** What happens to who sends more. One of Alert, BlockUser, BlockUserForToday. Default: BlockUserForToday. */
  readonly actionWhenThresholdReached?: "Alert" | "BlockUser" | "BlockUserForToday";
  /** Is somebody told of users who were blocked? Default: false. */
  readonly notifyOutboundSpam?: boolean | IResolvable;
  /** Who is told. */
  readonly notifyOutboundSpamRecipients?: readonly string[];
  /** Are copies of suspicious mail sent on? Works in the policy Default alone. Default: false. */
  readonly bccSuspiciousOutboundMail?: boolean | IResolvable;
  /** Where to. */
  readonly bccSuspiciousOutboundAdditionalRecipients?: readonly string[];
}

const ATTRIBUTES = {
  name: text,
  adminDisplayName: may(text),
  autoForwardingMode: may(word(["Automatic", "Off", "On"])),
  recipientLimitExternalPerHour: may(number),
  recipientLimitInternalPerHour: may(number),
  recipientLimitPerDay: may(number),
  actionWhenThresholdReached: may(word(["Alert", "BlockUser", "BlockUserForToday"])),
  notifyOutboundSpam: may(flag),
  notifyOutboundSpamRecipients: may(texts),
  bccSuspiciousOutboundMail: may(flag),
  bccSuspiciousOutboundAdditionalRecipients: may(texts),
};

/** How much users may send, whether they may forward to the outside, and what happens to those who send spam. */
export class M365HostedOutboundSpamFilterPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_hosted_outbound_spam_filter_policy";

  private readonly props: M365HostedOutboundSpamFilterPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365HostedOutboundSpamFilterPolicyProps) {
    const config = readConfig("M365HostedOutboundSpamFilterPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365HostedOutboundSpamFilterPolicy.tfResourceType,
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

  /** May mailboxes forward to the outside by themselves? Automatic is Off today; baselines want it written. One of Automatic, Off, On. Default: Automatic. */
  get autoForwardingMode(): string {
    return this.getStringAttribute("auto_forwarding_mode");
  }

  /** Recipients outside in an hour. 0 is the service's own limit. Default: 0. */
  get recipientLimitExternalPerHour(): number {
    return this.getNumberAttribute("recipient_limit_external_per_hour");
  }

  /** Recipients inside in an hour. 0 is the service's own limit. Default: 0. */
  get recipientLimitInternalPerHour(): number {
    return this.getNumberAttribute("recipient_limit_internal_per_hour");
  }

  /** Recipients in a day. 0 is the service's own limit. Default: 0. */
  get recipientLimitPerDay(): number {
    return this.getNumberAttribute("recipient_limit_per_day");
  }

  /** What happens to who sends more. One of Alert, BlockUser, BlockUserForToday. Default: BlockUserForToday. */
  get actionWhenThresholdReached(): string {
    return this.getStringAttribute("action_when_threshold_reached");
  }

  /** Is somebody told of users who were blocked? Default: false. */
  get notifyOutboundSpam(): IResolvable {
    return this.getBooleanAttribute("notify_outbound_spam");
  }

  /** Who is told. */
  get notifyOutboundSpamRecipients(): string[] {
    return Fn.tolist(this.getListAttribute("notify_outbound_spam_recipients"));
  }

  /** Are copies of suspicious mail sent on? Works in the policy Default alone. Default: false. */
  get bccSuspiciousOutboundMail(): IResolvable {
    return this.getBooleanAttribute("bcc_suspicious_outbound_mail");
  }

  /** Where to. */
  get bccSuspiciousOutboundAdditionalRecipients(): string[] {
    return Fn.tolist(this.getListAttribute("bcc_suspicious_outbound_additional_recipients"));
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
      auto_forwarding_mode: props.autoForwardingMode,
      recipient_limit_external_per_hour: props.recipientLimitExternalPerHour,
      recipient_limit_internal_per_hour: props.recipientLimitInternalPerHour,
      recipient_limit_per_day: props.recipientLimitPerDay,
      action_when_threshold_reached: props.actionWhenThresholdReached,
      notify_outbound_spam: props.notifyOutboundSpam,
      notify_outbound_spam_recipients: props.notifyOutboundSpamRecipients,
      bcc_suspicious_outbound_mail: props.bccSuspiciousOutboundMail,
      bcc_suspicious_outbound_additional_recipients: props.bccSuspiciousOutboundAdditionalRecipients,
    };
  }
}
