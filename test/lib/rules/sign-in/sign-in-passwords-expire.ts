import { signInPasswordsExpire } from "../../../../lib/rules/sign-in/sign-in-passwords-expire";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInPasswordsExpire,
  kind: "domain-password-policy",
  name: "contoso.com",
  good: { domain: "contoso.com", passwordValidityPeriodInDays: 2_147_483_647 },
  bad: { passwordValidityPeriodInDays: 90 },
  finds: [
    {
      level: "warning",
      message: "the expiry of passwords at contoso.com is after 90 days",
      received: "passwordValidityPeriodInDays: 90",
      expected: "2147483647, which is never",
      fix: "set passwordValidityPeriodInDays to 2147483647",
    },
  ],
});
