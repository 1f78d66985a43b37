import type { ExchangeObject, Parameters } from "../exchange/client/types";
import { bool, type PlanOf, type StateOf, set, str } from "../plugin/index";
import { faultDiagnostic, given, givenSet, oneOf } from "./attributes";
import { existing } from "./connector/existing";
import { outboundConnectorFaults } from "./connector/outbound-rules";
import { validateConnector } from "./connector/validation";
import { changed, flag, given as givenParameters, names, text } from "./exchange-values";
import { found, unlessGone } from "./found";
import { resource } from "./m365";

const attributes = {
  name: str({ required: true, description: "Name of the connector, unique among outbound connectors." }),
  connector_type: str({
    optional: true,
    default: "Partner",
    validate: oneOf("Partner", "OnPremises"),
    description: "OnPremises for the organization's own servers, Partner for anyone else's.",
  }),
  recipient_domains: set(str(), {
    optional: true,
    description:
      'Domains whose mail takes the connector: "contoso.com", "*.contoso.com" with its subdomains, "*".',
  }),
  use_mx_record: bool({
    optional: true,
    default: true,
    description: "Deliver by MX records; else to smart_hosts.",
  }),
  smart_hosts: set(str(), { optional: true, description: "Hosts or IPv4 addresses to deliver to." }),
  tls_settings: str({
    optional: true,
    validate: oneOf("EncryptionOnly", "CertificateValidation", "DomainValidation"),
    description: "What TLS must give; where left out, TLS is used if offered.",
  }),
  tls_domain: str({
    optional: true,
    description: "Name that the certificate must hold, with tls_settings DomainValidation only.",
  }),
  all_accepted_domains: bool({
    optional: true,
    default: false,
    description: "OnPremises: mail to all accepted domains takes the connector.",
  }),
  route_all_messages_via_on_premises: bool({
    optional: true,
    default: false,
    description: "OnPremises: all mail leaves through the premises (centralized transport).",
  }),
  sender_rewriting_enabled: bool({
    optional: true,
    default: false,
    description: "OnPremises: sender rewriting (SRS) for mail over the connector.",
  }),
  is_transport_rule_scoped: bool({
    optional: true,
    default: false,
    description: "Only mail that a transport rule sends here takes the connector.",
  }),
  mta_sts_mode: str({
    optional: true,
    default: "Opportunistic",
    validate: oneOf("Opportunistic", "None"),
    description: "MTA-STS (RFC 8461) of the recipients' domains.",
  }),
  smtp_dane_mode: str({
    optional: true,
    default: "Opportunistic",
    validate: oneOf("Opportunistic", "Mandatory", "None"),
    description: "SMTP DANE (RFC 7672) of the recipients' domains.",
  }),
  cloud_services_mail_enabled: bool({
    optional: true,
    default: false,
    description:
      "Hybrid mail flow: cross-premises headers are kept. The Hybrid Configuration wizard's business.",
  }),
  test_mode: bool({ optional: true, default: false, description: "Exchange's test mode." }),
  enabled: bool({ optional: true, default: true, description: "Is the connector in use?" }),
  comment: str({ optional: true, description: "A note for administrators." }),
  validation_recipients: set(str(), {
    optional: true,
    description:
      "Mailboxes beyond the connector. With them, Validate-OutboundConnector must pass (it sends them a message) " +
      "before the connector counts as made, and again whenever Exchange no longer counts it as validated.",
  }),
  is_validated: bool({ computed: true, description: "Does Exchange count the connector as validated?" }),
  id: str({ computed: true, stable: true, description: "Exchange's GUID of the connector." }),
} as const;

type State = StateOf<typeof attributes>;

