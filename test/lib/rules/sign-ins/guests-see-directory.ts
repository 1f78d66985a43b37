import { guestsSeeDirectory } from "../../../../lib/rules/sign-ins/guests-see-directory";
import { objectCases } from "../fixture";

export default objectCases({
  rule: guestsSeeDirectory,
  kind: "authorization-policy",
  name: "what everybody may do",
  good: { guestUserRoleId: "2af84b1e-32c8-42b7-82bc-daa82404023b" },
  bad: { guestUserRoleId: "10dae51f-b6af-4016-8d66-8c2a99b929b3" },
  finds: [
    {
      level: "warning",
      message: "what everybody may do lets guests see more than themselves",
      received: "guestUserRoleId: 10dae51f-b6af-4016-8d66-8c2a99b929b3",
      expected: "2af84b1e-32c8-42b7-82bc-daa82404023b",
      fix: "set guestUserRoleId",
    },
  ],
});
