import { roleUnapproved } from "../../../../lib/rules/sign-ins/role-unapproved";
import { objectCases } from "../fixture";

export default objectCases({
  rule: roleUnapproved,
  kind: "role-management-policy",
  name: "Global Administrator",
  good: { role: "Global Administrator", activationApprovalRequired: true },
  bad: { activationApprovalRequired: false },
  finds: [
    {
      level: "warning",
      message: "the rules of the role Global Administrator ask for no approval",
      received: "activationApprovalRequired: false",
      expected: "true",
      fix: "set activationApprovalRequired to true",
    },
  ],
});
