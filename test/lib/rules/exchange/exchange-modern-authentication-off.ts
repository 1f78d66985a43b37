import { exchangeModernAuthenticationOff } from "../../../../lib/rules/exchange/exchange-modern-authentication-off";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeModernAuthenticationOff,
  kind: "organization-config",
  name: "the organization's settings",
  good: { oauth2ClientProfileEnabled: true },
  bad: { oauth2ClientProfileEnabled: false },
  finds: [
    {
      level: "warning",
      message: "the organization's settings switch modern authentication off",
      received: "oauth2ClientProfileEnabled: false",
      expected: "true",
      fix: "set oauth2ClientProfileEnabled to true",
    },
  ],
});
