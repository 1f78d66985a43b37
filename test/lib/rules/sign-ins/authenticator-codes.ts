import { authenticatorCodes } from "../../../../lib/rules/sign-ins/authenticator-codes";
import { objectCases } from "../fixture";

export default objectCases({
  rule: authenticatorCodes,
  kind: "authentication-method",
  name: "MicrosoftAuthenticator",
  good: { method: "MicrosoftAuthenticator", softwareOathEnabled: false },
  bad: { softwareOathEnabled: true },
  finds: [
    {
      level: "warning",
      message: "the sign-in method MicrosoftAuthenticator gives codes, which show no context",
      received: "softwareOathEnabled: true",
      expected: "false",
      fix: "set softwareOathEnabled to false",
    },
  ],
});
