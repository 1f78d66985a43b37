import { everybodyConsents } from "../../../../lib/rules/sign-ins/everybody-consents";
import { objectCases } from "../fixture";

export default objectCases({
  rule: everybodyConsents,
  kind: "authorization-policy",
  name: "what everybody may do",
  good: { userConsentPolicies: [] },
  bad: { userConsentPolicies: ["ManagePermissionGrantsForSelf.microsoft-user-default-low"] },
  finds: [
    {
      level: "warning",
      message: "what everybody may do lets people consent to applications",
      received: "userConsentPolicies: ManagePermissionGrantsForSelf.microsoft-user-default-low",
      expected: "nobody",
      fix: "set userConsentPolicies",
    },
  ],
});
