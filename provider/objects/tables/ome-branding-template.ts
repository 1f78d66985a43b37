import { checked, type ObjectAttribute, text, whole } from "../attribute";
import { secondsOf } from "../codec/measures";
import { textOf } from "../codec/scalars";
import type { ObjectTable } from "../table";
import { imageRule, OME_IMAGE, OME_WORDS, omeSignIn } from "./ome-parts";

const DAY = 86_400;
const days = whole(
  "ExternalMailExpiryInDays",
  [0, 730],
  "After how many days messages can no longer be read; 0 for never.",
  { default: 0, property: "ExternalMailExpiryInterval", cleared: "0", example: 30 },
);

/** Written as a text with a number, read as a span of time. */
const expiry: ObjectAttribute = {
  ...days,
  codec: {
    ...days.codec,
    encode: String,
    decode: (raw) => {
      const seconds = typeof raw === "string" ? secondsOf(raw) : undefined;
      return seconds === undefined ? days.codec.decode(raw) : Math.round(seconds / DAY);
    },
  },
};

export const omeBrandingTemplate: ObjectTable = {
  noun: "OMEConfiguration",
  called: "OMEBrandingTemplate",
  kind: "object",
  knownBy: "Identity",
  about: "A template of what recipients outside see of encrypted mail, for transport rules to apply.",
  attributes: {
    name: checked(
      {
        ...text("Identity", "Name of the template, at most 64 characters.", {
          required: true,
          replaces: true,
        }),
        codec: { ...textOf(64), key: (value) => String(value).toLowerCase() },
      },
      (value) => {
        if (String(value).toLowerCase() === "ome configuration")
          return "is the tenant's own: m365_ome_configuration";
        return textOf(64).fault?.(value);
      },
    ),
    external_mail_expiry_in_days: expiry,
    ...omeSignIn({ default: true }),
    ...OME_WORDS,
    ...OME_IMAGE,
  },
  rules: [imageRule],
  source: "https://learn.microsoft.com/purview/add-your-organization-brand-to-encrypted-messages",
  licence: "Advanced Message Encryption, as in Microsoft 365 E5 or the Purview suite",
  needs: "e5",
  role: "Organization Management or Compliance Management",
  notes: ["A transport rule applies it by apply_rights_protection_customization_template."],
  example: { name: "Contoso Finance", external_mail_expiry_in_days: 30, portal_text: "Contoso Finance" },
};
