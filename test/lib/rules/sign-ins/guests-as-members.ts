import { guestsAsMembers } from "../../../../lib/rules/sign-ins/guests-as-members";
import { objectCases } from "../fixture";

export default objectCases({
  rule: guestsAsMembers,
  kind: "authorization-policy",
  name: "what everybody may do",
  good: { guestUserRoleId: "10dae51f-b6af-4016-8d66-8c2a99b929b3" },
  bad: { guestUserRoleId: "a0b1b346-4d3e-4e8b-98f8-753987be4970" },
  finds: [
    {
      level: "warning",
      message: "what everybody may do lets guests see as much as members",
      received: "guestUserRoleId: a0b1b346-4d3e-4e8b-98f8-753987be4970",
      expected: "10dae51f-b6af-4016-8d66-8c2a99b929b3 | 2af84b1e-32c8-42b7-82bc-daa82404023b",
      fix: "set guestUserRoleId",
    },
  ],
});
