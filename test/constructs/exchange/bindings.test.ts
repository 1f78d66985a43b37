import { M365AcceptedDomain } from "../../../constructs/exchange/m365/accepted-domain";
import { DataM365Domain } from "../../../constructs/exchange/m365/data-domain";
import { M365InboundConnector } from "../../../constructs/exchange/m365/inbound-connector";
import { M365OutboundConnector } from "../../../constructs/exchange/m365/outbound-connector";
import { M365Provider } from "../../../constructs/exchange/m365/provider";
import { version } from "../../../package.json";
import { M365 } from "../../support/m365-schema";
import { schemaProblems } from "../../support/schema-check";
import { STACKS, synthesized } from "../../support/synth";

test.each(Object.entries(STACKS))("a %s writes what Terraform reads, references included", (_, Stack) => {
  const json = synthesized((stack) => {
    const own = new M365Provider(stack, "M365", { useOidc: true });
    const other = new M365Provider(stack, "Other", { alias: "fabrikam", environment: "usgovernmentl4" });
    const domain = new DataM365Domain(stack, "Domain", { domain: "contoso.com", provider: own });
    const relay = new M365AcceptedDomain(stack, "Relay", {
      domain: domain.domain,
      domainType: "InternalRelay",
      matchSubDomains: domain.isVerified,
      provider: other,
    });
    const outbound = new M365OutboundConnector(stack, "Outbound", {
      name: "To premises",
      recipientDomains: [relay.domain],
      dependsOn: [relay],
      lifecycle: { preventDestroy: true },
    });
    new M365InboundConnector(stack, "Inbound", {
      name: outbound.name,
      senderDomains: outbound.recipientDomains,
      efSkipLastIp: true,
    });
  }, Stack);
  expect(schemaProblems(json, M365)).toEqual([]);
  expect(json.terraform.required_providers).toEqual({
    m365: { source: "cdktf-mail-hygiene/m365", version },
  });
  expect(json.provider).toEqual({
    m365: [{ use_oidc: true }, { alias: "fabrikam", environment: "usgovernmentl4" }],
  });
  expect(json.data).toEqual({ m365_domain: { Domain: { domain: "contoso.com", provider: "m365" } } });
  expect(json.resource).toEqual({
    m365_accepted_domain: {
      Relay: {
        domain: "${data.m365_domain.Domain.domain}",
        domain_type: "InternalRelay",
        match_sub_domains: "${data.m365_domain.Domain.is_verified}",
        provider: "m365.fabrikam",
      },
    },
    m365_outbound_connector: {
      Outbound: {
        name: "To premises",
        recipient_domains: ["${m365_accepted_domain.Relay.domain}"],
        depends_on: ["m365_accepted_domain.Relay"],
        lifecycle: { prevent_destroy: true },
      },
    },
    m365_inbound_connector: {
      Inbound: {
        name: "${m365_outbound_connector.Outbound.name}",
        sender_domains: "${tolist(m365_outbound_connector.Outbound.recipient_domains)}",
        ef_skip_last_ip: true,
      },
    },
  });
});
