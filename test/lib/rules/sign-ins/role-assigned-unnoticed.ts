import { roleAssignedUnnoticed } from "../../../../lib/rules/sign-ins/role-assigned-unnoticed";
import { objectCases } from "../fixture";

export default objectCases({
  rule: roleAssignedUnnoticed,
  kind: "role-management-policy",
  name: "Global Administrator",
  good: {
    role: "Global Administrator",
    eligibilityAlertRecipients: ["security@contoso.com"],
    assignmentAlertRecipients: ["security@contoso.com"],
  },
  bad: { assignmentAlertRecipients: [] },
  finds: [
    {
      level: "warning",
      message: "the rules of the role Global Administrator tell nobody beside the default when it is given",
      received: "assignmentAlertRecipients: ",
      expected: "somebody",
      fix: "set assignmentAlertRecipients",
    },
  ],
});
