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
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "administrators of contoso need no phishing-resistant factor",
          expected: "the strength phishing-resistant for every privileged role, by a policy that is on",
          fix: "switch phishing-resistant-mfa-admins on once all of them have a passkey or certificate",
        },
      ],
    },
    "security defaults ask administrators for any second factor": {
      ...tenant({ policies: [], objects: { securityDefaults: true } }),
      finds: [
        {
          level: "note",
          at: "contoso",
          message: "administrators of contoso need no phishing-resistant factor",
          expected: "the strength phishing-resistant for every privileged role, by a policy that is on",
          fix: "with Entra ID P1 for every user, turn security defaults off and switch phishing-resistant-mfa-admins on once all of them have a passkey or certificate; they cannot ask for more",
        },
      ],
    },
    "one role is left out": {
      ...tenant({ policies: [forRoles(IDS.slice(1))] }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "some administrators of contoso need no phishing-resistant factor",
          received: "Application Administrator",
          expected: "the strength phishing-resistant for every privileged role, by a policy that is on",
          fix: "switch phishing-resistant-mfa-admins on once all of them have a passkey or certificate",
        },
      ],
    },
  },
};

export default cases;
