// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365InboundConnector is declared with. */
export interface M365InboundConnectorProps extends TerraformMetaArguments {
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
  /** Domains whose mail the connector takes: "contoso.com", "*.contoso.com" with its subdomains, "*". */
  readonly senderDomains: readonly string[];
  /** Senders by IPv4 address or network of /24 to /32. Exchange takes no IPv6 here. */
  readonly senderIpAddresses?: readonly string[];
  /** Name in the sender's certificate: a host, or *.contoso.com. */
  readonly tlsSenderCertificateName?: string;
  /** Refuse mail without TLS. */
  readonly requireTls?: boolean | IResolvable;
  /** Partner: refuse mail of the sender domains without the certificate. */
  readonly restrictDomainsToCertificate?: boolean | IResolvable;
  /** Partner: refuse mail of the sender domains from other addresses. */
  readonly restrictDomainsToIpAddresses?: boolean | IResolvable;
  /** Accepted domains that may use the connector; all where left out. */
  readonly associatedAcceptedDomains?: readonly string[];
  /** OnPremises: mail counts as internal. Not together with cloud_services_mail_enabled. */
  readonly treatMessagesAsInternal?: boolean | IResolvable;
  /** Enhanced filtering skips the last hop. */
  readonly efSkipLastIp?: boolean | IResolvable;
  /** Enhanced filtering skips these addresses, networks or ranges. */
  readonly efSkipIps?: readonly string[];
  /** Enhanced filtering for these recipients only; for all where left out. */
  readonly efUsers?: readonly string[];
  /** Other Microsoft 365 organizations whose mail is trusted, as after a merger. */
  readonly trustedOrganizations?: readonly string[];
}

const ATTRIBUTES = {
  name: text,
  connectorType: may(text),
  cloudServicesMailEnabled: may(flag),
  enabled: may(flag),
  comment: may(text),
  senderDomains: texts,
  senderIpAddresses: may(texts),
  tlsSenderCertificateName: may(text),
  requireTls: may(flag),
  restrictDomainsToCertificate: may(flag),
  restrictDomainsToIpAddresses: may(flag),
  associatedAcceptedDomains: may(texts),
  treatMessagesAsInternal: may(flag),
  efSkipLastIp: may(flag),
  efSkipIps: may(texts),
  efUsers: may(texts),
  trustedOrganizations: may(texts),
};

/** An inbound connector of Exchange Online: how mail from given senders is taken in. */
export class M365InboundConnector extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_inbound_connector";

  private readonly props: M365InboundConnectorProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365InboundConnectorProps) {
    const config = readConfig("M365InboundConnector", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365InboundConnector.tfResourceType,
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

  /** Domains whose mail the connector takes: "contoso.com", "*.contoso.com" with its subdomains, "*". */
  get senderDomains(): string[] {
    return Fn.tolist(this.getListAttribute("sender_domains"));
  }

  /** Senders by IPv4 address or network of /24 to /32. Exchange takes no IPv6 here. */
  get senderIpAddresses(): string[] {
    return Fn.tolist(this.getListAttribute("sender_ip_addresses"));
  }

  /** Name in the sender's certificate: a host, or *.contoso.com. */
  get tlsSenderCertificateName(): string {
    return this.getStringAttribute("tls_sender_certificate_name");
  }

  /** Refuse mail without TLS. */
  get requireTls(): IResolvable {
    return this.getBooleanAttribute("require_tls");
  }

  /** Partner: refuse mail of the sender domains without the certificate. */
  get restrictDomainsToCertificate(): IResolvable {
    return this.getBooleanAttribute("restrict_domains_to_certificate");
  }

  /** Partner: refuse mail of the sender domains from other addresses. */
  get restrictDomainsToIpAddresses(): IResolvable {
    return this.getBooleanAttribute("restrict_domains_to_ip_addresses");
  }

  /** Accepted domains that may use the connector; all where left out. */
  get associatedAcceptedDomains(): string[] {
    return Fn.tolist(this.getListAttribute("associated_accepted_domains"));
  }

  /** OnPremises: mail counts as internal. Not together with cloud_services_mail_enabled. */
  get treatMessagesAsInternal(): IResolvable {
    return this.getBooleanAttribute("treat_messages_as_internal");
  }

  /** Enhanced filtering skips the last hop. */
  get efSkipLastIp(): IResolvable {
    return this.getBooleanAttribute("ef_skip_last_ip");
  }

  /** Enhanced filtering skips these addresses, networks or ranges. */
  get efSkipIps(): string[] {
    return Fn.tolist(this.getListAttribute("ef_skip_ips"));
  }

  /** Enhanced filtering for these recipients only; for all where left out. */
  get efUsers(): string[] {
    return Fn.tolist(this.getListAttribute("ef_users"));
  }

  /** Other Microsoft 365 organizations whose mail is trusted, as after a merger. */
  get trustedOrganizations(): string[] {
    return Fn.tolist(this.getListAttribute("trusted_organizations"));
  }

  /** Who made it: Default, HybridWizard, … */
  get connectorSource(): string {
    return this.getStringAttribute("connector_source");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      connector_type: props.connectorType,
      cloud_services_mail_enabled: props.cloudServicesMailEnabled,
      enabled: props.enabled,
      comment: props.comment,
      sender_domains: props.senderDomains,
      sender_ip_addresses: props.senderIpAddresses,
      tls_sender_certificate_name: props.tlsSenderCertificateName,
      require_tls: props.requireTls,
      restrict_domains_to_certificate: props.restrictDomainsToCertificate,
      restrict_domains_to_ip_addresses: props.restrictDomainsToIpAddresses,
      associated_accepted_domains: props.associatedAcceptedDomains,
      treat_messages_as_internal: props.treatMessagesAsInternal,
      ef_skip_last_ip: props.efSkipLastIp,
      ef_skip_ips: props.efSkipIps,
      ef_users: props.efUsers,
      trusted_organizations: props.trustedOrganizations,
    };
  }
}
