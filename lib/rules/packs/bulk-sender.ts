import { dkimMissing } from "../dkim/dkim-missing";
import { dkimSyntax } from "../dkim/dkim-syntax";
import { dkimWeakKey } from "../dkim/dkim-weak-key";
import { dmarcEnforcedUnauthenticated } from "../dmarc/dmarc-enforced-unauthenticated";
import { dmarcMissing } from "../dmarc/dmarc-missing";
import { dmarcMultipleRecords } from "../dmarc/dmarc-multiple-records";
import { dmarcSyntax } from "../dmarc/dmarc-syntax";
import { spfLookups } from "../spf/spf-lookups";
import { spfMissing } from "../spf/spf-missing";
import { spfMultipleRecords } from "../spf/spf-multiple-records";
import { spfSyntax } from "../spf/spf-syntax";
import { spfVoidLookups } from "../spf/spf-void-lookups";
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
