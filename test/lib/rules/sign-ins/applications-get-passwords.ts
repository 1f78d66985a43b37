import { applicationsGetPasswords } from "../../../../lib/rules/sign-ins/applications-get-passwords";
import { objectCases } from "../fixture";

export default objectCases({
  rule: applicationsGetPasswords,
  kind: "default-app-management-policy",
  name: "what applications may have as passwords and certificates",
  good: { passwordAdditionState: "enabled", passwordAdditionAppsFrom: "0001-01-01T00:00:00Z", enabled: true },
  bad: { passwordAdditionState: "disabled" },
  finds: [
    {
      level: "warning",
      message: "what applications may have as passwords and certificates lets applications get new passwords",
      received: "passwordAdditionState: disabled",
      expected: "enabled",
      fix: "set passwordAdditionState",
    },
  ],
});
