import { is, objectRule } from "../object-rule";

export const roleGiverUnapproved = objectRule({
  id: "role-giver-unapproved",
  kind: "role-management-policy",
  only: ({ role }) => role === "Privileged Role Administrator",
  title: "Privileged Role Administrator is activated without approval",
  why: "Whoever has the role gives every other one, to themselves too.",
  level: "warning",
  controls: { cis: ["5.3.5"] },
  recommended: false,
  says: "ask for no approval",
  wants: [is("activationApprovalRequired", true)],
});
