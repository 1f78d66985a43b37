import { objectRule, oneOf } from "../object-rule";

export const guestsAsMembers = objectRule({
  id: "guests-as-members",
  kind: "authorization-policy",
  title: "guests see as much of the directory as members",
  why: "Whoever takes over a guest can list all users and groups, to choose whom to attack next.",
  level: "warning",
  controls: { scuba: ["MS.AAD.8.1v1"] },
  says: "lets guests see as much as members",
  wants: [
    oneOf("guestUserRoleId", [
      "10dae51f-b6af-4016-8d66-8c2a99b929b3",
      "2af84b1e-32c8-42b7-82bc-daa82404023b",
    ]),
  ],
});
