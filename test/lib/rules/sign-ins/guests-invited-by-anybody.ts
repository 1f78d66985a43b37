import { guestsInvitedByAnybody } from "../../../../lib/rules/sign-ins/guests-invited-by-anybody";
import { objectCases } from "../fixture";

export default objectCases({
  rule: guestsInvitedByAnybody,
  kind: "authorization-policy",
  name: "what everybody may do",
  good: { allowInvitesFrom: "adminsAndGuestInviters" },
  bad: { allowInvitesFrom: "everyone" },
  finds: [
    {
      level: "warning",
      message: "what everybody may do lets others than guest inviters invite",
      received: "allowInvitesFrom: everyone",
      expected: "adminsAndGuestInviters",
      fix: "set allowInvitesFrom",
    },
  ],
});
