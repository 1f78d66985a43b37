import { type ControlList, messages } from "./control";

/**
 * What Gmail and Yahoo (since February 2024) and Outlook.com (since May 2025) ask of senders of 5,000 messages a day and
 * more: SPF and DKIM that pass, and a DMARC record that one of them aligns with. Without it mail is refused. The others
 * have no name in those pages; theirs is ours.
 */
export const bulkSender = {
  title: "what Gmail, Yahoo and Outlook.com ask of bulk senders",
  issuer: "bulk senders:",
  url: "https://support.google.com/a/answer/81126",
  scope:
    "all of Google's requirements for 5,000 messages a day and more; Yahoo's and Microsoft's are among them",
  controls: {
    SPF: {
      asks: "an SPF record that receivers can evaluate",
      unmet: "error",
      rest: {
        part: "that it names every address that sends",
        look: { place: "messages", how: "DMARC aggregate reports" },
      },
    },
    DKIM: {
      asks: "a DKIM key that verifiers accept",
      unmet: "error",
      rest: {
        part: "that mail is signed",
        look: { place: "messages", how: "Authentication-Results of a received message: dkim=pass" },
      },
    },
    DMARC: {
      asks: "a DMARC record, under which the mail passes",
      unmet: "error",
      rest: {
        part: "that SPF or DKIM passes in alignment",
        look: { place: "messages", how: "Authentication-Results of a received message: dmarc=pass" },
      },
    },
    PTR: {
      asks: "each sending address has a name that leads back to it",
      unmet: "warning",
      look: {
        place: "DNS",
        how: "verify and audit ask; or PTR of each sending address, and the addresses of that name",
      },
      rest: {
        part: "that of addresses in networks, whichever of them send, and of vendors",
        look: { place: "messages", how: "the client's name in Received lines of a delivered message" },
      },
    },
  },
  notJudged: {
    TLS: messages("mail sent over TLS", "Received lines of a delivered message: with ESMTPS"),
    "spam-rate": messages(
      "fewer than 3 of 1,000 messages reported as spam",
      "Google Postmaster Tools; Yahoo Sender Hub",
    ),
    unsubscribe: messages(
      "one click to unsubscribe from marketing mail",
      "List-Unsubscribe and List-Unsubscribe-Post (RFC 8058) of a sent message",
    ),
    format: messages(
      "messages of the form of RFC 5322, with one From and one Message-ID",
      "header lines of a sent message",
    ),
    "From-gmail": messages("no From at gmail.com or yahoo.com", "From of a sent message"),
    forwarding: messages("forwarded mail says so (ARC)", "ARC-Seal lines of a forwarded message"),
  },
} as const satisfies ControlList;
