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
      finds: ['the policy "MFA for all" only reports'],
    },
  },
};

export default cases;
