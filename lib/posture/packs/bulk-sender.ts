import { dkimMissing } from "../rules/dkim-missing";
import { dkimSyntax } from "../rules/dkim-syntax";
import { dkimWeakKey } from "../rules/dkim-weak-key";
import { dmarcEnforcedUnauthenticated } from "../rules/dmarc-enforced-unauthenticated";
import { dmarcMissing } from "../rules/dmarc-missing";
import { dmarcMultipleRecords } from "../rules/dmarc-multiple-records";
import { dmarcSyntax } from "../rules/dmarc-syntax";
import { spfLookups } from "../rules/spf-lookups";
import { spfMissing } from "../rules/spf-missing";
import { spfMultipleRecords } from "../rules/spf-multiple-records";
import { spfSyntax } from "../rules/spf-syntax";
import { spfVoidLookups } from "../rules/spf-void-lookups";
import type { RulePack } from "./pack";

/**
 * What Gmail and Yahoo (since February 2024) and Outlook.com (since May 2025) ask of who sends 5,000 messages a day and
 * more: SPF and DKIM that pass, and a DMARC record that one of them aligns with. Without it mail is refused.
 */
export const bulkSender: RulePack = {
  name: "bulk-sender",
  title: "what Gmail, Yahoo and Outlook.com ask of bulk senders",
  rules: [
    ...[spfMissing, spfMultipleRecords, spfSyntax, spfLookups, spfVoidLookups].map((rule) => ({
      rule,
      controls: ["SPF"],
      level: "error" as const,
    })),
    ...[dkimMissing, dkimSyntax].map((rule) => ({ rule, controls: ["DKIM"], level: "error" as const })),
    { rule: dkimWeakKey, controls: ["DKIM"] },
    ...[dmarcMissing, dmarcMultipleRecords, dmarcSyntax, dmarcEnforcedUnauthenticated].map((rule) => ({
      rule,
      controls: ["DMARC"],
      level: "error" as const,
    })),
  ],
};
