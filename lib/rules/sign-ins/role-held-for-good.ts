import { SCUBA_PRIVILEGED_ROLES } from "../../identity/baselines/admins";
import { is, objectRule } from "../object-rule";

export const roleHeldForGood = objectRule({
  id: "role-held-for-good",
  kind: "role-management-policy",
  only: ({ role }) => SCUBA_PRIVILEGED_ROLES.some((one) => one === role),
  title: "a role of great power may be held for good",
  why: "Who has a role all the time gives it to whoever takes over the account, at any hour.",
  level: "warning",
  controls: { scuba: ["MS.AAD.7.4v1"] },
  recommended: false,
  says: "let it be held for good",
  wants: [is("permanentAssignmentAllowed", false)],
});
