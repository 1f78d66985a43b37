import { flag, name, word } from "../attribute";
import { needs, onlyWith } from "../cross-rules";
import type { ObjectTable } from "../table";
import { adminDisplayName, DEFENDER, policyName, quarantineTag, SECURITY_ROLE } from "./parts";

export const safeAttachmentPolicy: ObjectTable = {
  noun: "SafeAttachmentPolicy",
  kind: "object",
  about: "What Safe Attachments does with attachments that misbehave when they are opened in a sandbox.",
  builtIn: ["Built-In Protection Policy"],
  attributes: {
    name: policyName,
    admin_display_name: adminDisplayName,
    enable: flag("Enable", "Are attachments opened and looked at? Off unless it is said.", {
      default: false,
    }),
    action: word(
      "Action",
      ["Allow", "Block", "DynamicDelivery"],
      "Allow delivers and only records; Block quarantines; DynamicDelivery delivers at once, the attachments later.",
      { default: "Block" },
    ),
    redirect: flag("Redirect", "Are copies of what was found sent on? With the action Allow alone.", {
      default: false,
    }),
    redirect_address: name("RedirectAddress", "Where to.", { example: "soc@contoso.com" }),
    quarantine_tag: quarantineTag("QuarantineTag", "what was found", "AdminOnlyAccessPolicy"),
  },
  rules: [
    needs("redirect", true, "redirect_address"),
    onlyWith("redirect_address", "redirect", true),
    onlyWith("redirect", "action", "Allow"),
  ],
  source: "https://learn.microsoft.com/defender-office-365/safe-attachments-policies-configure",
  licence: DEFENDER,
  needs: "defender-p1",
  role: SECURITY_ROLE,
  example: { name: "Staff", enable: true, action: "Block" },
};
