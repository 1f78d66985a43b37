import { objectsOf, titled, valueIn } from "../../posture/facts/exchange-objects";
import { tenantRule } from "../rule";

/** Policies by which people consent for themselves; those of owners of groups and chats are others. */
const FOR_ONESELF = /^ManagePermissionGrantsForSelf\./i;

export const signInConsentOpen = tenantRule({
  id: "sign-in-consent-open",
  reads: "authorization-policy",
  asks: ["userConsentPolicies"],
  title: "users consent to applications by themselves",
  why: "An attacker who gets one click on Accept reads mail by an application of his own, without a password and past every second factor, until somebody finds the consent. What counts as low is the tenant's own list, which may hold anything.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.AAD.5.2v1"], cis: ["5.1.5.1"] },
  recommended: false,
  check: (tenant) =>
    objectsOf(tenant, "authorization-policy").flatMap((object) => {
      const policies = valueIn(object, "userConsentPolicies");
      const open = Array.isArray(policies) ? policies.filter((one: string) => FOR_ONESELF.test(one)) : [];
      if (open.length === 0) return [];
      return [
        {
          message: `${titled(object)} includes consent to applications`,
          received: `userConsentPolicies: ${open.join(", ")}`,
          expected: "none of ManagePermissionGrantsForSelf",
          fix: "set userConsentPolicies to [], and let users ask for consent",
          where: object.where,
        },
      ];
    }),
});
