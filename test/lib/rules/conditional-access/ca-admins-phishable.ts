import { PHISHING_RESISTANT_ROLES } from "../../../../lib/identity/baselines/admins";
import { ROLES } from "../../../../lib/identity/roles";
import { caAdminsPhishable } from "../../../../lib/rules/conditional-access/ca-admins-phishable";
import { type RuleCases, tenant } from "../fixture";
import { forRoles, GRAPH_MFA } from "../support/policies";

const IDS = PHISHING_RESISTANT_ROLES.map((role) => ROLES[role]);

const cases: RuleCases = {
  rule: caAdminsPhishable,
  compliant: {
    "every privileged role": tenant({ policies: [forRoles(IDS)] }),
  },
  violating: {
    "mfa for all is not enough": {
      ...tenant({ policies: [GRAPH_MFA] }),
      finds: ["administrators of contoso need no phishing-resistant factor"],
    },
    "one role is left out": {
      ...tenant({ policies: [forRoles(IDS.slice(1))] }),
      finds: ["some administrators of contoso need no phishing-resistant factor"],
    },
  },
};

export default cases;
