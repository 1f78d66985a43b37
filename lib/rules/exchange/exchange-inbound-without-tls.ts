import { tenantRule } from "../rule";

export const exchangeInboundWithoutTls = tenantRule({
  id: "exchange-inbound-without-tls",
  reads: "inboundConnectors",
  title: "an inbound connector that takes mail without TLS",
  why: "The connector is how Exchange Online knows the premises or a partner. Without TLS the way there is open to readers, and a connector that goes by addresses alone believes whoever can use them.",
  level: "warning",
  sources: [
    {
      name: "Microsoft Learn: connectors",
      url: "https://learn.microsoft.com/exchange/mail-flow-best-practices/use-connectors-to-configure-mail-flow/use-connectors-to-configure-mail-flow",
    },
  ],
  check({ exchange }) {
    return (exchange?.inboundConnectors ?? []).flatMap(
      ({ name, enabled, requireTls, certificateName, where }) =>
        enabled && !requireTls && certificateName === undefined
          ? [
              {
                message: `the inbound connector ${name} takes mail without TLS`,
                expected: "require_tls, or a certificate's name",
                fix: "identify the sender by its certificate",
                where,
              },
            ]
          : [],
    );
  },
});
