import { is, objectRule, oneOf, somebody } from "../object-rule";

export const exchangeImpersonatedUsers = objectRule({
  id: "exchange-impersonated-users",
  kind: "anti-phish-policy",
  title: "nobody is protected from senders who pose as sensitive people",
  why: "Mail in the name of a director or of payroll, from an address of the attacker's own, passes SPF, DKIM and DMARC.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.2.1v1"], cis: ["2.1.7"] },
  recommended: false,
  says: "does not act on senders who pose as sensitive people",
  wants: [
    is("enableTargetedUserProtection", true),
    oneOf("targetedUserProtectionAction", ["Delete", "Quarantine", "MoveToJmf", "Redirect"]),
    somebody("targetedUsersToProtect"),
  ],
});
