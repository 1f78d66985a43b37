import type { ControlList } from "./control";

/**
 * What Gmail and Yahoo (since February 2024) and Outlook.com (since May 2025) ask of senders of 5,000 messages a day and
 * more: SPF and DKIM that pass, and a DMARC record that one of them aligns with. Without it mail is refused.
 */
export const bulkSender = {
  title: "what Gmail, Yahoo and Outlook.com ask of bulk senders",
  issuer: "bulk senders:",
  url: "https://support.google.com/a/answer/81126",
  controls: {
    SPF: { asks: "an SPF record that receivers can evaluate", unmet: "error" },
    DKIM: { asks: "a DKIM key that verifiers accept", unmet: "error" },
    DMARC: { asks: "a DMARC record, under which the mail passes", unmet: "error" },
  },
} as const satisfies ControlList;
