import { is, objectRule } from "../object-rule";

export const exchangeModernAuthenticationOff = objectRule({
  id: "exchange-modern-authentication-off",
  kind: "organization-config",
  title: "Outlook does not use modern authentication",
  why: "Without it Outlook signs in with a password, and no second factor is asked for.",
  level: "warning",
  controls: { cis: ["6.5.1"] },

  says: "switch modern authentication off",
  wants: [is("oauth2ClientProfileEnabled", true)],
});
