import type { ObjectAttribute } from "../attribute";
import { flag, whole } from "../attribute";
import type { ObjectTable } from "../table";
import { policyName, SECURITY_ROLE } from "./parts";

/** From the highest bit, as the names stand in what Exchange gives. */
const BITS: Readonly<Record<string, number>> = {
  PermissionToViewHeader: 128,
  PermissionToDownload: 64,
  PermissionToAllowSender: 32,
  PermissionToBlockSender: 16,
  PermissionToRequestRelease: 8,
  PermissionToRelease: 4,
  PermissionToPreview: 2,
  PermissionToDelete: 1,
};

const bits = whole(
  "EndUserQuarantinePermissionsValue",
  [0, 255],
  "What users may do, as a sum: 1 delete, 2 preview, 4 release, 8 ask for release, 16 block the sender, 32 allow the sender, 128 view headers. 0 is nothing, 43 limited, 39 full access.",
  { default: 0, property: "EndUserQuarantinePermissions", example: 43 },
);

/** Written as a number, read as a text of lines, `PermissionToRelease: False`. */
const permissions: ObjectAttribute = {
  ...bits,
  codec: {
    ...bits.codec,
    decode: (raw) =>
      typeof raw === "string"
        ? [...raw.matchAll(/(\w+): True/gi)].reduce((sum, [, name = ""]) => sum + (BITS[name] ?? 0), 0)
        : bits.codec.decode(raw),
  },
};

export const quarantinePolicy: ObjectTable = {
  noun: "QuarantinePolicy",
  kind: "object",
  about: "What users may do with their mail in quarantine, and whether they are told of it.",
  removal: {},
  attributes: {
    name: policyName,
    end_user_quarantine_permissions: permissions,
    esn_enabled: flag("ESNEnabled", "Are users notified?", { default: false }),
    include_messages_from_blocked_sender_address: flag(
      "IncludeMessagesFromBlockedSenderAddress",
      "Of mail from senders they blocked too?",
      { default: false },
    ),
  },
  rules: [
    function* (values) {
      const sum = values.end_user_quarantine_permissions;
      if (typeof sum !== "number" || (sum & 12) !== 12) return;
      yield {
        path: ["end_user_quarantine_permissions"],
        message: "to release (4) and to ask for release (8) exclude each other",
        received: String(sum),
      };
    },
  ],
  source: "https://learn.microsoft.com/defender-office-365/quarantine-policies",
  role: SECURITY_ROLE,
  notes: [
    "AdminOnlyAccessPolicy, DefaultFullAccessPolicy and DefaultFullAccessWithNotificationPolicy are Microsoft's, and cannot be changed.",
    "Malware and sure phishing are released by administrators alone, whatever the policy says.",
  ],
  example: { name: "Ask for release", end_user_quarantine_permissions: 43, esn_enabled: true },
};
