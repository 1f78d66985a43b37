import type { ExchangeObject, Parameters } from "../exchange/client/types";
import { bool, type PlanOf, type StateOf, set, str } from "../plugin/index";
import { faultDiagnostic, given, givenSet, oneOf } from "./attributes";
import { existing } from "./connector/existing";
import { inboundConnectorFaults } from "./connector/inbound-rules";
import { changed, flag, given as givenParameters, names, text } from "./exchange-values";
import { found, unlessGone } from "./found";
import { resource } from "./m365";

const attributes = {
  name: str({ required: true, description: "Name of the connector, unique among inbound connectors." }),
  connector_type: str({
    optional: true,
    default: "Partner",
    validate: oneOf("Partner", "OnPremises"),
    description: "OnPremises for the organization's own servers, Partner for anyone else's.",
  }),
  sender_domains: set(str(), {
    required: true,
    description:
      'Domains whose mail the connector takes: "contoso.com", "*.contoso.com" with its subdomains, "*".',
  }),
  sender_ip_addresses: set(str(), {
    optional: true,
    description: "Senders by IPv4 address or network of /24 to /32. Exchange takes no IPv6 here.",
  }),
  tls_sender_certificate_name: str({
    optional: true,
    description: "Name in the sender's certificate: a host, or *.contoso.com.",
  }),
  require_tls: bool({ optional: true, default: true, description: "Refuse mail without TLS." }),
  restrict_domains_to_certificate: bool({
    optional: true,
    default: false,
    description: "Partner: refuse mail of the sender domains without the certificate.",
  }),
  restrict_domains_to_ip_addresses: bool({
    optional: true,
    default: false,
    description: "Partner: refuse mail of the sender domains from other addresses.",
  }),
  associated_accepted_domains: set(str(), {
    optional: true,
    description: "Accepted domains that may use the connector; all where left out.",
  }),
  cloud_services_mail_enabled: bool({
    optional: true,
    default: false,
    description:
      "Hybrid mail flow: cross-premises headers are kept. The Hybrid Configuration wizard's business.",
  }),
  treat_messages_as_internal: bool({
    optional: true,
    default: false,
    description: "OnPremises: mail counts as internal. Not together with cloud_services_mail_enabled.",
  }),
  ef_skip_last_ip: bool({
    optional: true,
    default: false,
    description: "Enhanced filtering skips the last hop.",
  }),
  ef_skip_ips: set(str(), {
    optional: true,
    description: "Enhanced filtering skips these addresses, networks or ranges.",
  }),
  ef_users: set(str(), {
    optional: true,
    description: "Enhanced filtering for these recipients only; for all where left out.",
  }),
  enabled: bool({ optional: true, default: true, description: "Is the connector in use?" }),
  comment: str({ optional: true, description: "A note for administrators." }),
  connector_source: str({
    computed: true,
    stable: true,
    description: "Who made it: Default, HybridWizard, …",
  }),
  id: str({ computed: true, stable: true, description: "Exchange's GUID of the connector." }),
} as const;

type State = StateOf<typeof attributes>;

