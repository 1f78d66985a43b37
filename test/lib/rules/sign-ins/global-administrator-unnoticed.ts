import { globalAdministratorUnnoticed } from "../../../../lib/rules/sign-ins/global-administrator-unnoticed";
import { objectCases } from "../fixture";

export default objectCases({
  rule: globalAdministratorUnnoticed,
  kind: "role-management-policy",
  name: "Global Administrator",
  good: { role: "Global Administrator", activationAlertRecipients: ["security@contoso.com"] },
  bad: { activationAlertRecipients: [] },
  finds: [
    {
      level: "warning",
      message:
        "the rules of the role Global Administrator tell nobody beside the default when it is activated",
      received: "activationAlertRecipients: ",
      expected: "somebody",
      fix: "set activationAlertRecipients",
    },
  ],
});
