import { flag, names, word } from "../attribute";
import { onlyWith } from "../cross-rules";
import type { SingletonTable } from "../table";

const AZURE_RMS = /^(https:\/\/[0-9a-f-]+\.rms\.(?:[a-z0-9-]+\.)*aadrm\.(?:com|us|cn))\/.*$/i;
const UNLOCATED =
  "no licensing location is known. If m365_irm_test finds no RMS templates, set licensing_location to what " +
  "(Get-AipServiceConfiguration).LicensingIntranetDistributionPointUrl says in PowerShell";

export const irmConfiguration: SingletonTable = {
  noun: "IRMConfiguration",
  kind: "singleton",
  about: "Message encryption: whether Exchange uses Azure Rights Management, and what users see of it.",
  attributes: {
    azure_rms_licensing_enabled: flag(
      "AzureRMSLicensingEnabled",
      "Does the organization use Azure Rights Management? Without it there is no message encryption.",
    ),
    licensing_location: names(
      "LicensingLocation",
      "URLs that licences come from, Azure RMS first: https://….rms.….aadrm.com/_wmcs/licensing.",
      {
        example: ["https://5c6bb73b-1038-4eec-863d-49bded473437.rms.eu.aadrm.com/_wmcs/licensing"],
      },
    ),
    internal_licensing_enabled: flag(
      "InternalLicensingEnabled",
      "May mail be protected? Off, there are no templates.",
    ),
    automatic_service_update_enabled: flag(
      "AutomaticServiceUpdateEnabled",
      "May Microsoft add new features of encryption?",
    ),
    simplified_client_access_enabled: flag(
      "SimplifiedClientAccessEnabled",
      "Is there an Encrypt button in Outlook on the web?",
    ),
    simplified_client_access_encrypt_only_disabled: flag(
      "SimplifiedClientAccessEncryptOnlyDisabled",
      "Is Encrypt-Only hidden there?",
    ),
    simplified_client_access_do_not_forward_disabled: flag(
      "SimplifiedClientAccessDoNotForwardDisabled",
      "Is Do Not Forward hidden there?",
    ),
    decrypt_attachment_for_encrypt_only: flag(
      "DecryptAttachmentForEncryptOnly",
      "Do recipients get attachments without protection once they opened the message?",
    ),
    enable_pdf_encryption: flag("EnablePdfEncryption", "Are PDF attachments protected?"),
    search_enabled: flag("SearchEnabled", "May Outlook on the web search protected mail?"),
    transport_decryption_setting: word(
      "TransportDecryptionSetting",
      ["Disabled", "Optional", "Mandatory"],
      "May transport rules look into protected mail? Mandatory refuses what cannot be decrypted.",
    ),
    journal_report_decryption_enabled: flag(
      "JournalReportDecryptionEnabled",
      "Do journal reports hold a clear copy?",
    ),
    ediscovery_super_user_enabled: flag("EDiscoverySuperUserEnabled", "May eDiscovery read protected mail?"),
  },
  rules: [onlyWith("simplified_client_access_enabled", "azure_rms_licensing_enabled", true)],
  completed: ({ AzureRMSLicensingEnabled, LicensingLocation }, row) => {
    const located = row.LicensingLocation;
    if (AzureRMSLicensingEnabled !== true || LicensingLocation !== undefined) return { parameters: {} };
    if (Array.isArray(located) && located.some(Boolean)) return { parameters: {} };
    // Where the organization's own Azure RMS is, as Exchange knows it: without it no templates are acquired.
    const known = [row.PublishingLocation, row.ServiceLocation]
      .map(String)
      .find((url) => AZURE_RMS.test(url));
    if (known === undefined) return { parameters: {}, missing: UNLOCATED };
    return { parameters: { LicensingLocation: [known.replace(AZURE_RMS, "$1/_wmcs/licensing")] } };
  },
  alongside: (changes) => ("InternalLicensingEnabled" in changes ? { Force: true } : {}),
  source: "https://learn.microsoft.com/purview/set-up-new-message-encryption-capabilities",
  licence: "Azure Rights Management, as in Microsoft 365 E3, E5 or Business Premium",
  role: "Organization Management or Compliance Management",
  effect: "up to a day until Outlook on the web shows the buttons",
  notes: [
    "Where licensing_location is left out and the tenant has none, it is taken from where Azure RMS publishes, as Exchange knows it; where that is not known either, an apply says what to do.",
    "Azure RMS itself is activated in the portal or by Enable-AipService: there is no REST call for it.",
  ],
  example: { azure_rms_licensing_enabled: true, simplified_client_access_enabled: true },
};
