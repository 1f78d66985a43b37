// Cuts a reference of Exchange's cmdlets down to what the sandbox serves:
//   node scripts/cmdlet-reference.mjs reference.json > sandbox/microsoft/objects/reference.json
//   npx biome check --write sandbox/microsoft/objects/reference.json
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
  "SafeAttachmentPolicy",
  "SafeAttachmentRule",
  "SafeLinksPolicy",
  "SafeLinksRule",
  "SharingPolicy",
  "TransportConfig",
  "TransportRule",
];
const VERBS = ["Get", "New", "Set", "Remove", "Enable", "Disable"];

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("usage: node scripts/cmdlet-reference.mjs <reference.json>\n");
  process.exit(2);
}
const reference = JSON.parse(readFileSync(file, "utf8"));
const cut = Object.fromEntries(
  NOUNS.flatMap((noun) =>
    VERBS.flatMap((verb) => {
      const cmdlet = reference[`${verb}-${noun}`];
      if (cmdlet === undefined) return [];
      const parameters = Object.entries(cmdlet.parameters)
        .filter(([name]) => name !== "WhatIf")
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
