import { exchangeMailTipsOff } from "../../../../lib/rules/exchange/exchange-mail-tips-off";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeMailTipsOff,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "organization-config",
            name: "the organization's settings",
            values: {
              mailTipsAllTipsEnabled: true,
              mailTipsExternalRecipientsTipsEnabled: true,
              mailTipsGroupMetricsEnabled: true,
              mailTipsLargeAudienceThreshold: 25,
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
              kind: "organization-config",
              name: "the organization's settings",
              values: {
                mailTipsAllTipsEnabled: false,
                mailTipsExternalRecipientsTipsEnabled: true,
                mailTipsGroupMetricsEnabled: true,
                mailTipsLargeAudienceThreshold: 25,
              },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object the organization's settings",
          message: "the organization's settings do not show all MailTips",
          received: "mailTipsAllTipsEnabled: false",
          expected: "true",
          fix: "set mailTipsAllTipsEnabled to true",
        },
      ],
    },
  },
};

export default cases;
