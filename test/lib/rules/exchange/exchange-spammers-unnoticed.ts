import { exchangeSpammersUnnoticed } from "../../../../lib/rules/exchange/exchange-spammers-unnoticed";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeSpammersUnnoticed,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "hosted-outbound-spam-filter-policy",
            name: "Default",
            values: { name: "Default", notifyOutboundSpam: true, bccSuspiciousOutboundMail: true },
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
              values: { name: "Default", notifyOutboundSpam: false, bccSuspiciousOutboundMail: true },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Default",
          message: "the outbound spam policy Default tells nobody of mailboxes that send spam",
          received: "notifyOutboundSpam: false",
          expected: "true",
          fix: "set notifyOutboundSpam to true",
        },
      ],
    },
  },
};

export default cases;
