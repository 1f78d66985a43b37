import { is, objectRule } from "../object-rule";

export const exchangeAuditLogOff = objectRule({
  id: "exchange-audit-log-off",
  kind: "admin-audit-log-config",
  title: "the unified audit log is off",
  why: "What users and administrators did cannot be found out later, and no alert that rests on it is raised.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.5.1v1"], cis: ["3.1.1"] },

  says: "is off",
  wants: [is("unifiedAuditLogIngestionEnabled", true)],
});
