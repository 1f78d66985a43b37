import { caReportOnly } from "../../../../lib/rules/conditional-access/ca-report-only";
import { type RuleCases, tenant } from "../fixture";
import { GRAPH_MFA, inState } from "../support/policies";

const cases: RuleCases = {
  rule: caReportOnly,
  compliant: {
    on: tenant({ policies: [GRAPH_MFA] }),
    off: tenant({ policies: [inState(GRAPH_MFA, "disabled")] }),
  },
  violating: {
    "report-only": {
      ...tenant({ policies: [inState(GRAPH_MFA, "enabledForReportingButNotEnforced")] }),
      finds: [
        {
          level: "note",
          at: "policy mfa-all-users",
          message: 'the policy "MFA for all" only reports',
          alike: { name: "MFA for all", several: "policies only report" },
          fix: "look at its results in the sign-in log, then write state: on",
        },
      ],
    },
  },
};

export default cases;
