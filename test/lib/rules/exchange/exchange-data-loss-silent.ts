import { exchangeDataLossSilent } from "../../../../lib/rules/exchange/exchange-data-loss-silent";
import { type RuleCases, tenant } from "../fixture";
import { dataLoss } from "../support/data-loss";

const cases: RuleCases = {
  rule: exchangeDataLossSilent,
  compliant: { "nothing is known of it": tenant({}), "as CISA asks": dataLoss() },
  violating: {
    "nobody is told": {
      ...dataLoss({}, { notifyUser: [] }),
      finds: [
        {
          level: "warning",
          at: "object Leaves",
          message: "no rule that looks for all personal data tells users",
          received: "notifyUser: nobody",
          expected: "Owner, LastModifier or addresses",
          fix: "set notifyUser of the rule",
        },
      ],
    },
  },
};

export default cases;
