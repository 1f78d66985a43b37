import { objectRule, oneOf } from "../object-rule";

export const guestsSeeDirectory = objectRule({
  id: "guests-see-directory",
  kind: "authorization-policy",
  title: "guests see more of the directory than themselves",
  why: "Guests who see members of groups can list whom to attack next.",
  level: "warning",
  controls: { cis: ["5.1.6.2"] },
  recommended: false,
  says: "lets guests see more than themselves",
  wants: [oneOf("guestUserRoleId", ["2af84b1e-32c8-42b7-82bc-daa82404023b"])],
});
