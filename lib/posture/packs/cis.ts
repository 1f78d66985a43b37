import { caAdminsPhishable } from "../rules/ca-admins-phishable";
import { caDeviceCode } from "../rules/ca-device-code";
import { caLegacyAuthentication } from "../rules/ca-legacy-authentication";
import { caNoBreakGlass } from "../rules/ca-no-break-glass";
import { caUsersWithoutMfa } from "../rules/ca-users-without-mfa";
import { dkimMissing } from "../rules/dkim-missing";
import { dkimSelectorMissing } from "../rules/dkim-selector-missing";
import { dmarcMissing } from "../rules/dmarc-missing";
import { dmarcMultipleRecords } from "../rules/dmarc-multiple-records";
import { dmarcNoReports } from "../rules/dmarc-no-reports";
import { dmarcPolicyNone } from "../rules/dmarc-policy-none";
import { dmarcSyntax } from "../rules/dmarc-syntax";
import { exchangeDkimOff } from "../rules/exchange-dkim-off";
import { exchangeForwardingOpen } from "../rules/exchange-forwarding-open";
import { spfMissing } from "../rules/spf-missing";
import { spfMultipleRecords } from "../rules/spf-multiple-records";
import { spfOpenEnd } from "../rules/spf-open-end";
import { spfPassAll } from "../rules/spf-pass-all";
import { spfSyntax } from "../rules/spf-syntax";
import type { RulePack } from "./pack";

/** The CIS Microsoft 365 Foundations Benchmark, version 7.0, as far as DNS, Conditional Access and Exchange show it. */
export const cis: RulePack = {
  name: "cis",
  title: "CIS Microsoft 365 Foundations Benchmark 7.0",
  rules: [
    { rule: caNoBreakGlass, controls: ["1.1.2"] },
    ...[spfMissing, spfMultipleRecords, spfOpenEnd, spfPassAll, spfSyntax].map((rule) => ({
      rule,
      controls: ["2.1.8"],
    })),
    ...[dkimMissing, dkimSelectorMissing, exchangeDkimOff].map((rule) => ({ rule, controls: ["2.1.9"] })),
    ...[dmarcMissing, dmarcMultipleRecords, dmarcSyntax, dmarcPolicyNone, dmarcNoReports].map((rule) => ({
      rule,
      controls: ["2.1.10"],
    })),
    { rule: caUsersWithoutMfa, controls: ["5.2.2.2"] },
    { rule: caLegacyAuthentication, controls: ["5.2.2.3"] },
    { rule: caAdminsPhishable, controls: ["5.2.2.5"] },
    { rule: caDeviceCode, controls: ["5.2.2.12"], level: "warning" },
    { rule: exchangeForwardingOpen, controls: ["6.2.1"] },
  ],
};
