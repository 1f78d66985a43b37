import { exchangeOutboundWithoutTls } from "../../../../lib/rules/exchange/exchange-outbound-without-tls";
import type { Fixture } from "../fixture";
import { type RuleCases, tenant } from "../fixture";

const connector = (tls?: "EncryptionOnly" | "CertificateValidation" | "DomainValidation"): Fixture =>
  tenant({
    exchange: {
      outboundConnectors: [
        {
          name: "To the premises",
          enabled: true,
          type: "OnPremises",
          ...(tls ? { tls } : {}),
          smartHosts: ["smtp.contoso.com"],
        },
      ],
    },
  });

const cases: RuleCases = {
  rule: exchangeOutboundWithoutTls,
  compliant: {
    "a connector that is off": {
      domains: [],
      tenants: [
        {
          name: "contoso",
          exchange: {
            outboundConnectors: [
              {
                name: "To the premises",
                enabled: false,
                type: "OnPremises",
                smartHosts: ["smtp.contoso.com"],
              },
            ],
          },
        },
      ],
    },
    "nothing is known of connectors": tenant({}),
    "the certificate's name is checked": connector("DomainValidation"),
    "the certificate is checked": connector("CertificateValidation"),
  },
  violating: {
    "any certificate": {
      ...connector("EncryptionOnly"),
      finds: [
        {
          level: "warning",
          at: "outbound connector To the premises",
          message: "the outbound connector To the premises takes any certificate",
          received: "EncryptionOnly",
          expected: "CertificateValidation or DomainValidation",
        },
      ],
    },
    "TLS where it is offered": {
      ...connector(),
      finds: [
        {
          level: "warning",
          at: "outbound connector To the premises",
          message: "the outbound connector To the premises sends without TLS where it is not offered",
          received: "no TLS setting",
          expected: "CertificateValidation or DomainValidation",
        },
      ],
    },
  },
};

export default cases;
