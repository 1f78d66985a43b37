import { applicationsPasswordsLong } from "../../../../lib/rules/sign-ins/applications-passwords-long";
import { objectCases } from "../fixture";

export default objectCases({
  rule: applicationsPasswordsLong,
  kind: "default-app-management-policy",
  name: "what applications may have as passwords and certificates",
  good: {
    passwordLifetimeState: "enabled",
    passwordLifetimeAppsFrom: "0001-01-01T00:00:00Z",
    passwordLifetimeInDays: 180,
    enabled: true,
  },
  bad: { passwordLifetimeInDays: 181 },
  finds: [
    {
      level: "warning",
      message: "what applications may have as passwords and certificates lets passwords be valid for long",
      received: "passwordLifetimeInDays: 181",
      expected: "1 to 180",
      fix: "set passwordLifetimeInDays",
    },
  ],
});
