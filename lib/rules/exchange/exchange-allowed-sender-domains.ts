import { nobody, objectRule } from "../object-rule";

export const exchangeAllowedSenderDomains = objectRule({
  id: "exchange-allowed-sender-domains",
  kind: "hosted-content-filter-policy",
  title: "mail of whole domains is let past the spam filter",
  why: "Whoever writes in the name of such a domain gets through, forged or not: the filter does not ask whether it is the domain's own mail.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.6.2v1"], cis: ["2.1.14"] },

  says: "lets mail of whole domains past the spam filter",
  wants: [nobody("allowedSenderDomains")],
});
