// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365HostedOutboundSpamFilterRule is declared with. */
export interface M365HostedOutboundSpamFilterRuleProps extends TerraformMetaArguments {
  /** Name of the rule, at most 64 characters. */
  readonly name: string;
  /** Name of the policy; each has one rule at most. */
  readonly hostedOutboundSpamFilterPolicy: string;
  /** Is the rule in use? Default: true. */
  readonly enabled?: boolean | IResolvable;
  /** A note for administrators. */
  readonly comments?: string;
  /** Senders it is for. */
  readonly from?: readonly string[];
  /** Groups whose members it is for. */
  readonly fromMemberOf?: readonly string[];
  /** Accepted domains whose senders it is for. */
  readonly senderDomainIs?: readonly string[];
  /** Senders it is not for. */
  readonly exceptIfFrom?: readonly string[];
  /** Groups whose members it is not for. */
  readonly exceptIfFromMemberOf?: readonly string[];
  /** Accepted domains whose senders it is not for. */
  readonly exceptIfSenderDomainIs?: readonly string[];
}

const ATTRIBUTES = {
  name: text,
  hostedOutboundSpamFilterPolicy: text,
  enabled: may(flag),
  comments: may(text),
  from: may(texts),
  fromMemberOf: may(texts),
  senderDomainIs: may(texts),
  exceptIfFrom: may(texts),
  exceptIfFromMemberOf: may(texts),
  exceptIfSenderDomainIs: may(texts),
};

/** Which senders an outbound spam policy is for. */
export class M365HostedOutboundSpamFilterRule extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_hosted_outbound_spam_filter_rule";

  private readonly props: M365HostedOutboundSpamFilterRuleProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365HostedOutboundSpamFilterRuleProps) {
    const config = readConfig("M365HostedOutboundSpamFilterRule", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365HostedOutboundSpamFilterRule.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the rule, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** Name of the policy; each has one rule at most. */
  get hostedOutboundSpamFilterPolicy(): string {
    return this.getStringAttribute("hosted_outbound_spam_filter_policy");
  }

  /** Is the rule in use? Default: true. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** A note for administrators. */
  get comments(): string {
    return this.getStringAttribute("comments");
  }

  /** Senders it is for. */
  get from(): string[] {
    return Fn.tolist(this.getListAttribute("from"));
  }

  /** Groups whose members it is for. */
  get fromMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("from_member_of"));
  }

  /** Accepted domains whose senders it is for. */
  get senderDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("sender_domain_is"));
  }

  /** Senders it is not for. */
  get exceptIfFrom(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_from"));
  }

  /** Groups whose members it is not for. */
  get exceptIfFromMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_from_member_of"));
  }

  /** Accepted domains whose senders it is not for. */
  get exceptIfSenderDomainIs(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_sender_domain_is"));
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      hosted_outbound_spam_filter_policy: props.hostedOutboundSpamFilterPolicy,
      enabled: props.enabled,
      comments: props.comments,
      from: props.from,
      from_member_of: props.fromMemberOf,
      sender_domain_is: props.senderDomainIs,
      except_if_from: props.exceptIfFrom,
      except_if_from_member_of: props.exceptIfFromMemberOf,
      except_if_sender_domain_is: props.exceptIfSenderDomainIs,
    };
  }
}
