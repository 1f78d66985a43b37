import { exchangeFilesUnchecked } from "../../../../lib/rules/exchange/exchange-files-unchecked";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeFilesUnchecked,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "atp-policy-for-o365",
            name: "Safe Attachments for files",
            values: { enableAtpForSpoTeamsOdb: true },
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
              kind: "atp-policy-for-o365",
              name: "Safe Attachments for files",
              values: { enableAtpForSpoTeamsOdb: false },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Safe Attachments for files",
          message: "Safe Attachments for files is off",
          received: "enableAtpForSpoTeamsOdb: false",
          expected: "true",
          fix: "set enableAtpForSpoTeamsOdb to true",
        },
      ],
    },
  },
};

export default cases;
