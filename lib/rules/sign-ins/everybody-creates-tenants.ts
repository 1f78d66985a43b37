import { is, objectRule } from "../object-rule";

export const everybodyCreatesTenants = objectRule({
  id: "everybody-creates-tenants",
  kind: "authorization-policy",
  title: "everybody may create tenants",
  why: "Whoever creates a tenant is its Global Administrator, and nobody here sees what is in it.",
  level: "warning",
  controls: { cis: ["5.1.2.3"] },
  recommended: false,
  says: "lets everybody create tenants",
  wants: [is("allowedToCreateTenants", false)],
});
