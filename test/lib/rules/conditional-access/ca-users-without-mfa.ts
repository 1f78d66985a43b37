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
      finds: ["no policy of contoso that is on asks all users for a second factor"],
    },
    "a managed device will do instead": {
      ...tenant({ policies: [withGrant({ operator: "OR", builtInControls: ["compliantDevice", "mfa"] })] }),
      finds: ["no policy of contoso that is on asks all users for a second factor"],
    },
    "no policy": {
      ...tenant({ policies: [] }),
      finds: ["no policy of contoso that is on asks all users for a second factor"],
    },
  },
};

export default cases;
