import { everybodyCreatesTenants } from "../../../../lib/rules/sign-ins/everybody-creates-tenants";
import { objectCases } from "../fixture";

export default objectCases({
  rule: everybodyCreatesTenants,
  kind: "authorization-policy",
  name: "what everybody may do",
  good: { allowedToCreateTenants: false },
  bad: { allowedToCreateTenants: true },
  finds: [
    {
      level: "warning",
      message: "what everybody may do lets everybody create tenants",
      received: "allowedToCreateTenants: true",
      expected: "false",
      fix: "set allowedToCreateTenants to false",
    },
  ],
});
