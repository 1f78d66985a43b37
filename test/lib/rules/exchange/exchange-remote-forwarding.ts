import { exchangeRemoteForwarding } from "../../../../lib/rules/exchange/exchange-remote-forwarding";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeRemoteForwarding,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "remote-domain",
            name: "Default",
            values: { name: "Default", domainName: "*", autoForwardEnabled: false },
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
              kind: "remote-domain",
              name: "Default",
              values: { name: "Default", domainName: "*", autoForwardEnabled: true },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Default",
          message: "the remote domain Default lets mail be forwarded to it by itself",
          received: "autoForwardEnabled: true",
          expected: "false",
          fix: "set autoForwardEnabled to false",
        },
      ],
    },
  },
};

export default cases;
