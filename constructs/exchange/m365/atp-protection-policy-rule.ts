// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365AtpProtectionPolicyRule is declared with. */
export interface M365AtpProtectionPolicyRuleProps extends TerraformMetaArguments {
  /** The preset. One of Standard Preset Security Policy, Strict Preset Security Policy. */
  readonly name: "Standard Preset Security Policy" | "Strict Preset Security Policy";
  /** Is the rule in use? Default: true. */
  readonly enabled?: boolean | IResolvable;
  /** Recipients it is for. */
  readonly sentTo?: readonly string[];
  /** Groups whose members it is for. */
  readonly sentToMemberOf?: readonly string[];
  /** Accepted domains whose recipients it is for. */
  readonly recipientDomainIs?: readonly string[];
  /** Recipients it is not for. */
  readonly exceptIfSentTo?: readonly string[];
  /** Groups whose members it is not for. */
  readonly exceptIfSentToMemberOf?: readonly string[];
  /** Accepted domains whose recipients it is not for. */
  readonly exceptIfRecipientDomainIs?: readonly string[];
}

const ATTRIBUTES = {
  name: word(["Standard Preset Security Policy", "Strict Preset Security Policy"]),
  enabled: may(flag),
  sentTo: may(texts),
  sentToMemberOf: may(texts),
  recipientDomainIs: may(texts),
  exceptIfSentTo: may(texts),
  exceptIfSentToMemberOf: may(texts),
  exceptIfRecipientDomainIs: may(texts),
};

/** The same preset's Safe Links, Safe Attachments and impersonation: on or off, and for whom. */
export class M365AtpProtectionPolicyRule extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_atp_protection_policy_rule";

  private readonly props: M365AtpProtectionPolicyRuleProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365AtpProtectionPolicyRuleProps) {
    const config = readConfig("M365AtpProtectionPolicyRule", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365AtpProtectionPolicyRule.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** The preset. One of Standard Preset Security Policy, Strict Preset Security Policy. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** Is the rule in use? Default: true. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** Recipients it is for. */
  get sentTo(): string[] {
    return Fn.tolist(this.getListAttribute("sent_to"));
  }

  /** Groups whose members it is for. */
  get sentToMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("sent_to_member_of"));
  }

  /** Accepted domains whose recipients it is for. */
  get recipientDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("recipient_domain_is"));
  }

  /** Recipients it is not for. */
  get exceptIfSentTo(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_sent_to"));
  }

  /** Groups whose members it is not for. */
  get exceptIfSentToMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_sent_to_member_of"));
  }

  /** Accepted domains whose recipients it is not for. */
  get exceptIfRecipientDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_recipient_domain_is"));
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
      sent_to: props.sentTo,
      sent_to_member_of: props.sentToMemberOf,
      recipient_domain_is: props.recipientDomainIs,
      except_if_sent_to: props.exceptIfSentTo,
      except_if_sent_to_member_of: props.exceptIfSentToMemberOf,
      except_if_recipient_domain_is: props.exceptIfRecipientDomainIs,
    };
  }
}
