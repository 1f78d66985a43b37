import { is, objectRule } from "../object-rule";

export const signInTenantsByAnybody = objectRule({
  id: "sign-in-tenants-by-anybody",
  kind: "authorization-policy",
  title: "everybody may create tenants",
  why: "Who creates a tenant is its Global Administrator: data goes to a place that no policy of the organization reaches.",
  level: "warning",
  controls: { cis: ["5.1.2.3"] },
  recommended: false,
  says: "includes creating tenants",
  wants: [is("allowedToCreateTenants", false)],
});
