import { is, objectRule, oneOf } from "../object-rule";

export const exchangeImpersonatedDomains = objectRule({
  id: "exchange-impersonated-domains",
  kind: "anti-phish-policy",
  title: "names like the own domains are not acted on",
  why: "A domain that looks like the organization's own passes every check of authentication.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.2.2v1"], cis: ["2.1.7"] },
  recommended: false,
  says: "does not act on names like the own domains",
  wants: [
    is("enableOrganizationDomainsProtection", true),
    oneOf("targetedDomainProtectionAction", ["Delete", "Quarantine", "MoveToJmf", "Redirect"]),
  ],
});
