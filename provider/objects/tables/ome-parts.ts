import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { DiagnosticError } from "../../plugin/index";
import { type AttributeFacts, checked, flag, type ObjectAttribute, shortText, text } from "../attribute";
import { both } from "../cross-rules";

// What recipients outside see of encrypted mail: the same for all, and by template.

const MOST_BYTES = 40 * 1024;
/** How files of these kinds begin. */
const KINDS: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

export const omeSignIn = (facts: AttributeFacts = {}): Readonly<Record<string, ObjectAttribute>> => ({
  otp_enabled: flag("OTPEnabled", "May they read it by a one-time passcode?", facts),
  social_id_sign_in: flag("SocialIdSignIn", "May they sign in with Google, Yahoo or Microsoft?", facts),
});

export const OME_WORDS: Readonly<Record<string, ObjectAttribute>> = {
  background_color: checked(
    text("BackgroundColor", "Colour behind the portal, #RRGGBB.", { example: "#1A2B3C" }),
    (value) =>
      /^#[0-9a-f]{6}$/i.test(String(value))
        ? undefined
        : `got ${JSON.stringify(value)}; expected a colour as #1A2B3C`,
  ),
  introduction_text: text("IntroductionText", "Behind the sender's name: has sent you an encrypted message."),
  read_button_text: text("ReadButtonText", "On the button that opens it."),
  email_text: shortText(1024)("EmailText", "In front of the link."),
  disclaimer_text: shortText(1024)("DisclaimerText", "Below it."),
  portal_text: shortText(128)("PortalText", "At the top of the portal."),
  privacy_statement_url: text("PrivacyStatementUrl", "Where the portal's privacy statement is.", {
    example: "https://contoso.com/privacy",
  }),
};

/** The logo: its file, and the hash by which a new one is noticed. Exchange gives it back in a form that cannot be compared. */
export const OME_IMAGE: Readonly<Record<string, ObjectAttribute>> = {
  image_path: checked(
    text(
      "image_path",
      'Absolute path of the logo\'s file, as abspath("logo.png") gives it: PNG, JPEG, BMP or TIFF, less than 40 KB, at best 170 by 70 pixels. A file that moves changes nothing.',
      {
        local: true,
        example: "/srv/contoso/logo.png",
      },
    ),
    // Providers that stacks share run in a folder of their own.
    (value) =>
      isAbsolute(String(value))
        ? undefined
        : `got ${JSON.stringify(value)}; expected an absolute path, as abspath(${JSON.stringify(value)}) gives it`,
  ),
  image_sha256: checked(
    text(
      "Image",
      'Its SHA-256 in hexadecimal, as filesha256("logo.png") gives it. The logo is sent when this changes.',
      {
        unread: true,
        made: imageOf,
        example: "0e1b…",
      },
    ),
    (value) =>
      /^[0-9a-f]{64}$/i.test(String(value))
        ? undefined
        : `got ${JSON.stringify(value)}; expected filesha256(…)`,
  ),
};

export const imageRule = both("image_path", "image_sha256");

/** The file's bytes in base64. @throws DiagnosticError if it is not the one that the configuration means */
function imageOf({ image_path, image_sha256 }: Readonly<Record<string, unknown>>): string {
  const refuse = (summary: string): never => {
    throw new DiagnosticError({ summary: `${String(image_path)}: ${summary}`, path: ["image_path"] });
  };
  let bytes: Buffer;
  try {
    bytes = readFileSync(String(image_path));
  } catch {
    return refuse("the logo cannot be read");
  }
  if (createHash("sha256").update(bytes).digest("hex") !== String(image_sha256).toLowerCase()) {
    return refuse("is not the file whose image_sha256 is given");
  }
  if (bytes.length >= MOST_BYTES) return refuse(`${bytes.length} bytes; expected less than 40 KB`);
  if (!KINDS.some((kind) => kind.every((byte, place) => bytes[place] === byte))) {
    return refuse("is neither PNG, JPEG, BMP nor TIFF");
  }
  return bytes.toString("base64");
}
