import { is, objectRule, oneOf, somebody } from "../object-rule";

export const exchangeImpersonatedPartners = objectRule({
  id: "exchange-impersonated-partners",
  kind: "anti-phish-policy",
  title: "names like partners' domains are not acted on",
  why: "An invoice from a domain that looks like a partner's is paid.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.2.3v1"] },
  recommended: false,
  says: "does not act on names like partners' domains",
  wants: [
    is("enableTargetedDomainsProtection", true),
    oneOf("targetedDomainProtectionAction", ["Delete", "Quarantine", "MoveToJmf", "Redirect"]),
    somebody("targetedDomainsToProtect"),
  ],
});
