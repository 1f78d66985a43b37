import {
  checked,
  flag,
  name,
  type ObjectAttribute,
  recipients,
  shortText,
  text,
  whole,
  word,
  wordList,
} from "../attribute";

const off = { default: false } as const;
const people = (parameter: string, about: string) =>
  recipients(parameter, about, { example: ["soc@contoso.com"] });

/** What is done with a message. */
export const ACTIONS: Readonly<Record<string, ObjectAttribute>> = {
  prepend_subject: text("PrependSubject", "Text in front of the subject; end it with a blank.", {
    example: "[External] ",
  }),
  set_header_name: name("SetHeaderName", "Header that is set to set_header_value.", {
    example: "X-Contoso-Checked",
  }),
  set_header_value: text("SetHeaderValue", "Its value.", { example: "yes" }),
  remove_header: name("RemoveHeader", "Header that is removed.", { example: "X-Old" }),
  set_scl: whole(
    "SetSCL",
    [-1, 9],
    "Spam confidence level. -1 asks that most filtering be skipped, and opens the door to whoever fits the conditions.",
    { example: 6 },
  ),
  reject_message_reason_text: shortText(1024)("RejectMessageReasonText", "Refuse it, with these words."),
  reject_message_enhanced_status_code: checked(
    name("RejectMessageEnhancedStatusCode", "Refuse it with 5.7.1, or 5.7.900 to 5.7.999.", {
      example: "5.7.1",
    }),
    (code) =>
      /^5\.7\.(?:1|9\d\d)$/.test(String(code))
        ? undefined
        : `got ${code}; expected 5.7.1, or 5.7.900 to 5.7.999`,
  ),
  delete_message: flag("DeleteMessage", "Drop it, without a word to anyone.", off),
  quarantine: flag("Quarantine", "Put it into quarantine.", off),
  redirect_message_to: people("RedirectMessageTo", "Deliver it to these instead."),
  add_to_recipients: people("AddToRecipients", "Deliver it to these too."),
  copy_to: people("CopyTo", "Add these as Cc."),
  blind_copy_to: people("BlindCopyTo", "Add these as Bcc."),
  add_manager_as_recipient_type: word(
    "AddManagerAsRecipientType",
    ["To", "Cc", "Bcc", "Redirect"],
    "Add the sender's manager.",
  ),
  moderate_message_by_user: people("ModerateMessageByUser", "Deliver it once one of these agrees."),
  moderate_message_by_manager: flag(
    "ModerateMessageByManager",
    "Deliver it once the sender's manager agrees.",
    off,
  ),
  apply_html_disclaimer_text: shortText(5000)(
    "ApplyHtmlDisclaimerText",
    "HTML that is added. %%DisplayName%% and other attributes of the sender are filled in.",
    { example: "<p>Mail from outside</p>" },
  ),
  apply_html_disclaimer_location: word(
    "ApplyHtmlDisclaimerLocation",
    ["Append", "Prepend"],
    "Where it is added.",
  ),
  apply_html_disclaimer_fallback_action: word(
    "ApplyHtmlDisclaimerFallbackAction",
    ["Wrap", "Ignore", "Reject"],
    "What happens where it cannot be, as in encrypted mail.",
  ),
  apply_rights_protection_template: name(
    "ApplyRightsProtectionTemplate",
    "Encrypt it: Encrypt, Do Not Forward, or a label's template.",
    { licence: "Azure Rights Management", example: "Encrypt" },
  ),
  apply_rights_protection_customization_template: name(
    "ApplyRightsProtectionCustomizationTemplate",
    "Branding of encrypted mail: the name of an OME configuration.",
    { licence: "Advanced Message Encryption", needs: "e5", example: "OME Configuration" },
  ),
  remove_ome_v2: flag("RemoveOMEv2", "Take the organization's own encryption off.", off),
  remove_rms_attachment_encryption: flag(
    "RemoveRMSAttachmentEncryption",
    "Take it off attachments too.",
    off,
  ),
  route_message_outbound_connector: name(
    "RouteMessageOutboundConnector",
    "Send it over this outbound connector, which has to be for transport rules.",
    { refersTo: "m365_outbound_connector", example: "To gateway" },
  ),
  route_message_outbound_require_tls: flag(
    "RouteMessageOutboundRequireTls",
    "Send it over TLS or not at all.",
    off,
  ),
  generate_incident_report: name("GenerateIncidentReport", "Who gets a report.", {
    example: "soc@contoso.com",
  }),
  incident_report_content: wordList(
    "IncidentReportContent",
    [
      "Sender",
      "Recipients",
      "Subject",
      "CC",
      "BCC",
      "Severity",
      "Override",
      "RuleDetections",
      "FalsePositive",
      "DataClassifications",
      "IdMatch",
      "AttachOriginalMail",
    ],
    "What is in it.",
    { example: ["Sender", "Subject"] },
  ),
  generate_notification: shortText(5120)("GenerateNotification", "Message to recipients, in HTML."),
  apply_classification: name("ApplyClassification", "Classification that it gets."),
};
