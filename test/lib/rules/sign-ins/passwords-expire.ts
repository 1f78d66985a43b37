import { passwordsExpire } from "../../../../lib/rules/sign-ins/passwords-expire";
import { objectCases } from "../fixture";

export default objectCases({
  rule: passwordsExpire,
  kind: "domain-password-policy",
  name: "contoso.com",
  good: { domain: "contoso.com", passwordValidityPeriodInDays: 2147483647 },
  bad: { passwordValidityPeriodInDays: 90 },
  finds: [
    {
      level: "note",
      message: "the expiry of passwords at contoso.com comes",
      received: "passwordValidityPeriodInDays: 90",
      expected: "2147483647 or more",
      fix: "set passwordValidityPeriodInDays",
    },
  ],
});
