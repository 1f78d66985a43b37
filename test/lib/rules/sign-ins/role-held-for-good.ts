import { roleHeldForGood } from "../../../../lib/rules/sign-ins/role-held-for-good";
import { objectCases } from "../fixture";

export default objectCases({
  rule: roleHeldForGood,
  kind: "role-management-policy",
  name: "Global Administrator",
  good: { role: "Global Administrator", permanentAssignmentAllowed: false },
  bad: { permanentAssignmentAllowed: true },
  finds: [
    {
      level: "warning",
      message: "the rules of the role Global Administrator let it be held for good",
      received: "permanentAssignmentAllowed: true",
      expected: "false",
      fix: "set permanentAssignmentAllowed to false",
    },
  ],
});
