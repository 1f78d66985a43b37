import { objectRule, oneOf } from "../object-rule";

export const signInGuestsSeeAll = objectRule({
  id: "sign-in-guests-see-all",
  kind: "authorization-policy",
  title: "guests see as much of the directory as members",
  why: "A guest's account is protected by somebody else. Who takes it over reads names, groups and roles, and knows whom to phish.",
  level: "warning",
  controls: { scuba: ["MS.AAD.8.1v1"], cis: ["5.1.6.2"] },
  recommended: false,
  says: "lets guests see the directory as members do",
  wants: [
    oneOf("guestUserRoleId", [
      "2af84b1e-32c8-42b7-82bc-daa82404023b",
      "10dae51f-b6af-4016-8d66-8c2a99b929b3",
    ]),
  ],
});
