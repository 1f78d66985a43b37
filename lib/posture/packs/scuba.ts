import { caAdminsPhishable } from "../rules/ca-admins-phishable";
import { caDeviceCode } from "../rules/ca-device-code";
import { caLegacyAuthentication } from "../rules/ca-legacy-authentication";
import { caUsersWithoutMfa } from "../rules/ca-users-without-mfa";
import { dkimMissing } from "../rules/dkim-missing";
import { dkimSelectorMissing } from "../rules/dkim-selector-missing";
import { dmarcMissing } from "../rules/dmarc-missing";
import { dmarcMultipleRecords } from "../rules/dmarc-multiple-records";
import { dmarcNoFailureReports } from "../rules/dmarc-no-failure-reports";
import { dmarcNoReports } from "../rules/dmarc-no-reports";
import { dmarcNotReject } from "../rules/dmarc-not-reject";
import { dmarcPolicyNone } from "../rules/dmarc-policy-none";
import { dmarcSyntax } from "../rules/dmarc-syntax";
import { exchangeDkimOff } from "../rules/exchange-dkim-off";
import { exchangeForwardingOpen } from "../rules/exchange-forwarding-open";
import { parkedDmarc } from "../rules/parked-dmarc";
import { spfMissing } from "../rules/spf-missing";
import { spfMultipleRecords } from "../rules/spf-multiple-records";
import { spfOpenEnd } from "../rules/spf-open-end";
import { spfPassAll } from "../rules/spf-pass-all";
import { spfSyntax } from "../rules/spf-syntax";
import type { RulePack } from "./pack";

/**
 * CISA's Secure Configuration Baselines for Microsoft 365 (ScubaGear 1.8), as far as DNS, Conditional Access and
 * Exchange show them. Controls that CISA says SHALL of are errors; 4.3v1 concerns US federal agencies only.
 */
export const scuba: RulePack = {
  name: "scuba",
  title: "CISA's Secure Configuration Baselines for Microsoft 365",
  rules: [
    { rule: exchangeForwardingOpen, controls: ["MS.EXO.1.1v2"], level: "error" },
    ...[spfMissing, spfMultipleRecords, spfOpenEnd, spfPassAll, spfSyntax].map((rule) => ({
      rule,
      controls: ["MS.EXO.2.2v3"],
      level: "error" as const,
    })),
    ...[dkimMissing, dkimSelectorMissing, exchangeDkimOff].map((rule) => ({
      rule,
      controls: ["MS.EXO.3.1v1"],
    })),
    ...[dmarcMissing, dmarcMultipleRecords, dmarcSyntax].map((rule) => ({
      rule,
      controls: ["MS.EXO.4.1v1"],
      level: "error" as const,
    })),
    ...[dmarcPolicyNone, dmarcNotReject, parkedDmarc].map((rule) => ({
      rule,
      controls: ["MS.EXO.4.2v1"],
      level: "error" as const,
    })),
    ...[dmarcNoReports, dmarcNoFailureReports].map((rule) => ({ rule, controls: ["MS.EXO.4.4v1"] })),
    { rule: caLegacyAuthentication, controls: ["MS.AAD.1.1v1"], level: "error" },
    { rule: caUsersWithoutMfa, controls: ["MS.AAD.3.2v2"], level: "error" },
    { rule: caAdminsPhishable, controls: ["MS.AAD.3.6v1"], level: "error" },
    { rule: caDeviceCode, controls: ["MS.AAD.3.9v1"], level: "warning" },
  ],
};
