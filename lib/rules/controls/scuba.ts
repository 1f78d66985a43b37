import type { ControlList, Look } from "./control";
import { scubaNotJudged } from "./scuba-not-judged";

const CONDITIONAL_ACCESS: Look = {
  place: "Entra admin center",
  how: "Conditional Access > Policies",
};

/**
 * CISA's Secure Configuration Baselines for Microsoft 365 (ScubaGear 1.8). What CISA says SHALL of is an error if unmet,
 * SHOULD a warning.
 */
export const scuba = {
  title: "CISA's Secure Configuration Baselines for Microsoft 365",
  issuer: "CISA",
  url: "https://github.com/cisagov/ScubaGear/tree/main/PowerShell/ScubaGear/baselines",
  scope:
    "every policy of the baselines for Microsoft Entra ID, Exchange Online and the Microsoft 365 security suite, as ScubaGear tests them",
  controls: {
    "MS.EXO.2.2v3": { asks: "an SPF record for each domain that fails every other sender", unmet: "error" },
    "MS.EXO.3.1v1": {
      asks: "DKIM for each domain",
      unmet: "warning",
      rest: {
        part: "whether Exchange Online signs, for domains that send nothing and the onmicrosoft.com domain too",
        look: { place: "Exchange Online PowerShell", how: "Get-DkimSigningConfig: Enabled" },
      },
    },
    "MS.EXO.4.1v1": { asks: "a DMARC record for each domain", unmet: "error" },
    "MS.EXO.4.2v1": { asks: "the DMARC policy reject", unmet: "error" },
    "MS.EXO.4.4v1": { asks: "an address for aggregate and for failure reports", unmet: "warning" },
    "MS.AAD.1.1v1": { asks: "legacy authentication blocked", unmet: "error", look: CONDITIONAL_ACCESS },
    "MS.AAD.2.1v1": { asks: "users at high risk blocked", unmet: "error", look: CONDITIONAL_ACCESS },
    "MS.AAD.2.3v1": { asks: "sign-ins at high risk blocked", unmet: "error", look: CONDITIONAL_ACCESS },
    "MS.AAD.3.1v1": {
      asks: "a phishing-resistant factor from all users",
      unmet: "error",
      look: CONDITIONAL_ACCESS,
    },
    "MS.AAD.3.2v2": { asks: "a second factor from all users", unmet: "error", look: CONDITIONAL_ACCESS },
    "MS.AAD.3.6v1": {
      asks: "a phishing-resistant factor from privileged roles",
      unmet: "error",
      look: CONDITIONAL_ACCESS,
    },
    "MS.AAD.3.7v1": { asks: "a managed device for sign-ins", unmet: "warning", look: CONDITIONAL_ACCESS },
    "MS.AAD.3.8v1": {
      asks: "a managed device to register methods",
      unmet: "warning",
      look: CONDITIONAL_ACCESS,
    },
    "MS.AAD.3.9v1": { asks: "the device code flow blocked", unmet: "warning", look: CONDITIONAL_ACCESS },
  },
  notJudged: scubaNotJudged,
} as const satisfies ControlList;
