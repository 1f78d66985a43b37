// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365OutboundConnector is declared with. */
export interface M365OutboundConnectorProps extends TerraformMetaArguments {
  /** Name of the connector, unique among those of the same direction. */
  readonly name: string;
  /** OnPremises for the organization's own servers, Partner for anyone else's. */
  readonly connectorType?: string;
  /** Hybrid mail flow: cross-premises headers are kept. The Hybrid Configuration wizard's business. */
  readonly cloudServicesMailEnabled?: boolean | IResolvable;
  /** Is the connector in use? */
  readonly enabled?: boolean | IResolvable;
  /** A note for administrators. */
  readonly comment?: string;
  /** Domains whose mail takes the connector: "contoso.com", "*.contoso.com" with its subdomains, "*". */
  readonly recipientDomains?: readonly string[];
  /** Deliver by MX records; else to smart_hosts. */
  readonly useMxRecord?: boolean | IResolvable;
  /** Hosts or IPv4 addresses to deliver to. */
  readonly smartHosts?: readonly string[];
  /** What TLS must give; where left out, TLS is used if offered. */
  readonly tlsSettings?: string;
  /** Name that the certificate must hold, with tls_settings DomainValidation only. */
  readonly tlsDomain?: string;
  /** OnPremises: mail to all accepted domains takes the connector. */
  readonly allAcceptedDomains?: boolean | IResolvable;
  /** OnPremises: all mail leaves through the premises (centralized transport). */
  readonly routeAllMessagesViaOnPremises?: boolean | IResolvable;
  /** OnPremises: sender rewriting (SRS) for mail over the connector. */
  readonly senderRewritingEnabled?: boolean | IResolvable;
  /** Only mail that a transport rule sends here takes the connector. */
  readonly isTransportRuleScoped?: boolean | IResolvable;
  /** MTA-STS (RFC 8461) of the recipients' domains. */
  readonly mtaStsMode?: string;
  /** SMTP DANE (RFC 7672) of the recipients' domains. */
  readonly smtpDaneMode?: string;
  /** Exchange's test mode. */
  readonly testMode?: boolean | IResolvable;
  /** Mailboxes beyond the connector. With them, Validate-OutboundConnector must pass (it sends them a message) before the connector counts as made, and again whenever Exchange no longer counts it as validated. */
  readonly validationRecipients?: readonly string[];
}

const ATTRIBUTES = {
  name: text,
  connectorType: may(text),
  cloudServicesMailEnabled: may(flag),
  enabled: may(flag),
  comment: may(text),
  recipientDomains: may(texts),
  useMxRecord: may(flag),
  smartHosts: may(texts),
  tlsSettings: may(text),
  tlsDomain: may(text),
  allAcceptedDomains: may(flag),
  routeAllMessagesViaOnPremises: may(flag),
  senderRewritingEnabled: may(flag),
  isTransportRuleScoped: may(flag),
  mtaStsMode: may(text),
  smtpDaneMode: may(text),
  testMode: may(flag),
  validationRecipients: may(texts),
};

/** An outbound connector of Exchange Online: how mail to given recipients leaves. */
export class M365OutboundConnector extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_outbound_connector";

  private readonly props: M365OutboundConnectorProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365OutboundConnectorProps) {
    const config = readConfig("M365OutboundConnector", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365OutboundConnector.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the connector, unique among those of the same direction. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** OnPremises for the organization's own servers, Partner for anyone else's. */
  get connectorType(): string {
    return this.getStringAttribute("connector_type");
  }

  /** Hybrid mail flow: cross-premises headers are kept. The Hybrid Configuration wizard's business. */
  get cloudServicesMailEnabled(): IResolvable {
    return this.getBooleanAttribute("cloud_services_mail_enabled");
  }

  /** Is the connector in use? */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** A note for administrators. */
  get comment(): string {
    return this.getStringAttribute("comment");
  }

  /** Exchange's GUID of the connector. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  /** Domains whose mail takes the connector: "contoso.com", "*.contoso.com" with its subdomains, "*". */
  get recipientDomains(): string[] {
    return Fn.tolist(this.getListAttribute("recipient_domains"));
  }

  /** Deliver by MX records; else to smart_hosts. */
  get useMxRecord(): IResolvable {
    return this.getBooleanAttribute("use_mx_record");
  }

  /** Hosts or IPv4 addresses to deliver to. */
  get smartHosts(): string[] {
    return Fn.tolist(this.getListAttribute("smart_hosts"));
  }

  /** What TLS must give; where left out, TLS is used if offered. */
  get tlsSettings(): string {
    return this.getStringAttribute("tls_settings");
  }

  /** Name that the certificate must hold, with tls_settings DomainValidation only. */
  get tlsDomain(): string {
    return this.getStringAttribute("tls_domain");
  }

  /** OnPremises: mail to all accepted domains takes the connector. */
  get allAcceptedDomains(): IResolvable {
    return this.getBooleanAttribute("all_accepted_domains");
  }

  /** OnPremises: all mail leaves through the premises (centralized transport). */
  get routeAllMessagesViaOnPremises(): IResolvable {
    return this.getBooleanAttribute("route_all_messages_via_on_premises");
  }

  /** OnPremises: sender rewriting (SRS) for mail over the connector. */
  get senderRewritingEnabled(): IResolvable {
    return this.getBooleanAttribute("sender_rewriting_enabled");
  }

  /** Only mail that a transport rule sends here takes the connector. */
  get isTransportRuleScoped(): IResolvable {
    return this.getBooleanAttribute("is_transport_rule_scoped");
  }

  /** MTA-STS (RFC 8461) of the recipients' domains. */
  get mtaStsMode(): string {
    return this.getStringAttribute("mta_sts_mode");
  }

  /** SMTP DANE (RFC 7672) of the recipients' domains. */
  get smtpDaneMode(): string {
    return this.getStringAttribute("smtp_dane_mode");
  }

  /** Exchange's test mode. */
  get testMode(): IResolvable {
    return this.getBooleanAttribute("test_mode");
  }

  /** Mailboxes beyond the connector. With them, Validate-OutboundConnector must pass (it sends them a message) before the connector counts as made, and again whenever Exchange no longer counts it as validated. */
  get validationRecipients(): string[] {
    return Fn.tolist(this.getListAttribute("validation_recipients"));
  }

  /** Does Exchange count the connector as validated? */
  get isValidated(): IResolvable {
    return this.getBooleanAttribute("is_validated");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      connector_type: props.connectorType,
      cloud_services_mail_enabled: props.cloudServicesMailEnabled,
      enabled: props.enabled,
      comment: props.comment,
      recipient_domains: props.recipientDomains,
      use_mx_record: props.useMxRecord,
      smart_hosts: props.smartHosts,
      tls_settings: props.tlsSettings,
      tls_domain: props.tlsDomain,
      all_accepted_domains: props.allAcceptedDomains,
      route_all_messages_via_on_premises: props.routeAllMessagesViaOnPremises,
      sender_rewriting_enabled: props.senderRewritingEnabled,
      is_transport_rule_scoped: props.isTransportRuleScoped,
      mta_sts_mode: props.mtaStsMode,
      smtp_dane_mode: props.smtpDaneMode,
      test_mode: props.testMode,
      validation_recipients: props.validationRecipients,
    };
  }
}
