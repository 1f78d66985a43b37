import { exchangeLinksUnchecked } from "../../../../lib/rules/exchange/exchange-links-unchecked";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeLinksUnchecked,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "safe-links-policy",
            name: "Everyone",
            values: {
              name: "Everyone",
              enableSafeLinksForEmail: true,
              enableSafeLinksForTeams: true,
              enableSafeLinksForOffice: true,
              enableForInternalSenders: true,
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
              kind: "safe-links-policy",
              name: "Everyone",
              values: {
                name: "Everyone",
                enableSafeLinksForEmail: false,
                enableSafeLinksForTeams: true,
                enableSafeLinksForOffice: true,
                enableForInternalSenders: true,
              },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Everyone",
          message: "the Safe Links policy Everyone does not check all links",
          received: "enableSafeLinksForEmail: false",
          expected: "true",
          fix: "set enableSafeLinksForEmail to true",
        },
      ],
    },
  },
};

export default cases;
