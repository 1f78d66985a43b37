import { objectRule, somebody } from "../object-rule";

export const globalAdministratorUnnoticed = objectRule({
  id: "global-administrator-unnoticed",
  kind: "role-management-policy",
  only: ({ role }) => role === "Global Administrator",
  title: "nobody is told when Global Administrator is activated",
  why: "An activation that nobody expected is a takeover under way.",
  level: "warning",
  controls: { scuba: ["MS.AAD.7.8v1"] },
  recommended: false,
  says: "tell nobody beside the default when it is activated",
  wants: [somebody("activationAlertRecipients")],
});
