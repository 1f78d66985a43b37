import { checked, flag, shortText, text } from "../attribute";
import type { SingletonTable } from "../table";

export const omeConfiguration: SingletonTable = {
  noun: "OMEConfiguration",
  kind: "singleton",
  identity: "OME Configuration",
  about: "What recipients outside see of encrypted mail, and how they sign in to read it.",
  attributes: {
    otp_enabled: flag("OTPEnabled", "May they read it by a one-time passcode?"),
    social_id_sign_in: flag("SocialIdSignIn", "May they sign in with Google, Yahoo or Microsoft?"),
    background_color: checked(
      text("BackgroundColor", "Colour behind the portal, #RRGGBB.", { example: "#1A2B3C" }),
      (value) =>
        /^#[0-9a-f]{6}$/i.test(String(value))
          ? undefined
          : `got ${JSON.stringify(value)}; expected a colour as #1A2B3C`,
    ),
    introduction_text: text(
      "IntroductionText",
      "Behind the sender's name: has sent you an encrypted message.",
    ),
    read_button_text: text("ReadButtonText", "On the button that opens it."),
    email_text: shortText(1024)("EmailText", "In front of the link."),
    disclaimer_text: shortText(1024)("DisclaimerText", "Below it."),
    portal_text: shortText(128)("PortalText", "At the top of the portal."),
    privacy_statement_url: text("PrivacyStatementUrl", "Where the portal's privacy statement is.", {
      example: "https://contoso.com/privacy",
    }),
  },
  source: "https://learn.microsoft.com/purview/add-your-organization-brand-to-encrypted-messages",
  licence: "Azure Rights Management, as in Microsoft 365 E3, E5 or Business Premium",
  role: "Organization Management or Compliance Management",
  notes: [
    "Further templates, the expiry of messages and the logo are not managed: Advanced Message Encryption has them.",
  ],
  example: { otp_enabled: true, social_id_sign_in: false, portal_text: "Contoso secure mail" },
};
