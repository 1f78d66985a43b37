import { exchangeSmtpAuth } from "../../../../lib/rules/exchange/exchange-smtp-auth";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeSmtpAuth,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "transport-config",
            name: "the transport settings",
            values: { smtpClientAuthenticationDisabled: true },
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
              kind: "transport-config",
              name: "the transport settings",
              values: { smtpClientAuthenticationDisabled: false },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object the transport settings",
          message: "the transport settings let mailboxes send by SMTP AUTH",
          received: "smtpClientAuthenticationDisabled: false",
          expected: "true",
          fix: "set smtpClientAuthenticationDisabled to true",
        },
      ],
    },
  },
};

export default cases;
