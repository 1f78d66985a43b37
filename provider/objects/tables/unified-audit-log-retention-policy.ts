import { shortText, whole, wholeNames, word } from "../attribute";
import type { ObjectTable } from "../table";
import { policyName } from "./parts";

export const unifiedAuditLogRetentionPolicy: ObjectTable = {
  noun: "UnifiedAuditLogRetentionPolicy",
  kind: "object",
  service: "purview",
  about: "How long records of the audit log are kept.",
  attributes: {
    name: policyName,
    description: shortText(256)("Description", "What it is for."),
    priority: whole("Priority", [1, 10_000], "Its place: 1 comes first. No two policies have the same.", {
      required: true,
    }),
    retention_duration: word(
      "RetentionDuration",
      ["ThreeMonths", "SixMonths", "NineMonths", "TwelveMonths", "TenYears"],
      "For how long. TenYears needs an add-on.",
      { required: true },
    ),
    record_types: wholeNames("RecordTypes", "Kinds of records, as AuditLogRecordType names them.", {
      example: ["ExchangeAdmin"],
    }),
    operations: wholeNames("Operations", "Activities, of the one kind of record.", {
      example: ["New-InboxRule"],
    }),
    user_ids: wholeNames("UserIds", "Only what these people did.", { example: ["anna@contoso.com"] }),
  },
  rules: [
    function* ({ operations, record_types }) {
      if (!Array.isArray(operations) || operations.length === 0 || record_types === undefined) return;
      const kinds = Array.isArray(record_types) ? record_types.length : 0;
      if (kinds === 1) return;
      yield {
        path: ["operations"],
        message: "operations are of one kind of record",
        received: `${kinds} in record_types`,
        fix: "name one kind in record_types, or leave operations out",
      };
    },
  ],
  // Set- wants both, whatever changes.
  alongside: (_, { priority, retention_duration }) => ({
    Priority: priority,
    RetentionDuration: retention_duration,
  }),
  source: "https://learn.microsoft.com/purview/audit-log-retention-policies",
  licence: "Audit (Premium), as in Microsoft 365 E5 or the Purview suite",
  needs: "e5",
  role: "Organization Configuration of Security & Compliance",
  notes: [
    "Without one, records of Exchange, SharePoint and Entra ID are kept for a year with E5, and for 180 days without.",
  ],
  example: {
    name: "Keep a year",
    priority: 100,
    retention_duration: "TwelveMonths",
    record_types: ["ExchangeAdmin", "ExchangeItem"],
  },
};
