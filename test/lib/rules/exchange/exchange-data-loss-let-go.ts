import { exchangeDataLossLetGo } from "../../../../lib/rules/exchange/exchange-data-loss-let-go";
import { type RuleCases, tenant } from "../fixture";
import { dataLoss } from "../support/data-loss";

const cases: RuleCases = {
  rule: exchangeDataLossLetGo,
  compliant: { "nothing is known of it": tenant({}), "as CISA asks": dataLoss() },
  violating: {
    "it only tells": {
      ...dataLoss({}, { blockAccess: false }),
      finds: [
        {
          level: "warning",
          at: "object Leaves",
          message: "no rule that looks for all personal data keeps it from everybody",
          received: "blockAccess: false, blockAccessScope: All",
          expected: "blockAccess: true, blockAccessScope: All",
          fix: "set both in the rule",
        },
      ],
    },
    "people outside alone": {
      ...dataLoss({}, { blockAccessScope: "PerAnonymousUser" }),
      finds: [
        {
          level: "warning",
          at: "object Leaves",
          message: "no rule that looks for all personal data keeps it from everybody",
          received: "blockAccess: true, blockAccessScope: PerAnonymousUser",
          expected: "blockAccess: true, blockAccessScope: All",
          fix: "set both in the rule",
        },
      ],
    },
  },
};

export default cases;
