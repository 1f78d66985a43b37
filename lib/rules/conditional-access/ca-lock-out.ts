import { advised, tenantRule } from "../rule";

export const caLockOut = tenantRule({
  id: "ca-lock-out",
  reads: "policies",
  title: "policies that would lock everyone out between them, once they are on",
  why: "Each of the policies leaves a way in, and all of them together leave none but break-glass. While they only report nobody notices; on the day on which the last of them is switched on nobody gets in.",
  level: "warning",
  sources: [
    {
      name: "Microsoft Learn: plan a Conditional Access deployment",
      url: "https://learn.microsoft.com/entra/identity/conditional-access/plan-conditional-access",
    },
  ],
  from: ["declared"],
  check: (tenant) => advised(tenant, "ca-lock-out"),
});
