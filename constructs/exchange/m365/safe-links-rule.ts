// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365SafeLinksRule is declared with. */
export interface M365SafeLinksRuleProps extends TerraformMetaArguments {
  /** Name of the rule, at most 64 characters. */
  readonly name: string;
  /** Name of the policy; each has one rule at most. */
  readonly safeLinksPolicy: string;
  /** Is the rule in use? Default: true. */
  readonly enabled?: boolean | IResolvable;
  /** A note for administrators. */
  readonly comments?: string;
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
  name: text,
  safeLinksPolicy: text,
  enabled: may(flag),
  comments: may(text),
  sentTo: may(texts),
  sentToMemberOf: may(texts),
  recipientDomainIs: may(texts),
  exceptIfSentTo: may(texts),
  exceptIfSentToMemberOf: may(texts),
  exceptIfRecipientDomainIs: may(texts),
};

/** Whom a Safe Links policy is for. */
export class M365SafeLinksRule extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_safe_links_rule";

  private readonly props: M365SafeLinksRuleProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365SafeLinksRuleProps) {
    const config = readConfig("M365SafeLinksRule", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365SafeLinksRule.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the rule, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** Name of the policy; each has one rule at most. */
  get safeLinksPolicy(): string {
    return this.getStringAttribute("safe_links_policy");
  }

  /** Is the rule in use? Default: true. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** A note for administrators. */
  get comments(): string {
    return this.getStringAttribute("comments");
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
      safe_links_policy: props.safeLinksPolicy,
      enabled: props.enabled,
      comments: props.comments,
      sent_to: props.sentTo,
      sent_to_member_of: props.sentToMemberOf,
      recipient_domain_is: props.recipientDomainIs,
      except_if_sent_to: props.exceptIfSentTo,
      except_if_sent_to_member_of: props.exceptIfSentToMemberOf,
      except_if_recipient_domain_is: props.exceptIfRecipientDomainIs,
    };
  }
}
