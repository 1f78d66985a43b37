import { exchangeDataLossKinds } from "../../../../lib/rules/exchange/exchange-data-loss-kinds";
import { type RuleCases, tenant } from "../fixture";
import { ALL_KINDS, dataLoss } from "../support/data-loss";

const cases: RuleCases = {
  rule: exchangeDataLossKinds,
  compliant: { "nothing is known of it": tenant({}), "as CISA asks": dataLoss() },
  violating: {
    "one kind is missing": {
      ...dataLoss({}, { contentContainsSensitiveInformation: ALL_KINDS.slice(0, 2) }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "no rule against the loss of data that acts looks for all personal data",
          received: "without U.S. Social Security Number (SSN)",
          expected:
            "Credit Card Number, U.S. Individual Taxpayer Identification Number (ITIN), U.S. Social Security Number (SSN)",
          fix: "add them to contentContainsSensitiveInformation of a rule, or take baseline scuba of dataLoss",
        },
      ],
    },
    "the rule is off": {
      ...dataLoss({}, { disabled: true }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "no rule against the loss of data that acts looks for all personal data",
          received:
            "without Credit Card Number, U.S. Individual Taxpayer Identification Number (ITIN), U.S. Social Security Number (SSN)",
          expected:
            "Credit Card Number, U.S. Individual Taxpayer Identification Number (ITIN), U.S. Social Security Number (SSN)",
          fix: "add them to contentContainsSensitiveInformation of a rule, or take baseline scuba of dataLoss",
        },
      ],
    },
    "the policy only records": {
      ...dataLoss({ mode: "TestWithNotifications" }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "no rule against the loss of data that acts looks for all personal data",
          received:
            "without Credit Card Number, U.S. Individual Taxpayer Identification Number (ITIN), U.S. Social Security Number (SSN)",
          expected:
            "Credit Card Number, U.S. Individual Taxpayer Identification Number (ITIN), U.S. Social Security Number (SSN)",
          fix: "add them to contentContainsSensitiveInformation of a rule, or take baseline scuba of dataLoss",
        },
      ],
    },
  },
};

export default cases;
