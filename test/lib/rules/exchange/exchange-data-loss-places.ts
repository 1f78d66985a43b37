import { exchangeDataLossPlaces } from "../../../../lib/rules/exchange/exchange-data-loss-places";
import { type RuleCases, tenant } from "../fixture";
import { ALL_KINDS, dataLoss } from "../support/data-loss";

const cases: RuleCases = {
  rule: exchangeDataLossPlaces,
  compliant: { "nothing is known of it": tenant({}), "as CISA asks": dataLoss() },
  violating: {
    "not in Teams": {
      ...dataLoss({ teamsLocation: ["sales@contoso.com"] }),
      finds: [
        {
          level: "warning",
          at: "object Personal data",
          message:
            "no rule that looks for all personal data holds at mail, SharePoint, OneDrive, Teams and devices",
          received: "without teamsLocation",
          expected: "All at each place",
          fix: "set these places of its policy to [All]; Teams and devices need Microsoft 365 E5 or the Purview suite",
        },
      ],
    },
    "another kind": {
      ...dataLoss({}, { contentContainsSensitiveInformation: ALL_KINDS.slice(1) }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message:
            "no rule that looks for all personal data holds at mail, SharePoint, OneDrive, Teams and devices",
          received: "no such rule",
          expected: "All at each place",
          fix: "set these places of its policy to [All]; Teams and devices need Microsoft 365 E5 or the Purview suite",
        },
      ],
    },
  },
};

export default cases;
