import { objectsOf, titled, valueIn } from "../../posture/facts/exchange-objects";
import { tenantRule } from "../rule";

/** What Entra ID takes for never. */
const NEVER = 2_147_483_647;

export const signInPasswordsExpire = tenantRule({
  id: "sign-in-passwords-expire",
  reads: "domain-password-policy",
  asks: ["passwordValidityPeriodInDays"],
  title: "passwords expire",
  why: "People who have to change passwords choose weaker ones, and count up. A password is to be changed when it is known to somebody else, not by the calendar.",
  level: "warning",
  sources: [
    {
      name: "NIST SP 800-63B §3.1.1.2",
      url: "https://pages.nist.gov/800-63-4/sp800-63b.html",
    },
  ],
  controls: { scuba: ["MS.AAD.6.1v1"], cis: ["1.3.1"] },
  recommended: false,
  check: (tenant) =>
    objectsOf(tenant, "domain-password-policy").flatMap((object) => {
      const days = valueIn(object, "passwordValidityPeriodInDays");
      if (days === undefined || days === NEVER) return [];
      return [
        {
          message: `${titled(object)} is after ${String(days)} days`,
          received: `passwordValidityPeriodInDays: ${String(days)}`,
          expected: `${NEVER}, which is never`,
          fix: `set passwordValidityPeriodInDays to ${NEVER}`,
          where: object.where,
        },
      ];
    }),
});
