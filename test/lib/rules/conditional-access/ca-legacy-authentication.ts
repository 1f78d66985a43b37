import { caLegacyAuthentication } from "../../../../lib/rules/conditional-access/ca-legacy-authentication";
import { type RuleCases, tenant } from "../fixture";
import { GRAPH_LEGACY, inState } from "../support/policies";

const cases: RuleCases = {
  rule: caLegacyAuthentication,
  compliant: {
    blocked: tenant({ policies: [GRAPH_LEGACY] }),
  },
  violating: {
    "report-only": {
      ...tenant({ policies: [inState(GRAPH_LEGACY, "enabledForReportingButNotEnforced")] }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "no policy of contoso that is on blocks legacy authentication",
          expected: "block for all users and the clients exchangeActiveSync and other",
          fix: "switch block-legacy-authentication on after a look at the sign-in logs",
        },
      ],
    },
    "one kind of client only": {
      ...tenant({
        policies: [
          {
            ...GRAPH_LEGACY,
            policy: {
              ...GRAPH_LEGACY.policy,
              conditions: { ...GRAPH_LEGACY.policy.conditions, clientAppTypes: ["other"] },
            },
          },
        ],
      }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "no policy of contoso that is on blocks legacy authentication",
          expected: "block for all users and the clients exchangeActiveSync and other",
          fix: "switch block-legacy-authentication on after a look at the sign-in logs",
        },
      ],
    },
  },
};

export default cases;
