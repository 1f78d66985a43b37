import { breakGlassCustomDomain } from "../../../../lib/rules/conditional-access/break-glass-custom-domain";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: breakGlassCustomDomain,
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
            rule: "break-glass-custom-domain",
            message: "a break-glass account outside the initial domain",
            received: "on",
            fix: "look",
          },
        ],
      }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "a break-glass account outside the initial domain",
          received: "on",
          fix: "look",
        },
      ],
    },
  },
};

export default cases;
