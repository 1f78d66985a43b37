import { caUnprepared } from "../../../../lib/rules/conditional-access/ca-unprepared";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: caUnprepared,
  compliant: {
    "nothing of it": tenant({ policies: [], advice: [] }),
    "other advice": tenant({ policies: [], advice: [{ rule: "ca-lock-out", message: "another" }] }),
  },
  violating: {
    "what was found while the tenant was planned": {
      ...tenant({
        policies: [],
        advice: [
          {
            rule: "ca-unprepared",
            message: "the policy block-device-code-flow is on",
            received: "on",
            fix: "look",
          },
        ],
      }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "the policy block-device-code-flow is on",
          received: "on",
          fix: "look",
        },
      ],
    },
  },
};

export default cases;
