import type { Path } from "../../fault";
import type { Value, Values } from "../objects";
import type { EncryptionOptions } from "../options";
import type { Draft } from "./draft";

/** The short words for attributes of Set-IRMConfiguration. */
const SHORT = {
  encryptButton: "simplifiedClientAccessEnabled",
  decryptAttachments: "decryptAttachmentForEncryptOnly",
} as const;

/** Plans message encryption. */
export function planEncryption(options: EncryptionOptions, draft: Draft): void {
  const { settings = {}, branding } = options;
  const path: Path = ["encryption"];
  const values: Record<string, Value> = { ...(settings as Values) };
  for (const [word, attribute] of Object.entries(SHORT)) {
    const said = options[word as keyof typeof SHORT];
    if (said === undefined) continue;
    if (attribute in values && values[attribute] !== said) {
      draft.faults.push({
        path: [...path, "settings", attribute],
        message: `${word} says otherwise`,
        received: String(values[attribute]),
        fix: "take one of them out",
      });
    }
    values[attribute] = said;
  }
  // The button does nothing without it.
  if (values.simplifiedClientAccessEnabled === true && !("azureRmsLicensingEnabled" in values)) {
    values.azureRmsLicensingEnabled = true;
  }
  if (Object.keys(values).length > 0)
    draft.add({ id: "Encryption", kind: "irm-configuration", values, path });
  if (branding?.default) {
    draft.add({
      id: "Branding",
      kind: "ome-configuration",
      values: branding.default as Values,
      path: [...path, "branding", "default"],
    });
  }
}
