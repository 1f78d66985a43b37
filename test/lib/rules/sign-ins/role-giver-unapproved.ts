import { roleGiverUnapproved } from "../../../../lib/rules/sign-ins/role-giver-unapproved";
import { objectCases } from "../fixture";

export default objectCases({
  rule: roleGiverUnapproved,
  kind: "role-management-policy",
  name: "Privileged Role Administrator",
  good: { role: "Privileged Role Administrator", activationApprovalRequired: true },
  bad: { activationApprovalRequired: false },
  finds: [
    {
      level: "warning",
      message: "the rules of the role Privileged Role Administrator ask for no approval",
      received: "activationApprovalRequired: false",
      expected: "true",
      fix: "set activationApprovalRequired to true",
    },
  ],
});
