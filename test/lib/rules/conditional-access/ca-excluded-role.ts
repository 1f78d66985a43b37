import { caExcludedRole } from "../../../../lib/rules/conditional-access/ca-excluded-role";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: caExcludedRole,
  compliant: {
    "nothing of it": tenant({ policies: [], advice: [] }),
    "other advice": tenant({ policies: [], advice: [{ rule: "ca-lock-out", message: "another" }] }),
  },
  violating: {
    "what was found while the tenant was planned": {
      ...tenant({
        policies: [],
        advice: [
          { rule: "ca-excluded-role", message: "MS.AAD.3.1v1 are not met", received: "on", fix: "look" },
        ],
      }),
      finds: [
        { level: "warning", at: "contoso", message: "MS.AAD.3.1v1 are not met", received: "on", fix: "look" },
      ],
    },
  },
};

export default cases;
