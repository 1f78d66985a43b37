import { SCUBA_PRIVILEGED_ROLES } from "../../identity/baselines/admins";
import { objectRule, somebody } from "../object-rule";

export const roleActivatedUnnoticed = objectRule({
  id: "role-activated-unnoticed",
  kind: "role-management-policy",
  only: ({ role }) => role !== "Global Administrator" && SCUBA_PRIVILEGED_ROLES.some((one) => one === role),
  title: "nobody is told when a role of great power is activated",
  why: "An activation that nobody expected is a takeover under way.",
  level: "warning",
  controls: { scuba: ["MS.AAD.7.9v1"] },
  recommended: false,
  says: "tell nobody beside the default when it is activated",
  wants: [somebody("activationAlertRecipients")],
});
