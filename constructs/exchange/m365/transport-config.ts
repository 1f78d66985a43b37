// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365TransportConfig is declared with. */
export interface M365TransportConfigProps extends TerraformMetaArguments {
  /** Is SMTP AUTH off for mailboxes that say nothing themselves? It knows no second factor. Left out, it stays as it is. */
  readonly smtpClientAuthenticationDisabled?: boolean | IResolvable;
  /** May clients with TLS 1.0 and 1.1 use the endpoint kept for them? Left out, it stays as it is. */
  readonly allowLegacyTlsClients?: boolean | IResolvable;
  /** Sender of non-delivery reports to the outside. Left out, it stays as it is. */
  readonly externalPostmasterAddress?: string;
  /** Who gets journal reports that cannot be delivered; without it there is no journaling. Left out, it stays as it is. */
  readonly journalingReportNdrTo?: string;
  /** How long delivery is tried: 12 to 24 hours. Left out, it stays as it is. */
  readonly messageExpiration?: string;
  /** Are replies to all stopped when there are too many? Left out, it stays as it is. */
  readonly replyAllStormProtectionEnabled?: boolean | IResolvable;
  /** Recipients from which it may be a storm. Left out, it stays as it is. */
  readonly replyAllStormDetectionMinimumRecipients?: number;
  /** Replies to all within an hour that make it one. Left out, it stays as it is. */
  readonly replyAllStormDetectionMinimumReplies?: number;
  /** Hours for which replies are then stopped. Left out, it stays as it is. */
  readonly replyAllStormBlockDurationHours?: number;
}

const ATTRIBUTES = {
  smtpClientAuthenticationDisabled: may(flag),
  allowLegacyTlsClients: may(flag),
  externalPostmasterAddress: may(text),
  journalingReportNdrTo: may(text),
  messageExpiration: may(text),
  replyAllStormProtectionEnabled: may(flag),
  replyAllStormDetectionMinimumRecipients: may(number),
  replyAllStormDetectionMinimumReplies: may(number),
  replyAllStormBlockDurationHours: may(number),
};

/** How mail is transported in the whole organization. A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365TransportConfig extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_transport_config";

  private readonly props: M365TransportConfigProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365TransportConfigProps) {
    const config = readConfig("M365TransportConfig", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365TransportConfig.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Is SMTP AUTH off for mailboxes that say nothing themselves? It knows no second factor. Left out, it stays as it is. */
  get smtpClientAuthenticationDisabled(): IResolvable {
    return this.getBooleanAttribute("smtp_client_authentication_disabled");
  }

  /** May clients with TLS 1.0 and 1.1 use the endpoint kept for them? Left out, it stays as it is. */
  get allowLegacyTlsClients(): IResolvable {
    return this.getBooleanAttribute("allow_legacy_tls_clients");
  }

  /** Sender of non-delivery reports to the outside. Left out, it stays as it is. */
  get externalPostmasterAddress(): string {
    return this.getStringAttribute("external_postmaster_address");
  }

  /** Who gets journal reports that cannot be delivered; without it there is no journaling. Left out, it stays as it is. */
  get journalingReportNdrTo(): string {
    return this.getStringAttribute("journaling_report_ndr_to");
  }

  /** How long delivery is tried: 12 to 24 hours. Left out, it stays as it is. */
  get messageExpiration(): string {
    return this.getStringAttribute("message_expiration");
  }

  /** Are replies to all stopped when there are too many? Left out, it stays as it is. */
  get replyAllStormProtectionEnabled(): IResolvable {
    return this.getBooleanAttribute("reply_all_storm_protection_enabled");
  }

  /** Recipients from which it may be a storm. Left out, it stays as it is. */
  get replyAllStormDetectionMinimumRecipients(): number {
    return this.getNumberAttribute("reply_all_storm_detection_minimum_recipients");
  }

  /** Replies to all within an hour that make it one. Left out, it stays as it is. */
  get replyAllStormDetectionMinimumReplies(): number {
    return this.getNumberAttribute("reply_all_storm_detection_minimum_replies");
  }

  /** Hours for which replies are then stopped. Left out, it stays as it is. */
  get replyAllStormBlockDurationHours(): number {
    return this.getNumberAttribute("reply_all_storm_block_duration_hours");
  }

  /** Always TransportConfig. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      smtp_client_authentication_disabled: props.smtpClientAuthenticationDisabled,
      allow_legacy_tls_clients: props.allowLegacyTlsClients,
      external_postmaster_address: props.externalPostmasterAddress,
      journaling_report_ndr_to: props.journalingReportNdrTo,
      message_expiration: props.messageExpiration,
      reply_all_storm_protection_enabled: props.replyAllStormProtectionEnabled,
      reply_all_storm_detection_minimum_recipients: props.replyAllStormDetectionMinimumRecipients,
      reply_all_storm_detection_minimum_replies: props.replyAllStormDetectionMinimumReplies,
      reply_all_storm_block_duration_hours: props.replyAllStormBlockDurationHours,
    };
  }
}
