import { exchangeAttachmentsUnchecked } from "../../../../lib/rules/exchange/exchange-attachments-unchecked";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeAttachmentsUnchecked,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          { kind: "safe-attachment-policy", name: "Everyone", values: { name: "Everyone", enable: true } },
        ],
      },
    }),
  },
  violating: {
    "one value is otherwise": {
      ...tenant({
        exchange: {
          objects: [
            { kind: "safe-attachment-policy", name: "Everyone", values: { name: "Everyone", enable: false } },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Everyone",
          message: "the Safe Attachments policy Everyone delivers attachments that misbehave",
          received: "enable: false",
          expected: "true",
          fix: "set enable to true",
        },
      ],
    },
  },
};

export default cases;
