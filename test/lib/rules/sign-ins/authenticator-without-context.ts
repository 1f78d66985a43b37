import { authenticatorWithoutContext } from "../../../../lib/rules/sign-ins/authenticator-without-context";
import { objectCases } from "../fixture";

export default objectCases({
  rule: authenticatorWithoutContext,
  kind: "authentication-method",
  name: "MicrosoftAuthenticator",
  good: {
    method: "MicrosoftAuthenticator",
    displayAppInformationState: "enabled",
    displayAppInformationGroup: "all_users",
    displayLocationInformationState: "enabled",
    displayLocationInformationGroup: "all_users",
  },
  bad: { displayLocationInformationState: "default" },
  finds: [
    {
      level: "warning",
      message:
        "the sign-in method MicrosoftAuthenticator does not show everybody which application asks, and from where",
      received: "displayLocationInformationState: default",
      expected: "enabled",
      fix: "set displayLocationInformationState",
    },
  ],
});
