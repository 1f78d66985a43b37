import { caNoBreakGlass } from "../../../../lib/rules/conditional-access/ca-no-break-glass";
import { type RuleCases, tenant } from "../fixture";
import { GRAPH_MFA } from "../support/policies";

const cases: RuleCases = {
  rule: caNoBreakGlass,
  compliant: {
    "the group is excluded": tenant({ breakGlass: "sg-break-glass", policies: [GRAPH_MFA] }),
    "a policy that is off": tenant({
      breakGlass: "sg-break-glass",
      policies: [
        {
          ...GRAPH_MFA,
          policy: {
            ...GRAPH_MFA.policy,
            state: "disabled",
            conditions: {
              ...GRAPH_MFA.policy.conditions,
              users: { includeUsers: ["All"], excludeGroups: [] },
            },
          },
        },
      ],
    }),
    "workload identities are no people": tenant({
      breakGlass: "sg-break-glass",
      policies: [
        {
          key: "block-workloads",
          policy: {
            displayName: "Block workloads",
            state: "enabled",
            conditions: {
              users: { includeUsers: ["None"] },
              clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] },
              applications: { includeApplications: ["All"] },
              servicePrincipalRiskLevels: ["high"],
            },
            grantControls: { operator: "OR", builtInControls: ["block"] },
          },
        },
      ],
    }),
    "nobody knows the group, and some group is excluded": tenant({ policies: [GRAPH_MFA] }),
  },
  violating: {
    "another group is excluded": {
      ...tenant({ breakGlass: "sg-emergency", policies: [GRAPH_MFA] }),
      finds: [
        {
          level: "error",
          at: "policy mfa-all-users",
          message: 'the policy "MFA for all" spares no emergency account',
          expected: "the group sg-emergency among the exclusions",
          fix: "exclude the break-glass group before the policy is switched on",
        },
      ],
    },
    "nobody is excluded": {
      ...tenant({
        policies: [
          {
            ...GRAPH_MFA,
            policy: {
              ...GRAPH_MFA.policy,
              conditions: {
                ...GRAPH_MFA.policy.conditions,
                users: { includeUsers: ["All"], excludeGroups: [] },
              },
            },
          },
        ],
      }),
      finds: [
        {
          level: "error",
          at: "policy mfa-all-users",
          message: 'the policy "MFA for all" spares no emergency account',
          expected: "a group of emergency accounts among the exclusions",
          fix: "exclude the break-glass group before the policy is switched on",
        },
      ],
    },
  },
};

export default cases;
