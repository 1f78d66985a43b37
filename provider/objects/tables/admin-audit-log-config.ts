import { flag } from "../attribute";
import type { SingletonTable } from "../table";

export const adminAuditLogConfig: SingletonTable = {
  noun: "AdminAuditLogConfig",
  kind: "singleton",
  about: "The switch of the unified audit log, without which nothing that happened can be found out later.",
  attributes: {
    unified_audit_log_ingestion_enabled: flag(
      "UnifiedAuditLogIngestionEnabled",
      "Is what users and administrators do recorded?",
    ),
  },
  source: "https://learn.microsoft.com/powershell/module/exchangepowershell/set-adminauditlogconfig",
  effect: "up to 60 minutes",
  notes: ["Read through Exchange: the compliance endpoint always answers that it is off."],
  example: { unified_audit_log_ingestion_enabled: true },
};
