import { caLockOut } from "../../../../lib/rules/conditional-access/ca-lock-out";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: caLockOut,
  compliant: {
    "nothing of it": tenant({ policies: [], advice: [] }),
    "other advice": tenant({ policies: [], advice: [{ rule: "ca-unprepared", message: "another" }] }),
  },
  violating: {
    "what was found while the tenant was planned": {
      ...tenant({
        policies: [],
        advice: [
          {
            rule: "ca-lock-out",
            message: "a and b would block every sign-in of every user between them",
            received: "on",
            fix: "look",
          },
        ],
      }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "a and b would block every sign-in of every user between them",
          received: "on",
          fix: "look",
        },
      ],
    },
  },
};

export default cases;
