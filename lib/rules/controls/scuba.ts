import type { ControlList } from "./control";

/**
 * CISA's Secure Configuration Baselines for Microsoft 365 (ScubaGear 1.8), as far as DNS and Conditional Access show them.
 * What CISA says SHALL of is an error if unmet, SHOULD a warning. Left out, since nothing here reads what they test:
 * MS.EXO.1.1v2 (remote domains that allow automatic forwarding), and MS.EXO.4.3v1, which concerns US federal agencies only.
 */
export const scuba = {
  title: "CISA's Secure Configuration Baselines for Microsoft 365",
  issuer: "CISA",
  url: "https://github.com/cisagov/ScubaGear/tree/main/PowerShell/ScubaGear/baselines",
  controls: {
    "MS.EXO.2.2v3": { asks: "an SPF record for each domain that fails every other sender", unmet: "error" },
    "MS.EXO.3.1v1": { asks: "DKIM for each domain", unmet: "warning" },
    "MS.EXO.4.1v1": { asks: "a DMARC record for each domain", unmet: "error" },
    "MS.EXO.4.2v1": { asks: "the DMARC policy reject", unmet: "error" },
    "MS.EXO.4.4v1": { asks: "an address for aggregate and for failure reports", unmet: "warning" },
    "MS.AAD.1.1v1": { asks: "legacy authentication blocked", unmet: "error" },
    "MS.AAD.3.2v2": { asks: "a second factor from all users", unmet: "error" },
    "MS.AAD.3.6v1": { asks: "a phishing-resistant factor from privileged roles", unmet: "error" },
    "MS.AAD.3.9v1": { asks: "the device code flow blocked", unmet: "warning" },
  },
} as const satisfies ControlList;
