import { caUsersWithoutMfa } from "../../../../lib/rules/conditional-access/ca-users-without-mfa";
import { type RuleCases, tenant } from "../fixture";
import { GRAPH_MFA, inState, withGrant } from "../support/policies";

const cases: RuleCases = {
  rule: caUsersWithoutMfa,
  compliant: {
    "mfa for all": tenant({ policies: [GRAPH_MFA] }),
    "a strength for all": tenant({
      policies: [
        withGrant({ operator: "OR", authenticationStrength: { id: "00000000-0000-0000-0000-000000000002" } }),
      ],
    }),
    "policies are not known": tenant({}),
  },
  violating: {
    "report-only": {
      ...tenant({ policies: [inState(GRAPH_MFA, "enabledForReportingButNotEnforced")] }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "no policy of contoso that is on asks all users for a second factor",
          expected: "mfa, or an authentication strength, for all users and all applications",
          fix: "switch mfa-all-users on, after its time in report-only",
        },
      ],
    },
    "a managed device will do instead": {
      ...tenant({ policies: [withGrant({ operator: "OR", builtInControls: ["compliantDevice", "mfa"] })] }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "no policy of contoso that is on asks all users for a second factor",
          expected: "mfa, or an authentication strength, for all users and all applications",
          fix: "switch mfa-all-users on, after its time in report-only",
        },
      ],
    },
    "no policy": {
      ...tenant({ policies: [] }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "no policy of contoso that is on asks all users for a second factor",
          expected: "mfa, or an authentication strength, for all users and all applications",
          fix: "switch mfa-all-users on, after its time in report-only",
        },
      ],
    },
  },
};

export default cases;
