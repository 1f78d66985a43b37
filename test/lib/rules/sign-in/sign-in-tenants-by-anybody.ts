import { signInTenantsByAnybody } from "../../../../lib/rules/sign-in/sign-in-tenants-by-anybody";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInTenantsByAnybody,
  kind: "authorization-policy",
  name: "what everybody may do",
  good: { allowedToCreateTenants: false },
  bad: { allowedToCreateTenants: true },
  finds: [
    {
      level: "warning",
      message: "what everybody may do includes creating tenants",
      received: "allowedToCreateTenants: true",
      expected: "false",
      fix: "set allowedToCreateTenants to false",
    },
  ],
});
