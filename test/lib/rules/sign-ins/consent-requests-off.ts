import { consentRequestsOff } from "../../../../lib/rules/sign-ins/consent-requests-off";
import { objectCases } from "../fixture";

export default objectCases({
  rule: consentRequestsOff,
  kind: "consent-settings",
  name: "the directory settings of consent",
  good: { enableAdminConsentRequests: true },
  bad: { enableAdminConsentRequests: false },
  finds: [
    {
      level: "warning",
      message: "the directory settings of consent let nobody ask",
      received: "enableAdminConsentRequests: false",
      expected: "true",
      fix: "set enableAdminConsentRequests to true",
    },
  ],
});