/** How mail from given senders reaches Exchange Online. */
export const inboundConnector = resource({
  description: "An inbound connector of Exchange Online: how mail from given senders is taken in.",
  attributes,

  validate: (config) =>
    inboundConnectorFaults({
      connector_type: given(config.connector_type ?? "Partner"),
      sender_domains: givenSet(config.sender_domains),
      sender_ip_addresses: givenSet(config.sender_ip_addresses),
      tls_sender_certificate_name: given(config.tls_sender_certificate_name),
      require_tls: given(config.require_tls ?? true),
      restrict_domains_to_certificate: given(config.restrict_domains_to_certificate),
      restrict_domains_to_ip_addresses: given(config.restrict_domains_to_ip_addresses),
      cloud_services_mail_enabled: given(config.cloud_services_mail_enabled),
      treat_messages_as_internal: given(config.treat_messages_as_internal),
      ef_skip_last_ip: given(config.ef_skip_last_ip),
      ef_skip_ips: givenSet(config.ef_skip_ips),
    }).map(faultDiagnostic),

  modifyPlan: (plan, context) => existing("InboundConnector", plan.name, context),

  async create(plan, { client, signal }) {
    const [made] = await client.exchange.invoke("New-InboundConnector", givenParameters(parameters(plan)), {
      signal,
    });
    const connector =
      made ??
      (await found(client.exchange.invoke("Get-InboundConnector", { Identity: plan.name }, { signal })));
    return { ...plan, ...assigned(connector ?? {}) };
  },

  async read(state, { client, signal }) {
    const connector = await found(
      client.exchange.invoke("Get-InboundConnector", { Identity: state.id }, { signal }),
    );
    return connector ? stateOf(connector, state) : null;
  },

  async update(plan, { client, signal, prior }) {
    const changes = changed(parameters(plan), parameters(prior));
    await client.exchange.invoke("Set-InboundConnector", { Identity: prior.id, ...changes }, { signal });
    return { ...plan, id: prior.id, connector_source: prior.connector_source };
  },

  async delete(state, { client, signal }) {
    const identity = { Identity: state.id, Confirm: false };
    await unlessGone(client.exchange.invoke("Remove-InboundConnector", identity, { signal }));
  },

  async import(id, { client, signal }) {
    const connector = await found(
      client.exchange.invoke("Get-InboundConnector", { Identity: id }, { signal }),
    );
    return connector ? stateOf(connector) : null;
  },
});

/** By https://learn.microsoft.com/powershell/module/exchange/set-inboundconnector. */
function parameters(plan: PlanOf<typeof attributes>): Parameters {
  return {
    Name: plan.name,
    ConnectorType: plan.connector_type,
    SenderDomains: plan.sender_domains,
    SenderIPAddresses: plan.sender_ip_addresses ?? [],
    TlsSenderCertificateName: plan.tls_sender_certificate_name,
    RequireTls: plan.require_tls,
    RestrictDomainsToCertificate: plan.restrict_domains_to_certificate,
    RestrictDomainsToIPAddresses: plan.restrict_domains_to_ip_addresses,
    AssociatedAcceptedDomains: plan.associated_accepted_domains ?? [],
    CloudServicesMailEnabled: plan.cloud_services_mail_enabled,
    TreatMessagesAsInternal: plan.treat_messages_as_internal,
    EFSkipLastIP: plan.ef_skip_last_ip,
    EFSkipIPs: plan.ef_skip_ips ?? [],
    EFUsers: plan.ef_users ?? [],
    Enabled: plan.enabled,
    Comment: plan.comment ?? "",
  };
}

function stateOf(connector: ExchangeObject, before?: State): State {
  return {
    name: text(connector, "Name") ?? "",
    connector_type: text(connector, "ConnectorType") ?? "",
    sender_domains: names(connector, "SenderDomains", before?.sender_domains) ?? [],
    sender_ip_addresses: names(connector, "SenderIPAddresses", before?.sender_ip_addresses),
    tls_sender_certificate_name: text(
      connector,
      "TlsSenderCertificateName",
      before?.tls_sender_certificate_name,
    ),
    require_tls: flag(connector, "RequireTls"),
    restrict_domains_to_certificate: flag(connector, "RestrictDomainsToCertificate"),
    restrict_domains_to_ip_addresses: flag(connector, "RestrictDomainsToIPAddresses"),
    associated_accepted_domains: names(
      connector,
      "AssociatedAcceptedDomains",
      before?.associated_accepted_domains,
    ),
    cloud_services_mail_enabled: flag(connector, "CloudServicesMailEnabled"),
    treat_messages_as_internal: flag(connector, "TreatMessagesAsInternal"),
    ef_skip_last_ip: flag(connector, "EFSkipLastIP"),
    ef_skip_ips: names(connector, "EFSkipIPs", before?.ef_skip_ips),
    ef_users: names(connector, "EFUsers", before?.ef_users),
    enabled: flag(connector, "Enabled"),
    comment: text(connector, "Comment", before?.comment),
    ...assigned(connector),
  };
}

function assigned(connector: ExchangeObject) {
  return {
    id: text(connector, "Guid") ?? "",
    connector_source: text(connector, "ConnectorSource") ?? "",
  };
}
