import { caAdminsPhishable } from "../conditional-access/ca-admins-phishable";
import { caDeviceCode } from "../conditional-access/ca-device-code";
import { caLegacyAuthentication } from "../conditional-access/ca-legacy-authentication";
import { caUsersWithoutMfa } from "../conditional-access/ca-users-without-mfa";
import { dkimMissing } from "../dkim/dkim-missing";
import { dkimSelectorMissing } from "../dkim/dkim-selector-missing";
import { dmarcMissing } from "../dmarc/dmarc-missing";
import { dmarcMultipleRecords } from "../dmarc/dmarc-multiple-records";
import { dmarcNoFailureReports } from "../dmarc/dmarc-no-failure-reports";
import { dmarcNoReports } from "../dmarc/dmarc-no-reports";
import { dmarcNotReject } from "../dmarc/dmarc-not-reject";
import { dmarcPolicyNone } from "../dmarc/dmarc-policy-none";
import { dmarcSyntax } from "../dmarc/dmarc-syntax";
import { parkedDmarc } from "../dmarc/parked-dmarc";
import { exchangeDkimOff } from "../exchange/exchange-dkim-off";
import { exchangeForwardingOpen } from "../exchange/exchange-forwarding-open";
import { spfMissing } from "../spf/spf-missing";
import { spfMultipleRecords } from "../spf/spf-multiple-records";
import { spfOpenEnd } from "../spf/spf-open-end";
import { spfPassAll } from "../spf/spf-pass-all";
import { spfSyntax } from "../spf/spf-syntax";
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
