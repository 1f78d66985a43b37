import { signInPushWithoutContext } from "../../../../lib/rules/sign-in/sign-in-push-without-context";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInPushWithoutContext,
  kind: "authentication-method",
  name: "MicrosoftAuthenticator",
  good: {
    method: "MicrosoftAuthenticator",
    state: "enabled",
    displayAppInformationState: "enabled",
    displayAppInformationGroup: "all_users",
    displayLocationInformationState: "enabled",
    displayLocationInformationGroup: "all_users",
    softwareOathEnabled: true,
  },
  bad: { displayLocationInformationState: "default" },
  finds: [
    {
      level: "warning",
      message: "the sign-in method MicrosoftAuthenticator does not let people see what they approve",
      received: "displayLocationInformationState: default",
      expected: "enabled",
      fix: "set displayLocationInformationState to enabled",
    },
  ],
});
