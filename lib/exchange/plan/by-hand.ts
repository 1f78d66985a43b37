import type { HandStep } from "../exchange-plan";
import type { ExchangeOptions } from "../options";
import { rulesOf } from "./rules";

/** What the options presuppose and no interface does: once a tenant, with the click and a check. */
export function handSteps(options: ExchangeOptions): readonly HandStep[] {
  const { encryption, protection = {}, alerts } = options;
  const { presets, baseline } = protection;
  return [
    ...(presets?.standard || presets?.strict ? [PRESETS] : []),
    ...(encryption || rulesOf(options)["encrypt-on-subject"] ? [ENCRYPTION] : []),
    ...(baseline === "scuba" || alerts?.baseline === "scuba" ? [ALERTS] : []),
  ];
}

const PRESETS: HandStep = {
  title: "Switch the preset security policies on for the first time",
  steps: [
    "Sign in to https://security.microsoft.com as Security Administrator.",
    "Open Email & collaboration > Policies & rules > Threat policies > Preset security policies.",
    "Choose Manage protection settings of each preset that is declared, and go through to the end.",
  ],
  check: "Get-EOPProtectionPolicyRule names the preset; until then the apply stops with these words",
};

const ENCRYPTION: HandStep = {
  title: "Activate Azure Rights Management",
  steps: [
    "Tenants since 2018 have it active. Where it is not, install the PowerShell module AIPService on Windows.",
    "Run Connect-AipService, then Enable-AipService. Do not where AD RMS is in use on the premises.",
  ],
  check:
    "Test-IRMConfiguration -Sender <a mailbox> ends with OVERALL RESULT: PASS; the data source m365_irm_test asks the same",
};

const ALERTS: HandStep = {
  title: "Leave Microsoft's own alerts on",
  steps: [
    "Sign in to https://security.microsoft.com as Security Administrator.",
    "Open Email & collaboration > Policies & rules > Alert policy.",
    "Switch on: Suspicious email sending patterns detected; Suspicious connector activity; Suspicious Email Forwarding Activity; Messages have been delayed; Tenant restricted from sending unprovisioned email; Tenant restricted from sending email; A potentially malicious URL click was detected, where it is listed.",
    "Give each somebody who reads it as recipient.",
  ],
  check: "Get-ProtectionAlert shows Disabled: False for each of them (MS.SECURITYSUITE.4.1v1)",
};
