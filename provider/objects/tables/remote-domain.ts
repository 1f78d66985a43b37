import { flag, name, word } from "../attribute";
import type { ObjectTable } from "../table";
import { ruleName } from "./parts";

const setOnly = true;

export const remoteDomain: ObjectTable = {
  noun: "RemoteDomain",
  kind: "object",
  about:
    "What may go out to a domain elsewhere besides mail that somebody wrote: forwards, replies, reports.",
  builtIn: ["Default"],
  attributes: {
    name: { ...ruleName, about: "Name of the remote domain, at most 64 characters." },
    domain_name: name("DomainName", "The domain; *.contoso.com with subdomains, * for all others.", {
      required: true,
      replaces: true,
      example: "fabrikam.com",
    }),
    auto_forward_enabled: flag(
      "AutoForwardEnabled",
      "May mailboxes forward there by themselves? Baselines want false everywhere.",
      { default: true, setOnly },
    ),
    auto_reply_enabled: flag("AutoReplyEnabled", "May inbox rules reply there?", { default: true, setOnly }),
    allowed_oof_type: word(
      "AllowedOOFType",
      ["External", "ExternalLegacy", "InternalLegacy", "None"],
      "Which out-of-office replies go there.",
      { default: "External", setOnly },
    ),
    delivery_report_enabled: flag("DeliveryReportEnabled", "Do delivery reports?", {
      default: true,
      setOnly,
    }),
    ndr_enabled: flag("NDREnabled", "Do non-delivery reports?", { default: true, setOnly }),
    meeting_forward_notification_enabled: flag(
      "MeetingForwardNotificationEnabled",
      "Do notices that a meeting was forwarded?",
      { default: false, setOnly },
    ),
    display_sender_name: flag("DisplaySenderName", "Do senders' display names?", { default: true, setOnly }),
    tnef_enabled: flag("TNEFEnabled", "Is TNEF used? Left out, the recipient's settings say it.", {
      setOnly,
    }),
    content_type: word("ContentType", ["MimeHtmlText", "MimeText", "MimeHtml"], "Format of messages.", {
      default: "MimeHtmlText",
      setOnly,
    }),
    trusted_mail_inbound_enabled: flag(
      "TrustedMailInboundEnabled",
      "Does mail from there skip spam filtering? For hybrid alone.",
      { default: false, setOnly },
    ),
    trusted_mail_outbound_enabled: flag(
      "TrustedMailOutboundEnabled",
      "Is mail to there marked as trusted? For hybrid alone.",
      { default: false, setOnly },
    ),
  },
  source: "https://learn.microsoft.com/exchange/mail-flow-best-practices/remote-domains/remote-domains",
  notes: ["Default, for the domain *, is adopted by that name and domain."],
  example: { name: "Default", domain_name: "*", auto_forward_enabled: false },
};
