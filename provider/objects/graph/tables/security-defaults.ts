import { flag } from "../../attribute";
import type { GraphTable } from "../graph-table";

export const securityDefaults: GraphTable = {
  noun: "SecurityDefaults",
  kind: "singleton",
  about:
    "Microsoft's security defaults: a second factor for everybody, and no legacy authentication. For tenants without Conditional Access.",
  graph: {
    path: "policies/identitySecurityDefaultsEnforcementPolicy",
    read: "Policy.Read.All",
    write: "Policy.ReadWrite.SecurityDefaults",
  },
  attributes: { enabled: flag("isEnabled", "Are they on?") },
  source: "https://learn.microsoft.com/entra/fundamentals/security-defaults",
  role: "Conditional Access Administrator or Security Administrator",
  notes: ["No policy of Conditional Access can be on beside them."],
  example: { enabled: true },
};
