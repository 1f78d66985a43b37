import { objectRule, oneOf } from "../object-rule";

export const authenticatorWithoutContext = objectRule({
  id: "authenticator-without-context",
  kind: "authentication-method",
  only: ({ method }) => method === "MicrosoftAuthenticator",
  title: "Microsoft Authenticator does not show what is approved",
  why: "Without the application and the place on the screen people approve requests that somebody else made.",
  level: "warning",
  controls: { scuba: ["MS.AAD.3.3v2"], cis: ["5.2.3.1"] },
  says: "does not show everybody which application asks, and from where",
  wants: [
    oneOf("displayAppInformationState", ["enabled"]),
    oneOf("displayAppInformationGroup", ["all_users"]),
    oneOf("displayLocationInformationState", ["enabled"]),
    oneOf("displayLocationInformationGroup", ["all_users"]),
  ],
});
