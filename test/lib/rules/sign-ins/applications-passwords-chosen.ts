import { applicationsPasswordsChosen } from "../../../../lib/rules/sign-ins/applications-passwords-chosen";
import { objectCases } from "../fixture";

export default objectCases({
  rule: applicationsPasswordsChosen,
  kind: "default-app-management-policy",
  name: "what applications may have as passwords and certificates",
  good: {
    customPasswordAdditionState: "enabled",
    customPasswordAdditionAppsFrom: "0001-01-01T00:00:00Z",
    enabled: true,
  },
  bad: { customPasswordAdditionState: "disabled" },
  finds: [
    {
      level: "warning",
      message: "what applications may have as passwords and certificates lets passwords be chosen",
      received: "customPasswordAdditionState: disabled",
      expected: "enabled",
      fix: "set customPasswordAdditionState",
    },
  ],
});
