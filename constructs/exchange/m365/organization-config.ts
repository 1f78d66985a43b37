// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365OrganizationConfig is declared with. */
export interface M365OrganizationConfigProps extends TerraformMetaArguments {
  /** Refuse mail in the organization's own name that comes unauthenticated and over no connector? Mail that others forward without SRS is hit too. Left out, it stays as it is. */
  readonly rejectDirectSend?: boolean | IResolvable;
  /** Is mailbox auditing off for all? Wanted: false. Left out, it stays as it is. */
  readonly auditDisabled?: boolean | IResolvable;
  /** May Outlook sign in by modern authentication? Left out, it stays as it is. */
  readonly oauth2ClientProfileEnabled?: boolean | IResolvable;
  /** Does Outlook show MailTips? Left out, it stays as it is. */
  readonly mailTipsAllTipsEnabled?: boolean | IResolvable;
  /** Does it tell of recipients outside? Left out, it stays as it is. */
  readonly mailTipsExternalRecipientsTipsEnabled?: boolean | IResolvable;
  /** Does it tell how many a group reaches? Left out, it stays as it is. */
  readonly mailTipsGroupMetricsEnabled?: boolean | IResolvable;
  /** Recipients from which an audience counts as large. Left out, it stays as it is. */
  readonly mailTipsLargeAudienceThreshold?: number;
  /** May Exchange Web Services be used? Unset, mailboxes say it. Left out, it stays as it is. */
  readonly ewsEnabled?: boolean | IResolvable;
  /** Ids of the applications that may still use Exchange Web Services, with commas. Left out, it stays as it is. */
  readonly ewsAllowedAppIds?: string;
  /** May users send as their aliases? Left out, it stays as it is. */
  readonly sendFromAliasEnabled?: boolean | IResolvable;
  /** May groups have connectors to other services? Left out, it stays as it is. */
  readonly connectorsEnabled?: boolean | IResolvable;
  /** Do buttons in messages work? Left out, it stays as it is. */
  readonly smtpActionableMessagesEnabled?: boolean | IResolvable;
  /** Does Outlook on the web show previews of links? Left out, it stays as it is. */
  readonly linkPreviewEnabled?: boolean | IResolvable;
  /** Is there a focused inbox? Left out, it stays as it is. */
  readonly focusedInboxOn?: boolean | IResolvable;
  /** Must Microsoft ask before its staff reads content? Left out, it stays as it is. */
  readonly customerLockboxEnabled?: boolean | IResolvable;
  /** Do mailboxes stay for 30 days after their licence went? Left out, it stays as it is. */
  readonly delayedDelicensingEnabled?: boolean | IResolvable;
  /** Are users signed out of Outlook on the web when idle? Left out, it stays as it is. */
  readonly activityBasedAuthenticationTimeoutEnabled?: boolean | IResolvable;
  /** After how long: 00:05:00 to 08:00:00. Left out, it stays as it is. */
  readonly activityBasedAuthenticationTimeoutInterval?: string;
}

const ATTRIBUTES = {
  rejectDirectSend: may(flag),
  auditDisabled: may(flag),
  oauth2ClientProfileEnabled: may(flag),
  mailTipsAllTipsEnabled: may(flag),
  mailTipsExternalRecipientsTipsEnabled: may(flag),
  mailTipsGroupMetricsEnabled: may(flag),
  mailTipsLargeAudienceThreshold: may(number),
  ewsEnabled: may(flag),
  ewsAllowedAppIds: may(text),
  sendFromAliasEnabled: may(flag),
  connectorsEnabled: may(flag),
  smtpActionableMessagesEnabled: may(flag),
  linkPreviewEnabled: may(flag),
  focusedInboxOn: may(flag),
  customerLockboxEnabled: may(flag),
  delayedDelicensingEnabled: may(flag),
  activityBasedAuthenticationTimeoutEnabled: may(flag),
  activityBasedAuthenticationTimeoutInterval: may(text),
};

