import { actingRules, looksForAll } from "../../posture/facts/data-loss";
import { valueIn } from "../../posture/facts/exchange-objects";
import { tenantRule } from "../rule";

const PLACES = [
  "exchangeLocation",
  "sharepointLocation",
  "oneDriveLocation",
  "teamsLocation",
  "endpointDlpLocation",
];

export const exchangeDataLossPlaces = tenantRule({
  id: "exchange-data-loss-places",
  reads: "dlp-compliance-rule",
  title: "personal data is not looked for everywhere",
  why: "What a policy for mail alone stops is sent in a chat, or copied from a device.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.SECURITYSUITE.3.2v1"] },
  recommended: false,
  check(tenant) {
    const acting = actingRules(tenant);
    const lacks = ({ policy }: (typeof acting)[number]) =>
      PLACES.filter((place) => {
        if (!policy || policy.unknown?.includes(place)) return false;
        const where = valueIn(policy, place);
        return !(Array.isArray(where) && where.includes("All"));
      });
    const whole = acting.filter(looksForAll);
    if (whole.some((one) => lacks(one).length === 0)) return [];
    const [first] = whole;
    return [
      {
        message:
          "no rule that looks for all personal data holds at mail, SharePoint, OneDrive, Teams and devices",
        received: first ? `without ${lacks(first).join(", ")}` : "no such rule",
        expected: "All at each place",
        fix: "set these places of its policy to [All]; Teams and devices need Microsoft 365 E5 or the Purview suite",
        ...(first?.policy ? { where: first.policy.where } : {}),
      },
    ];
  },
});
