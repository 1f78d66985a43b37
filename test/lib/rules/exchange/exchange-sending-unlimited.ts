import { exchangeSendingUnlimited } from "../../../../lib/rules/exchange/exchange-sending-unlimited";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeSendingUnlimited,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "hosted-outbound-spam-filter-policy",
            name: "Default",
            values: {
              name: "Default",
              recipientLimitExternalPerHour: 400,
              recipientLimitInternalPerHour: 800,
              recipientLimitPerDay: 800,
              actionWhenThresholdReached: "BlockUser",
            },
          },
        ],
      },
    }),
  },
  violating: {
    "one value is otherwise": {
      ...tenant({
        exchange: {
          objects: [
            {
              kind: "hosted-outbound-spam-filter-policy",
              name: "Default",
              values: {
                name: "Default",
                recipientLimitExternalPerHour: 400,
                recipientLimitInternalPerHour: 800,
                recipientLimitPerDay: 5000,
                actionWhenThresholdReached: "BlockUser",
              },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Default",
          message: "the outbound spam policy Default sets no limits of the organization's own",
          received: "recipientLimitPerDay: 5000",
          expected: "1 to 1000",
          fix: "set recipientLimitPerDay",
        },
      ],
    },
  },
};

export default cases;
