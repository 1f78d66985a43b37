import { is, objectRule } from "../object-rule";

export const roleUnapproved = objectRule({
  id: "role-unapproved",
  kind: "role-management-policy",
  only: ({ role }) => role === "Global Administrator",
  title: "Global Administrator is activated without approval",
  why: "One account that was taken over activates the role, and nobody else hears of it in time.",
  level: "warning",
  controls: { scuba: ["MS.AAD.7.6v1"], cis: ["5.3.4"] },
  recommended: false,
  says: "ask for no approval",
  wants: [is("activationApprovalRequired", true)],
});
