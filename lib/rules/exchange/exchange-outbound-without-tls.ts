import { tenantRule } from "../rule";

export const exchangeOutboundWithoutTls = tenantRule({
  id: "exchange-outbound-without-tls",
  reads: "outboundConnectors",
  title: "an outbound connector that does not insist on a certificate",
  why: "Mail that Exchange Online hands to the premises or a partner crosses the Internet. Where TLS is optional, or any certificate will do, somebody on the way can take the place of the other side and read it.",
  level: "warning",
  sources: [
    {
      name: "Microsoft Learn: Set-OutboundConnector",
      url: "https://learn.microsoft.com/powershell/module/exchange/set-outboundconnector",
    },
  ],
  check({ exchange }) {
    return (exchange?.outboundConnectors ?? []).flatMap(({ name, enabled, tls, where }) =>
      enabled && tls !== "CertificateValidation" && tls !== "DomainValidation"
        ? [
            {
              message: `the outbound connector ${name} ${tls === undefined ? "sends without TLS where it is not offered" : "takes any certificate"}`,
              received: tls ?? "no TLS setting",
              expected: "CertificateValidation or DomainValidation",
              where,
            },
          ]
        : [],
    );
  },
});
