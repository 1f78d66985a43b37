import { advised, tenantRule } from "../rule";

export const caUnprepared = tenantRule({
  id: "ca-unprepared",
  reads: "policies",
  title: "a policy that is on, shuts out who is not prepared, and excludes nobody but break-glass",
  why: "Meeting room devices, scanners, service accounts and people without the right device or method are refused from the next sign-in on. A look at what the policy did in report-only tells which they are.",
  level: "warning",
  sources: [
    {
      name: "Microsoft Learn: plan a Conditional Access deployment",
      url: "https://learn.microsoft.com/entra/identity/conditional-access/plan-conditional-access",
    },
  ],
  from: ["declared"],
  check: (tenant) => advised(tenant, "ca-unprepared"),
});