/** Settings of Exchange Online that hold for everyone. A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365OrganizationConfig extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_organization_config";

  private readonly props: M365OrganizationConfigProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365OrganizationConfigProps) {
    const config = readConfig("M365OrganizationConfig", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365OrganizationConfig.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Refuse mail in the organization's own name that comes unauthenticated and over no connector? Mail that others forward without SRS is hit too. Left out, it stays as it is. */
  get rejectDirectSend(): IResolvable {
    return this.getBooleanAttribute("reject_direct_send");
  }

  /** Is mailbox auditing off for all? Wanted: false. Left out, it stays as it is. */
  get auditDisabled(): IResolvable {
    return this.getBooleanAttribute("audit_disabled");
  }

  /** May Outlook sign in by modern authentication? Left out, it stays as it is. */
  get oauth2ClientProfileEnabled(): IResolvable {
    return this.getBooleanAttribute("oauth2_client_profile_enabled");
  }

  /** Does Outlook show MailTips? Left out, it stays as it is. */
  get mailTipsAllTipsEnabled(): IResolvable {
    return this.getBooleanAttribute("mail_tips_all_tips_enabled");
  }

  /** Does it tell of recipients outside? Left out, it stays as it is. */
  get mailTipsExternalRecipientsTipsEnabled(): IResolvable {
    return this.getBooleanAttribute("mail_tips_external_recipients_tips_enabled");
  }

  /** Does it tell how many a group reaches? Left out, it stays as it is. */
  get mailTipsGroupMetricsEnabled(): IResolvable {
    return this.getBooleanAttribute("mail_tips_group_metrics_enabled");
  }

  /** Recipients from which an audience counts as large. Left out, it stays as it is. */
  get mailTipsLargeAudienceThreshold(): number {
    return this.getNumberAttribute("mail_tips_large_audience_threshold");
  }

  /** May Exchange Web Services be used? Unset, mailboxes say it. Left out, it stays as it is. */
  get ewsEnabled(): IResolvable {
    return this.getBooleanAttribute("ews_enabled");
  }

  /** Ids of the applications that may still use Exchange Web Services, with commas. Left out, it stays as it is. */
  get ewsAllowedAppIds(): string {
    return this.getStringAttribute("ews_allowed_app_ids");
  }

  /** May users send as their aliases? Left out, it stays as it is. */
  get sendFromAliasEnabled(): IResolvable {
    return this.getBooleanAttribute("send_from_alias_enabled");
  }

  /** May groups have connectors to other services? Left out, it stays as it is. */
  get connectorsEnabled(): IResolvable {
    return this.getBooleanAttribute("connectors_enabled");
  }

  /** Do buttons in messages work? Left out, it stays as it is. */
  get smtpActionableMessagesEnabled(): IResolvable {
    return this.getBooleanAttribute("smtp_actionable_messages_enabled");
  }

  /** Does Outlook on the web show previews of links? Left out, it stays as it is. */
  get linkPreviewEnabled(): IResolvable {
    return this.getBooleanAttribute("link_preview_enabled");
  }

  /** Is there a focused inbox? Left out, it stays as it is. */
  get focusedInboxOn(): IResolvable {
    return this.getBooleanAttribute("focused_inbox_on");
  }

  /** Must Microsoft ask before its staff reads content? Left out, it stays as it is. */
  get customerLockboxEnabled(): IResolvable {
    return this.getBooleanAttribute("customer_lockbox_enabled");
  }

  /** Do mailboxes stay for 30 days after their licence went? Left out, it stays as it is. */
  get delayedDelicensingEnabled(): IResolvable {
    return this.getBooleanAttribute("delayed_delicensing_enabled");
  }

  /** Are users signed out of Outlook on the web when idle? Left out, it stays as it is. */
  get activityBasedAuthenticationTimeoutEnabled(): IResolvable {
    return this.getBooleanAttribute("activity_based_authentication_timeout_enabled");
  }

  /** After how long: 00:05:00 to 08:00:00. Left out, it stays as it is. */
  get activityBasedAuthenticationTimeoutInterval(): string {
    return this.getStringAttribute("activity_based_authentication_timeout_interval");
  }

  /** Always OrganizationConfig. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      reject_direct_send: props.rejectDirectSend,
      audit_disabled: props.auditDisabled,
      oauth2_client_profile_enabled: props.oauth2ClientProfileEnabled,
      mail_tips_all_tips_enabled: props.mailTipsAllTipsEnabled,
      mail_tips_external_recipients_tips_enabled: props.mailTipsExternalRecipientsTipsEnabled,
      mail_tips_group_metrics_enabled: props.mailTipsGroupMetricsEnabled,
      mail_tips_large_audience_threshold: props.mailTipsLargeAudienceThreshold,
      ews_enabled: props.ewsEnabled,
      ews_allowed_app_ids: props.ewsAllowedAppIds,
      send_from_alias_enabled: props.sendFromAliasEnabled,
      connectors_enabled: props.connectorsEnabled,
      smtp_actionable_messages_enabled: props.smtpActionableMessagesEnabled,
      link_preview_enabled: props.linkPreviewEnabled,
      focused_inbox_on: props.focusedInboxOn,
      customer_lockbox_enabled: props.customerLockboxEnabled,
      delayed_delicensing_enabled: props.delayedDelicensingEnabled,
      activity_based_authentication_timeout_enabled: props.activityBasedAuthenticationTimeoutEnabled,
      activity_based_authentication_timeout_interval: props.activityBasedAuthenticationTimeoutInterval,
    };
  }
}
