import { signInGuestsByAnybody } from "../../../../lib/rules/sign-in/sign-in-guests-by-anybody";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInGuestsByAnybody,
  kind: "authorization-policy",
  name: "what everybody may do",
  good: { allowInvitesFrom: "adminsAndGuestInviters" },
  bad: { allowInvitesFrom: "everyone" },
  finds: [
    {
      level: "warning",
      message: "what everybody may do includes inviting guests",
      received: "allowInvitesFrom: everyone",
      expected: "adminsAndGuestInviters",
      fix: "set allowInvitesFrom to adminsAndGuestInviters",
    },
  ],
});
