import { M365Provider } from "../../../constructs/exchange/m365/provider";
import {
  OnPremisesConnectors,
  type OnPremisesConnectorsProps,
} from "../../../constructs/exchange/on-premises-connectors";
import { FaultError } from "../../../lib/fault";
import { M365 } from "../../support/m365-schema";
import { schemaProblems } from "../../support/schema-check";
import { type Synthesized, synthesized } from "../../support/synth";

const TO = { recipientDomains: ["contoso.com"], smartHosts: ["smtp.contoso.com"] };

function connectors(props: Omit<OnPremisesConnectorsProps, "name">): Synthesized {
  const json = synthesized((stack) => {
    new M365Provider(stack, "M365");
    new OnPremisesConnectors(stack, "Connectors", { name: "contoso.com", ...props });
  });
  expect(schemaProblems(json, M365)).toEqual([]);
  return json;
}

test.each([
  [undefined, { tls_settings: "CertificateValidation" }],
  ["trusted", { tls_settings: "CertificateValidation" }],
  ["encryption", { tls_settings: "EncryptionOnly" }],
  [{ name: "*.contoso.com" }, { tls_settings: "DomainValidation", tls_domain: "*.contoso.com" }],
] as const)("mail goes to the premises over TLS, with a certificate that is %j", (certificate, tls) => {
  const { resource } = connectors({ outbound: { ...TO, ...(certificate && { certificate }) } });
  expect(resource).toEqual({
    m365_outbound_connector: {
      ToPremises: {
        name: "contoso.com to premises",
        connector_type: "OnPremises",
        recipient_domains: ["contoso.com"],
        use_mx_record: false,
        smart_hosts: ["smtp.contoso.com"],
        ...tls,
      },
    },
  });
});

test("the connector counts once a message has come through", () => {
  const { resource } = connectors({
    outbound: { ...TO, validationRecipients: ["postmaster@contoso.com"] },
  });
  expect(resource?.m365_outbound_connector?.ToPremises?.validation_recipients).toEqual([
    "postmaster@contoso.com",
  ]);
});

test.each([
  [{ certificate: "mail.contoso.com" }, { tls_sender_certificate_name: "mail.contoso.com" }],
  [{ addresses: ["192.0.2.25"] }, { sender_ip_addresses: ["192.0.2.25"] }],
])("the premises are known by %j", (by, attribute) => {
  const { resource } = connectors({ inbound: { senderDomains: ["contoso.com"], by } });
  expect(resource).toEqual({
    m365_inbound_connector: {
      FromPremises: {
        name: "contoso.com from premises",
        connector_type: "OnPremises",
        sender_domains: ["contoso.com"],
        require_tls: true,
        ...attribute,
      },
    },
  });
});

test("connectors that no mail could take are refused, all at once", () => {
  const make = (props: Omit<OnPremisesConnectorsProps, "name">) => () => connectors(props);
  expect(make({})).toThrow(FaultError);
  expect(
    make({
      outbound: { recipientDomains: [], smartHosts: [] },
      inbound: { senderDomains: [], by: { addresses: [] } },
    }),
  ).toThrow(
    /outbound\.recipientDomains.*outbound\.smartHosts.*inbound\.senderDomains.*inbound\.by\.addresses/s,
  );
});
