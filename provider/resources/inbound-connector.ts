import type { ExchangeObject } from "../exchange/types";
import { bool, type StateOf, set, str } from "../plugin/index";
import { faultDiagnostic, given, givenSet } from "./attributes";
import { commonAttributes, commonProperties, connectorCmdlets } from "./connector/connector";
import { inboundConnectorFaults } from "./connector/inbound-rules";
import {
  namesAlways,
  namesOrNull,
  onOff,
  type Properties,
  parametersOf,
  readSettings,
  textOrNull,
} from "./connector/property";
import { text } from "./exchange-values";
import { resource } from "./m365";

const attributes = {
  ...commonAttributes,
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
  trusted_organizations: set(str(), {
    optional: true,
    description: "Other Microsoft 365 organizations whose mail is trusted, as after a merger.",
  }),
  connector_source: str({
    computed: true,
    stable: true,
    description: "Who made it: Default, HybridWizard, …",
  }),
} as const;

type State = StateOf<typeof attributes>;

/** By https://learn.microsoft.com/powershell/module/exchange/set-inboundconnector. */
const properties: Properties<Omit<State, "id" | "connector_source">> = {
  ...commonProperties,
  sender_domains: namesAlways("SenderDomains"),
  sender_ip_addresses: namesOrNull("SenderIPAddresses"),
  tls_sender_certificate_name: textOrNull("TlsSenderCertificateName"),
  require_tls: onOff("RequireTls"),
  restrict_domains_to_certificate: onOff("RestrictDomainsToCertificate"),
  restrict_domains_to_ip_addresses: onOff("RestrictDomainsToIPAddresses"),
  associated_accepted_domains: namesOrNull("AssociatedAcceptedDomains"),
  treat_messages_as_internal: onOff("TreatMessagesAsInternal"),
  ef_skip_last_ip: onOff("EFSkipLastIP"),
  ef_skip_ips: namesOrNull("EFSkipIPs"),
  ef_users: namesOrNull("EFUsers"),
  trusted_organizations: namesOrNull("TrustedOrganizations"),
};

const cmdlets = connectorCmdlets("InboundConnector", "m365_inbound_connector");

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

  modifyPlan: (plan, context) => cmdlets.announce(plan.name, context),

  async create(plan, context) {
    return { ...plan, ...assigned(await cmdlets.make(parametersOf(properties, plan), context)) };
  },

  async read(state, context) {
    const connector = await cmdlets.get(state.id, context);
    return connector ? stateOf(connector, state) : null;
  },

  async update(plan, context) {
    const { id, connector_source } = context.prior;
    const before = parametersOf(properties, context.prior);
    await cmdlets.change(id, parametersOf(properties, plan), before, context);
    return { ...plan, id, connector_source };
  },

  delete: (state, context) => cmdlets.remove(state.id, context),

  async import(id, context) {
    const connector = await cmdlets.get(id, context);
    return connector ? stateOf(connector) : null;
  },
});

function stateOf(connector: ExchangeObject, before?: State): State {
  return { ...readSettings(properties, connector, before), ...assigned(connector) };
}

function assigned(connector: ExchangeObject) {
  return {
    id: text(connector, "Guid") ?? "",
    connector_source: text(connector, "ConnectorSource") ?? "",
  };
}
