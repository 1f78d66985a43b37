// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, word } from "../config";
import { GENERATED } from "./generated";

/** What M365RemoteDomain is declared with. */
export interface M365RemoteDomainProps extends TerraformMetaArguments {
  /** Name of the remote domain, at most 64 characters. */
  readonly name: string;
  /** The domain; *.contoso.com with subdomains, * for all others. */
  readonly domainName: string;
  /** May mailboxes forward there by themselves? Baselines want false everywhere. Default: true. */
  readonly autoForwardEnabled?: boolean | IResolvable;
  /** May inbox rules reply there? Default: true. */
  readonly autoReplyEnabled?: boolean | IResolvable;
  /** Which out-of-office replies go there. One of External, ExternalLegacy, InternalLegacy, None. Default: External. */
  readonly allowedOofType?: "External" | "ExternalLegacy" | "InternalLegacy" | "None";
  /** Do delivery reports? Default: true. */
  readonly deliveryReportEnabled?: boolean | IResolvable;
  /** Do non-delivery reports? Default: true. */
  readonly ndrEnabled?: boolean | IResolvable;
  /** Do notices that a meeting was forwarded? Default: false. */
  readonly meetingForwardNotificationEnabled?: boolean | IResolvable;
  /** Do senders' display names? Default: true. */
  readonly displaySenderName?: boolean | IResolvable;
  /** Is TNEF used? Left out, the recipient's settings say it. */
  readonly tnefEnabled?: boolean | IResolvable;
  /** Format of messages. One of MimeHtmlText, MimeText, MimeHtml. Default: MimeHtmlText. */
  readonly contentType?: "MimeHtmlText" | "MimeText" | "MimeHtml";
  /** Does mail from there skip spam filtering? For hybrid alone. Default: false. */
  readonly trustedMailInboundEnabled?: boolean | IResolvable;
  /** Is mail to there marked as trusted? For hybrid alone. Default: false. */
  readonly trustedMailOutboundEnabled?: boolean | IResolvable;
}

const ATTRIBUTES = {
  name: text,
  domainName: text,
  autoForwardEnabled: may(flag),
  autoReplyEnabled: may(flag),
  allowedOofType: may(word(["External", "ExternalLegacy", "InternalLegacy", "None"])),
  deliveryReportEnabled: may(flag),
  ndrEnabled: may(flag),
  meetingForwardNotificationEnabled: may(flag),
  displaySenderName: may(flag),
  tnefEnabled: may(flag),
  contentType: may(word(["MimeHtmlText", "MimeText", "MimeHtml"])),
  trustedMailInboundEnabled: may(flag),
  trustedMailOutboundEnabled: may(flag),
};

/** What may go out to a domain elsewhere besides mail that somebody wrote: forwards, replies, reports. */
export class M365RemoteDomain extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_remote_domain";

  private readonly props: M365RemoteDomainProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365RemoteDomainProps) {
    const config = readConfig("M365RemoteDomain", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365RemoteDomain.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the remote domain, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** The domain; *.contoso.com with subdomains, * for all others. */
  get domainName(): string {
    return this.getStringAttribute("domain_name");
  }

  /** May mailboxes forward there by themselves? Baselines want false everywhere. Default: true. */
  get autoForwardEnabled(): IResolvable {
    return this.getBooleanAttribute("auto_forward_enabled");
  }

  /** May inbox rules reply there? Default: true. */
  get autoReplyEnabled(): IResolvable {
    return this.getBooleanAttribute("auto_reply_enabled");
  }

  /** Which out-of-office replies go there. One of External, ExternalLegacy, InternalLegacy, None. Default: External. */
  get allowedOofType(): string {
    return this.getStringAttribute("allowed_oof_type");
  }

  /** Do delivery reports? Default: true. */
  get deliveryReportEnabled(): IResolvable {
    return this.getBooleanAttribute("delivery_report_enabled");
  }

  /** Do non-delivery reports? Default: true. */
  get ndrEnabled(): IResolvable {
    return this.getBooleanAttribute("ndr_enabled");
  }

  /** Do notices that a meeting was forwarded? Default: false. */
  get meetingForwardNotificationEnabled(): IResolvable {
    return this.getBooleanAttribute("meeting_forward_notification_enabled");
  }

  /** Do senders' display names? Default: true. */
  get displaySenderName(): IResolvable {
    return this.getBooleanAttribute("display_sender_name");
  }

  /** Is TNEF used? Left out, the recipient's settings say it. */
  get tnefEnabled(): IResolvable {
    return this.getBooleanAttribute("tnef_enabled");
  }

  /** Format of messages. One of MimeHtmlText, MimeText, MimeHtml. Default: MimeHtmlText. */
  get contentType(): string {
    return this.getStringAttribute("content_type");
  }

  /** Does mail from there skip spam filtering? For hybrid alone. Default: false. */
  get trustedMailInboundEnabled(): IResolvable {
    return this.getBooleanAttribute("trusted_mail_inbound_enabled");
  }

  /** Is mail to there marked as trusted? For hybrid alone. Default: false. */
  get trustedMailOutboundEnabled(): IResolvable {
    return this.getBooleanAttribute("trusted_mail_outbound_enabled");
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      domain_name: props.domainName,
      auto_forward_enabled: props.autoForwardEnabled,
      auto_reply_enabled: props.autoReplyEnabled,
      allowed_oof_type: props.allowedOofType,
      delivery_report_enabled: props.deliveryReportEnabled,
      ndr_enabled: props.ndrEnabled,
      meeting_forward_notification_enabled: props.meetingForwardNotificationEnabled,
      display_sender_name: props.displaySenderName,
      tnef_enabled: props.tnefEnabled,
      content_type: props.contentType,
      trusted_mail_inbound_enabled: props.trustedMailInboundEnabled,
      trusted_mail_outbound_enabled: props.trustedMailOutboundEnabled,
    };
  }
}
