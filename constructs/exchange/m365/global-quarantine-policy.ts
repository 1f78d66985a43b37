// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365GlobalQuarantinePolicy is declared with. */
export interface M365GlobalQuarantinePolicyProps extends TerraformMetaArguments {
  /** How often: every four hours, every day, every week. One of 04:00:00, 1.00:00:00, 7.00:00:00. Left out, it stays as it is. */
  readonly endUserSpamNotificationFrequency?: "04:00:00" | "1.00:00:00" | "7.00:00:00";
  /** Mailbox that sends the notifications. Left out, it stays as it is. */
  readonly endUserSpamNotificationCustomFromAddress?: string;
  /** Do they have the organization's logo? Left out, it stays as it is. */
  readonly organizationBrandingEnabled?: boolean | IResolvable;
  /** Languages with words of your own, at most three. Left out, it stays as it is. */
  readonly multiLanguageSetting?: readonly string[];
  /** Name of the sender, one for each language. Left out, it stays as it is. */
  readonly multiLanguageSenderName?: readonly string[];
  /** Subject, one for each language. Left out, it stays as it is. */
  readonly esnCustomSubject?: readonly string[];
  /** Text below, one for each language. Left out, it stays as it is. */
  readonly multiLanguageCustomDisclaimer?: readonly string[];
}

const ATTRIBUTES = {
  endUserSpamNotificationFrequency: may(word(["04:00:00", "1.00:00:00", "7.00:00:00"])),
  endUserSpamNotificationCustomFromAddress: may(text),
  organizationBrandingEnabled: may(flag),
  multiLanguageSetting: may(texts),
  multiLanguageSenderName: may(texts),
  esnCustomSubject: may(texts),
  multiLanguageCustomDisclaimer: may(texts),
};

/** How often users are told of their quarantine, by whom, and in which words. A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365GlobalQuarantinePolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_global_quarantine_policy";

  private readonly props: M365GlobalQuarantinePolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365GlobalQuarantinePolicyProps) {
    const config = readConfig("M365GlobalQuarantinePolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365GlobalQuarantinePolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** How often: every four hours, every day, every week. One of 04:00:00, 1.00:00:00, 7.00:00:00. Left out, it stays as it is. */
  get endUserSpamNotificationFrequency(): string {
    return this.getStringAttribute("end_user_spam_notification_frequency");
  }

  /** Mailbox that sends the notifications. Left out, it stays as it is. */
  get endUserSpamNotificationCustomFromAddress(): string {
    return this.getStringAttribute("end_user_spam_notification_custom_from_address");
  }

  /** Do they have the organization's logo? Left out, it stays as it is. */
  get organizationBrandingEnabled(): IResolvable {
    return this.getBooleanAttribute("organization_branding_enabled");
  }

  /** Languages with words of your own, at most three. Left out, it stays as it is. */
  get multiLanguageSetting(): string[] {
    return this.getListAttribute("multi_language_setting");
  }

  /** Name of the sender, one for each language. Left out, it stays as it is. */
  get multiLanguageSenderName(): string[] {
    return this.getListAttribute("multi_language_sender_name");
  }

  /** Subject, one for each language. Left out, it stays as it is. */
  get esnCustomSubject(): string[] {
    return this.getListAttribute("esn_custom_subject");
  }

  /** Text below, one for each language. Left out, it stays as it is. */
  get multiLanguageCustomDisclaimer(): string[] {
    return this.getListAttribute("multi_language_custom_disclaimer");
  }

  /** Always GlobalQuarantinePolicy. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      end_user_spam_notification_frequency: props.endUserSpamNotificationFrequency,
      end_user_spam_notification_custom_from_address: props.endUserSpamNotificationCustomFromAddress,
      organization_branding_enabled: props.organizationBrandingEnabled,
      multi_language_setting: props.multiLanguageSetting,
      multi_language_sender_name: props.multiLanguageSenderName,
      esn_custom_subject: props.esnCustomSubject,
      multi_language_custom_disclaimer: props.multiLanguageCustomDisclaimer,
    };
  }
}
