import { objectRule, oneOf } from "../object-rule";

export const guestsInvitedByAnybody = objectRule({
  id: "guests-invited-by-anybody",
  kind: "authorization-policy",
  title: "anybody may invite guests",
  why: "Accounts of strangers come into the directory without anybody having looked at them.",
  level: "warning",
  controls: { scuba: ["MS.AAD.8.2v1"], cis: ["5.1.6.3"] },
  recommended: false,
  says: "lets others than guest inviters invite",
  wants: [oneOf("allowInvitesFrom", ["adminsAndGuestInviters"])],
});
