import { formatFault } from "../../../../lib/fault";
import {
  type OutboundConnectorValues,
  outboundConnectorFaults,
} from "../../../../provider/resources/connector/outbound-rules";

const toPremises: OutboundConnectorValues = {
  connector_type: "OnPremises",
  recipient_domains: ["contoso.com", "*.contoso.net"],
  use_mx_record: false,
  smart_hosts: ["mail.contoso.com", "[192.0.2.25]"],
  tls_settings: "DomainValidation",
  tls_domain: "mail.contoso.com",
  all_accepted_domains: false,
  route_all_messages_via_on_premises: false,
  sender_rewriting_enabled: false,
  is_transport_rule_scoped: false,
  cloud_services_mail_enabled: false,
  validation_recipients: ["postmaster@contoso.com"],
};

const faults = (values: OutboundConnectorValues) => outboundConnectorFaults(values).map(formatFault);

it("takes a connector to the premises with enforced TLS and a smart host", () => {
  expect(faults(toPremises)).toEqual([]);
});

it("wants smart hosts exactly when mail does not go by MX records", () => {
  const missing =
    "smart_hosts: no smart hosts, and no MX records to go by; set smart_hosts, or use_mx_record = true";
  expect(faults({ ...toPremises, smart_hosts: null })).toEqual([missing]);
  expect(faults({ ...toPremises, smart_hosts: [] })).toEqual([missing]);
  expect(faults({ ...toPremises, smart_hosts: undefined })).toEqual([]);
  expect(faults({ ...toPremises, use_mx_record: true })).toEqual([
    "smart_hosts: smart hosts are not used while mail goes by MX records; set use_mx_record = false",
  ]);
});

it("checks a TLS domain with DomainValidation only, and wants one there", () => {
  expect(faults({ ...toPremises, tls_settings: "CertificateValidation" })).toEqual([
    'tls_domain: not checked with tls_settings CertificateValidation, got "mail.contoso.com"; ' +
      'set tls_settings = "DomainValidation", or leave tls_domain out',
  ]);
  expect(faults({ ...toPremises, tls_settings: null })).toHaveLength(1);
  expect(faults({ ...toPremises, tls_domain: null })).toEqual([
    "tls_settings: no domain to look for in the certificate; set tls_domain",
  ]);
  expect(faults({ ...toPremises, tls_settings: undefined })).toEqual([]);
  expect(faults({ ...toPremises, tls_domain: undefined })).toEqual([]);
});

it("keeps what concerns the premises from partners", () => {
  const partner = { ...toPremises, connector_type: "Partner", recipient_domains: null };
  expect(faults({ ...partner, all_accepted_domains: true, sender_rewriting_enabled: true })).toEqual([
    'all_accepted_domains: for connectors to the premises only, got true; set connector_type = "OnPremises", or leave it out',
    'sender_rewriting_enabled: for connectors to the premises only, got true; set connector_type = "OnPremises", or leave it out',
  ]);
});

it("refuses a connector that no mail would take, and one with two scopes", () => {
  expect(faults({ ...toPremises, recipient_domains: null })).toEqual([
    "recipient_domains: no mail would take this connector; " +
      "set recipient_domains, all_accepted_domains or is_transport_rule_scoped",
  ]);
  expect(faults({ ...toPremises, recipient_domains: null, is_transport_rule_scoped: true })).toEqual([]);
  expect(faults({ ...toPremises, all_accepted_domains: true })).toEqual([
    "recipient_domains: not together with all_accepted_domains; keep one of the two",
  ]);
});

it("refuses smart hosts and recipients that are none", () => {
  expect(
    faults({
      ...toPremises,
      smart_hosts: ["2001:db8::25", "mail server"],
      validation_recipients: ["contoso.com"],
    }),
  ).toEqual([
    'smart_hosts: no IPv6 smart hosts, got "2001:db8::25"; expected a host name or an IPv4 address',
    'smart_hosts: not a smart host, got "mail server"; expected a host name or an IPv4 address',
    'validation_recipients: not an address, got "contoso.com"; ' +
      "expected a mailbox beyond the connector, such as postmaster@contoso.com",
  ]);
});
