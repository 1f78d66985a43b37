import { roleActivatedUnnoticed } from "../../../../lib/rules/sign-ins/role-activated-unnoticed";
import { objectCases } from "../fixture";

export default objectCases({
  rule: roleActivatedUnnoticed,
  kind: "role-management-policy",
  name: "User Administrator",
  good: { role: "User Administrator", activationAlertRecipients: ["security@contoso.com"] },
  bad: { activationAlertRecipients: [] },
  finds: [
    {
      level: "warning",
      message: "the rules of the role User Administrator tell nobody beside the default when it is activated",
      received: "activationAlertRecipients: ",
      expected: "somebody",
      fix: "set activationAlertRecipients",
    },
  ],
});
