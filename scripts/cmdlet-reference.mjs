// Cuts a reference of Exchange's cmdlets down to what the sandbox serves:
//   node scripts/cmdlet-reference.mjs reference.json > sandbox/microsoft/objects/reference.json
//   node scripts/cmdlet-reference.mjs reference.json purview > sandbox/microsoft/objects/purview-reference.json
//   npx biome check --write sandbox/microsoft/objects
// The reference says { "Set-SafeLinksPolicy": { "parameters": { "ScanUrls": { "type", "required"?, "values"? } } } }, as read
// from the pages of https://github.com/MicrosoftDocs/office-docs-powershell (exchange/exchange-ps).
import { readFileSync } from "node:fs";

const NOUNS = [
  "AdminAuditLogConfig",
  "AntiPhishPolicy",
  "AntiPhishRule",
  "ATPProtectionPolicyRule",
  "ArcConfig",
  "AtpPolicyForO365",
  "EOPProtectionPolicyRule",
  "ExternalInOutlook",
  "HostedConnectionFilterPolicy",
  "HostedContentFilterPolicy",
  "HostedContentFilterRule",
  "HostedOutboundSpamFilterPolicy",
  "HostedOutboundSpamFilterRule",
  "IRMConfiguration",
  "MalwareFilterPolicy",
  "MalwareFilterRule",
  "OMEConfiguration",
  "OrganizationConfig",
  "QuarantinePolicy",
  "RemoteDomain",
  "ReportSubmissionPolicy",
  "ReportSubmissionRule",
  "RoleGroup",
  "SafeAttachmentPolicy",
  "SafeAttachmentRule",
  "SafeLinksPolicy",
  "SafeLinksRule",
  "SharingPolicy",
  "TransportConfig",
  "TransportRule",
];
/** At Security & Compliance; those of the same name at Exchange are others. */
const PURVIEW_NOUNS = [
  "DlpCompliancePolicy",
  "DlpComplianceRule",
  "ProtectionAlert",
  "RoleGroup",
  "UnifiedAuditLogRetentionPolicy",
];
const VERBS = ["Get", "New", "Set", "Remove", "Enable", "Disable"];

const [file, service = "exchange"] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("usage: node scripts/cmdlet-reference.mjs <reference.json> [exchange | purview]\n");
  process.exit(2);
}
/** Is a parameter only at the other service? */
const onlyElsewhere = (where) => [where].flat().join() === (service === "purview" ? "EXO" : "S&C");
const reference = JSON.parse(readFileSync(file, "utf8"));
const cut = Object.fromEntries(
  (service === "purview" ? PURVIEW_NOUNS : NOUNS).flatMap((noun) =>
    VERBS.flatMap((verb) => {
      const cmdlet = reference[`${verb}-${noun}`];
      if (cmdlet === undefined) return [];
      const parameters = Object.entries(cmdlet.parameters)
        .filter(([name, { where }]) => name !== "WhatIf" && !(where && onlyElsewhere(where)))
        // Pages of two Get- cmdlets call the Identity required, and their own examples leave it out. What only one
        // parameter set requires, others do without.
        .map(([name, { type, required, sets }]) => [
          name,
          `${type.split(".").at(-1)}${required && !sets && verb !== "Get" ? "!" : ""}`,
        ]);
      return [[`${verb}-${noun}`, Object.fromEntries(parameters)]];
    }),
  ),
);
process.stdout.write(`${JSON.stringify(cut, null, 2)}\n`);
