import { exchangeModernAuthenticationOff } from "../../../../lib/rules/exchange/exchange-modern-authentication-off";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeModernAuthenticationOff,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "organization-config",
            name: "the organization's settings",
            values: { oauth2ClientProfileEnabled: true },
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
              values: { oauth2ClientProfileEnabled: false },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object the organization's settings",
          message: "the organization's settings switch modern authentication off",
          received: "oauth2ClientProfileEnabled: false",
          expected: "true",
          fix: "set oauth2ClientProfileEnabled to true",
        },
      ],
    },
  },
};

export default cases;
