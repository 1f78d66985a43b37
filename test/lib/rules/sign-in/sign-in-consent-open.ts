import { signInConsentOpen } from "../../../../lib/rules/sign-in/sign-in-consent-open";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInConsentOpen,
  kind: "authorization-policy",
  name: "what everybody may do",
  good: {
    userConsentPolicies: [
      "ManagePermissionGrantsForOwnedResource.microsoft-all-application-permissions-for-team",
    ],
  },
  bad: { userConsentPolicies: ["ManagePermissionGrantsForSelf.microsoft-user-default-legacy"] },
  finds: [
    {
      level: "warning",
      message: "what everybody may do includes consent to applications",
      received: "userConsentPolicies: ManagePermissionGrantsForSelf.microsoft-user-default-legacy",
      expected: "none of ManagePermissionGrantsForSelf",
      fix: "set userConsentPolicies to [], and let users ask for consent",
    },
  ],
});
