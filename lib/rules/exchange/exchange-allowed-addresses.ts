import { nobody, objectRule } from "../object-rule";

export const exchangeAllowedAddresses = objectRule({
  id: "exchange-allowed-addresses",
  kind: "hosted-connection-filter-policy",
  title: "mail from some addresses is let past the filters",
  why: "Mail from an allowed address skips spam filtering and sender authentication: whoever uses the same server, or breaks into it, gets everything through.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.8.1v1"], cis: ["2.1.12"] },

  says: "lets mail from some addresses past the filters",
  wants: [nobody("ipAllowList")],
});
