import type { SingletonTable } from "../table";
import { imageRule, OME_IMAGE, OME_WORDS, omeSignIn } from "./ome-parts";

export const omeConfiguration: SingletonTable = {
  noun: "OMEConfiguration",
  kind: "singleton",
  identity: "OME Configuration",
  about: "What recipients outside see of encrypted mail, and how they sign in to read it.",
  attributes: { ...omeSignIn(), ...OME_WORDS, ...OME_IMAGE },
  rules: [imageRule],
  source: "https://learn.microsoft.com/purview/add-your-organization-brand-to-encrypted-messages",
  licence: "Azure Rights Management, as in Microsoft 365 E3, E5 or Business Premium",
  role: "Organization Management or Compliance Management",
  notes: ["Further templates, and messages that expire: m365_ome_branding_template."],
  example: {
    otp_enabled: true,
    social_id_sign_in: false,
    portal_text: "Contoso secure mail",
    image_path: '${abspath("logo.png")}',
    image_sha256: '${filesha256("logo.png")}',
  },
};