/** How mail for given recipients leaves Exchange Online. */
export const outboundConnector = resource({
  description: "An outbound connector of Exchange Online: how mail to given recipients leaves.",
  attributes,

  validate: (config) =>
    outboundConnectorFaults({
      connector_type: given(config.connector_type ?? "Partner"),
      recipient_domains: givenSet(config.recipient_domains),
      use_mx_record: given(config.use_mx_record ?? true),
      smart_hosts: givenSet(config.smart_hosts),
      tls_settings: given(config.tls_settings),
      tls_domain: given(config.tls_domain),
      all_accepted_domains: given(config.all_accepted_domains ?? false),
      route_all_messages_via_on_premises: given(config.route_all_messages_via_on_premises ?? false),
      sender_rewriting_enabled: given(config.sender_rewriting_enabled ?? false),
      is_transport_rule_scoped: given(config.is_transport_rule_scoped ?? false),
      cloud_services_mail_enabled: given(config.cloud_services_mail_enabled ?? false),
      validation_recipients: givenSet(config.validation_recipients),
    }).map(faultDiagnostic),

  async modifyPlan(plan, context) {
    const seen = await existing("OutboundConnector", plan.name, context);
    const recipients = givenSet(plan.validation_recipients);
    // A promise: apply fails unless validation passes. So a connector that lost its validation shows as a change.
    if (recipients && recipients.length > 0) return { ...seen, values: { is_validated: true } };
    const { prior } = context;
    // Without it, whatever Exchange last said holds.
    return prior && recipients !== undefined
      ? { ...seen, values: { is_validated: prior.is_validated } }
      : seen;
  },

  async create(plan, context) {
    const { client, signal } = context;
    const [made] = await client.exchange.invoke("New-OutboundConnector", givenParameters(parameters(plan)), {
      signal,
    });
    const connector =
      made ??
      (await found(client.exchange.invoke("Get-OutboundConnector", { Identity: plan.name }, { signal }))) ??
      {};
    const state = {
      ...plan,
      id: text(connector, "Guid") ?? "",
      is_validated: flag(connector, "IsValidated"),
    };
    return validateConnector(state, context);
  },

  async read(state, { client, signal }) {
    const connector = await found(
      client.exchange.invoke("Get-OutboundConnector", { Identity: state.id }, { signal }),
    );
    return connector ? stateOf(connector, state) : null;
  },

  async update(plan, context) {
    const { client, signal, prior } = context;
    const changes = changed(parameters(plan), parameters(prior));
    if (Object.keys(changes).length > 0) {
      await client.exchange.invoke("Set-OutboundConnector", { Identity: prior.id, ...changes }, { signal });
    }
    return validateConnector({ ...plan, id: prior.id, is_validated: prior.is_validated }, context);
  },

  async delete(state, { client, signal }) {
    const identity = { Identity: state.id, Confirm: false };
    await unlessGone(client.exchange.invoke("Remove-OutboundConnector", identity, { signal }));
  },

  async import(id, { client, signal }) {
    const connector = await found(
      client.exchange.invoke("Get-OutboundConnector", { Identity: id }, { signal }),
    );
    return connector ? stateOf(connector) : null;
  },
});

/** By https://learn.microsoft.com/powershell/module/exchange/set-outboundconnector. */
function parameters(plan: PlanOf<typeof attributes>): Parameters {
  return {
    Name: plan.name,
    ConnectorType: plan.connector_type,
    RecipientDomains: plan.recipient_domains ?? [],
    UseMXRecord: plan.use_mx_record,
    SmartHosts: plan.smart_hosts ?? [],
    TlsSettings: plan.tls_settings,
    TlsDomain: plan.tls_domain,
    AllAcceptedDomains: plan.all_accepted_domains,
    RouteAllMessagesViaOnPremises: plan.route_all_messages_via_on_premises,
    SenderRewritingEnabled: plan.sender_rewriting_enabled,
    IsTransportRuleScoped: plan.is_transport_rule_scoped,
    MtaStsMode: plan.mta_sts_mode,
    SmtpDaneMode: plan.smtp_dane_mode,
    CloudServicesMailEnabled: plan.cloud_services_mail_enabled,
    TestMode: plan.test_mode,
    Enabled: plan.enabled,
    Comment: plan.comment ?? "",
  };
}

function stateOf(connector: ExchangeObject, before?: State): State {
  return {
    name: text(connector, "Name") ?? "",
    connector_type: text(connector, "ConnectorType") ?? "",
    recipient_domains: names(connector, "RecipientDomains", before?.recipient_domains),
    use_mx_record: flag(connector, "UseMXRecord"),
    smart_hosts: names(connector, "SmartHosts", before?.smart_hosts),
    tls_settings: text(connector, "TlsSettings", before?.tls_settings),
    tls_domain: text(connector, "TlsDomain", before?.tls_domain),
    all_accepted_domains: flag(connector, "AllAcceptedDomains"),
    route_all_messages_via_on_premises: flag(connector, "RouteAllMessagesViaOnPremises"),
    sender_rewriting_enabled: flag(connector, "SenderRewritingEnabled"),
    is_transport_rule_scoped: flag(connector, "IsTransportRuleScoped"),
    mta_sts_mode: text(connector, "MtaStsMode") ?? "Opportunistic",
    smtp_dane_mode: text(connector, "SmtpDaneMode") ?? "Opportunistic",
    cloud_services_mail_enabled: flag(connector, "CloudServicesMailEnabled"),
    test_mode: flag(connector, "TestMode"),
    enabled: flag(connector, "Enabled"),
    comment: text(connector, "Comment", before?.comment),
    // Terraform's wish, not Exchange's memory of the last validation; that one counts at import.
    validation_recipients: before ? before.validation_recipients : names(connector, "ValidationRecipients"),
    is_validated: flag(connector, "IsValidated"),
    id: text(connector, "Guid") ?? "",
  };
}
