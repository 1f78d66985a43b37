import { exchangeInboundWithoutTls } from "../../../../lib/rules/exchange/exchange-inbound-without-tls";
import { type RuleCases, tenant } from "../fixture";

const connector = (requireTls: boolean, enabled = true) =>
  tenant({
    exchange: {
      inboundConnectors: [
        {
          name: "From the premises",
          enabled,
          type: "OnPremises" as const,
          requireTls,
          senderAddresses: ["89.175.3.5"],
        },
      ],
    },
  });

const cases: RuleCases = {
  rule: exchangeInboundWithoutTls,
  compliant: {
    "a certificate names the premises": {
      domains: [],
      tenants: [
        {
          name: "contoso",
          exchange: {
            inboundConnectors: [
              {
                name: "From the premises",
                enabled: true,
                type: "OnPremises",
                requireTls: false,
                certificateName: "mail.contoso.com",
                senderAddresses: [],
              },
            ],
          },
        },
      ],
    },
    "nothing is known of connectors": tenant({}),
    "TLS is required": connector(true),
    "a connector that is off": connector(false, false),
  },
  violating: {
    "addresses alone": {
      ...connector(false),
      finds: [
        {
          level: "warning",
          at: "inbound connector From the premises",
          message: "the inbound connector From the premises takes mail without TLS",
          expected: "require_tls, or a certificate's name",
          fix: "identify the sender by its certificate",
        },
      ],
    },
  },
};

export default cases;
