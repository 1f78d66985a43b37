import { formatFault } from "../../../../lib/fault";
import {
  type InboundConnectorValues,
  inboundConnectorFaults,
} from "../../../../provider/resources/connector/inbound-rules";

const premises: InboundConnectorValues = {
  connector_type: "OnPremises",
  sender_domains: ["*"],
  sender_ip_addresses: null,
  tls_sender_certificate_name: "mail.contoso.com",
  require_tls: true,
  restrict_domains_to_certificate: false,
  restrict_domains_to_ip_addresses: false,
  cloud_services_mail_enabled: false,
  treat_messages_as_internal: false,
  ef_skip_last_ip: false,
  ef_skip_ips: null,
};

const partner: InboundConnectorValues = {
  ...premises,
  connector_type: "Partner",
  sender_domains: ["fabrikam.com", "*.fabrikam.net"],
  tls_sender_certificate_name: null,
};

const faults = (values: InboundConnectorValues) => inboundConnectorFaults(values).map(formatFault);

it("takes a connector for the premises by certificate, by address or by both", () => {
  expect(faults(premises)).toEqual([]);
  expect(faults({ ...premises, sender_ip_addresses: ["192.0.2.25", "198.51.100.0/24"] })).toEqual([]);
  expect(
    faults({ ...premises, tls_sender_certificate_name: null, sender_ip_addresses: ["192.0.2.25/32"] }),
  ).toEqual([]);
});

it("refuses a connector for the premises that anyone could use", () => {
  const anyone = { ...premises, tls_sender_certificate_name: null };
  const fault =
    "connector_type: nothing tells the premises from anyone else; set tls_sender_certificate_name, or sender_ip_addresses";
  expect(faults(anyone)).toEqual([fault]);
  expect(faults({ ...anyone, sender_ip_addresses: [] })).toEqual([fault]);
});

it("says nothing about what is not known before apply", () => {
  const unknown = { ...premises, tls_sender_certificate_name: undefined };
  expect(faults(unknown)).toEqual([]);
  expect(faults({ ...premises, tls_sender_certificate_name: null, sender_ip_addresses: undefined })).toEqual(
    [],
  );
  expect(
    faults({ ...partner, restrict_domains_to_certificate: true, tls_sender_certificate_name: undefined }),
  ).toEqual([]);
});

it("refuses IPv6 senders, wide networks and names, each with what Exchange takes", () => {
  const expected = "expected an IPv4 address, or an IPv4 network of /24 to /32";
  expect(
    faults({
      ...premises,
      sender_ip_addresses: ["2001:db8::25", "192.0.2.0/23", "mail.contoso.com", "192.0.2.0/33"],
    }),
  ).toEqual([
    `sender_ip_addresses: Exchange knows no IPv6 senders on connectors, got "2001:db8::25"; ${expected}`,
    `sender_ip_addresses: a network of /23 is too wide, got "192.0.2.0/23"; ${expected}`,
    `sender_ip_addresses: not an address, got "mail.contoso.com"; ${expected}`,
    `sender_ip_addresses: not a network, got "192.0.2.0/33"; ${expected}`,
  ]);
});

it("restricts partners to a certificate or to addresses only when there are some", () => {
  expect(faults({ ...partner, restrict_domains_to_certificate: true })).toEqual([
    "restrict_domains_to_certificate: no certificate to restrict to; set tls_sender_certificate_name",
  ]);
  expect(faults({ ...partner, restrict_domains_to_ip_addresses: true, require_tls: false })).toEqual([
    "restrict_domains_to_ip_addresses: no addresses to restrict to; set sender_ip_addresses",
  ]);
  expect(
    faults({
      ...partner,
      restrict_domains_to_certificate: true,
      tls_sender_certificate_name: "*.fabrikam.com",
      require_tls: false,
    }),
  ).toEqual(["restrict_domains_to_certificate: a certificate is only seen over TLS; set require_tls = true"]);
});

it("keeps restrictions for partners, and internal mail for the premises", () => {
  expect(faults({ ...premises, restrict_domains_to_certificate: true })).toEqual([
    "restrict_domains_to_certificate: an OnPremises connector is not restricted by domain, got true; " +
      "leave it out: the certificate or the addresses already say whose mail it is",
  ]);
  expect(faults({ ...partner, treat_messages_as_internal: true })).toEqual([
    "treat_messages_as_internal: a partner's mail is never the organization's own, got true; " +
      'set connector_type = "OnPremises", or leave it out',
  ]);
  expect(
    faults({ ...premises, treat_messages_as_internal: true, cloud_services_mail_enabled: true }),
  ).toHaveLength(1);
});

it("refuses skipped addresses that Exchange would ignore", () => {
  expect(faults({ ...premises, ef_skip_ips: ["192.0.2.1-192.0.2.9", "2001:db8::/64", "192.0.2.7"] })).toEqual(
    [],
  );
  expect(faults({ ...premises, ef_skip_last_ip: true, ef_skip_ips: ["192.0.2.1"] })).toEqual([
    "ef_skip_ips: Exchange ignores ef_skip_ips while ef_skip_last_ip is true; keep one of the two",
  ]);
  expect(faults({ ...premises, ef_skip_ips: ["192.0.2.1-9"] })).toHaveLength(1);
});

it("refuses domains with a wildcard inside", () => {
  expect(faults({ ...partner, sender_domains: ["mail.*.fabrikam.com"] })).toEqual([
    'sender_domains: label "*" is not legal in a host name, got "mail.*.fabrikam.com"; ' +
      'expected a domain, "*.contoso.com" with its subdomains, or "*"',
  ]);
  expect(faults({ ...partner, sender_domains: [] })).toEqual([
    'sender_domains: no sender domains; expected domains, or "*" for all',
  ]);
});
