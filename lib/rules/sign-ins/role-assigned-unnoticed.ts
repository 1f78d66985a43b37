import { SCUBA_PRIVILEGED_ROLES } from "../../identity/baselines/admins";
import { objectRule, somebody } from "../object-rule";

export const roleAssignedUnnoticed = objectRule({
  id: "role-assigned-unnoticed",
  kind: "role-management-policy",
  only: ({ role }) => SCUBA_PRIVILEGED_ROLES.some((one) => one === role),
  title: "nobody is told when a role of great power is given",
  why: "An assignment that nobody expected is the trace that a takeover leaves.",
  level: "warning",
  controls: { scuba: ["MS.AAD.7.7v1"] },
  recommended: false,
  says: "tell nobody beside the default when it is given",
  wants: [somebody("eligibilityAlertRecipients"), somebody("assignmentAlertRecipients")],
});
