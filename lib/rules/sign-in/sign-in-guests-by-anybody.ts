import { objectsOf, titled, valueIn } from "../../posture/facts/exchange-objects";
import { type Hit, tenantRule } from "../rule";

const INVITERS = "adminsAndGuestInviters";

export const signInGuestsByAnybody = tenantRule({
  id: "sign-in-guests-by-anybody",
  reads: "authorization-policy",
  asks: ["allowInvitesFrom"],
  title: "guests are invited by others than guest inviters",
  why: "Each guest is an account that the organization does not manage. CISA's test asks for administrators and guest inviters, and counts nobody at all as unmet too; that is told as a warning.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.AAD.8.2v1"], cis: ["5.1.6.3"] },
  recommended: false,
  check: (tenant, _posture, packs) =>
    objectsOf(tenant, "authorization-policy").flatMap((object): readonly Hit[] => {
      const from = valueIn(object, "allowInvitesFrom");
      const closed = from === "none";
      if (from === undefined || from === INVITERS || (closed && !packs.includes("scuba"))) return [];
      return [
        {
          message: `${titled(object)} ${closed ? "includes no invitations of guests, which CISA's test does not count" : "includes inviting guests"}`,
          received: `allowInvitesFrom: ${String(from)}`,
          expected: INVITERS,
          fix: `set allowInvitesFrom to ${INVITERS}`,
          where: object.where,
          ...(closed ? { level: "warning" as const } : {}),
        },
      ];
    }),
});
