import type { ExchangeObject } from "../exchange/types";
import { bool, type StateOf, set, str } from "../plugin/index";
import { faultDiagnostic, given, givenSet, oneOf } from "./attributes";
import { commonAttributes, commonProperties, connectorCmdlets } from "./connector/connector";
import { outboundConnectorFaults } from "./connector/outbound-rules";
import {
  namesOrNull,
  onOff,
  type Properties,
  parametersOf,
  readSettings,
  textAlways,
  textOrNull,
} from "./connector/property";
import { validateConnector } from "./connector/validation";
import { flag, names, text } from "./exchange-values";
import { resource } from "./m365";

const attributes = {
  ...commonAttributes,
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
  test_mode: bool({ optional: true, default: false, description: "Exchange's test mode." }),
  validation_recipients: set(str(), {
    optional: true,
    description:
      "Mailboxes beyond the connector. With them, Validate-OutboundConnector must pass (it sends them a message) " +
      "before the connector counts as made, and again whenever Exchange no longer counts it as validated.",
  }),
  is_validated: bool({ computed: true, description: "Does Exchange count the connector as validated?" }),
} as const;

type State = StateOf<typeof attributes>;

/** By https://learn.microsoft.com/powershell/module/exchange/set-outboundconnector. */
const properties: Properties<Omit<State, "id" | "is_validated" | "validation_recipients">> = {
  ...commonProperties,
  recipient_domains: namesOrNull("RecipientDomains"),
  use_mx_record: onOff("UseMXRecord"),
  smart_hosts: namesOrNull("SmartHosts"),
  tls_settings: textOrNull("TlsSettings"),
  tls_domain: textOrNull("TlsDomain"),
  all_accepted_domains: onOff("AllAcceptedDomains"),
  route_all_messages_via_on_premises: onOff("RouteAllMessagesViaOnPremises"),
  sender_rewriting_enabled: onOff("SenderRewritingEnabled"),
  is_transport_rule_scoped: onOff("IsTransportRuleScoped"),
  mta_sts_mode: textAlways("MtaStsMode", "Opportunistic"),
  smtp_dane_mode: textAlways("SmtpDaneMode", "Opportunistic"),
  test_mode: onOff("TestMode"),
};

const cmdlets = connectorCmdlets("OutboundConnector", "m365_outbound_connector");

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
    const seen = await cmdlets.announce(plan.name, context);
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
    const made = await cmdlets.make(parametersOf(properties, plan), context);
    return validateConnector({ ...plan, ...assigned(made) }, context);
  },

  async read(state, context) {
    const connector = await cmdlets.get(state.id, context);
    return connector ? stateOf(connector, state) : null;
  },

  async update(plan, context) {
    const { id, is_validated } = context.prior;
    const before = parametersOf(properties, context.prior);
    await cmdlets.change(id, parametersOf(properties, plan), before, context);
    return validateConnector({ ...plan, id, is_validated }, context);
  },

  delete: (state, context) => cmdlets.remove(state.id, context),

  async import(id, context) {
    const connector = await cmdlets.get(id, context);
    return connector ? stateOf(connector) : null;
  },
});

function stateOf(connector: ExchangeObject, before?: State): State {
  return {
    ...readSettings(properties, connector, before),
    // Terraform's wish, not Exchange's memory of the last validation; that one counts at import.
    validation_recipients: before ? before.validation_recipients : names(connector, "ValidationRecipients"),
    ...assigned(connector),
  };
}

function assigned(connector: ExchangeObject) {
  return { id: text(connector, "Guid") ?? "", is_validated: flag(connector, "IsValidated") };
}
