import { advised, tenantRule } from "../rule";

export const caExcludedRole = tenantRule({
  id: "ca-excluded-role",
  reads: "policies",
  title: "a role is excluded where the control list takes no such policy for one",
  why: "Whoever tests a tenant against the list counts a policy that excludes a whole role as none. The account that synchronizes the directory is one account, and can be excluded by name.",
  level: "warning",
  sources: [
    {
      name: "CISA SCuBA: baseline for Microsoft Entra ID",
      url: "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md",
    },
  ],
  from: ["declared"],
  check: (tenant) => advised(tenant, "ca-excluded-role"),
});
