import { advised, tenantRule } from "../rule";

export const breakGlassCustomDomain = tenantRule({
  id: "break-glass-custom-domain",
  reads: "policies",
  title: "a break-glass account outside the initial domain",
  why: "Emergency accounts are for the day on which everything else fails. A custom domain can expire, be federated with a server that is down, or be synchronized from a directory that somebody else holds; the initial domain of the tenant cannot.",
  level: "warning",
  sources: [
    {
      name: "Microsoft Learn: emergency access accounts",
      url: "https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access",
    },
  ],
  from: ["declared"],
  check: (tenant) => advised(tenant, "break-glass-custom-domain"),
});
