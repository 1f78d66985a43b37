import { exchangeSpamDelivered } from "../../../../lib/rules/exchange/exchange-spam-delivered";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeSpamDelivered,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "hosted-content-filter-policy",
            name: "Default",
            values: {
              name: "Default",
              spamAction: "MoveToJmf",
              highConfidenceSpamAction: "MoveToJmf",
              phishSpamAction: "MoveToJmf",
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
              kind: "hosted-content-filter-policy",
              name: "Default",
              values: { name: "Default", phishSpamAction: "ModifySubject", modifySubjectValue: "[Phish] " },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Default",
          message: "the anti-spam policy Default delivers spam or phishing to inboxes",
          received: "phishSpamAction: ModifySubject",
          expected: "MoveToJmf | Quarantine | Redirect | Delete",
          fix: "set phishSpamAction",
        },
      ],
    },
  },
};

export default cases;
