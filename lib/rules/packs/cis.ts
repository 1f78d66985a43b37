import { caAdminsPhishable } from "../conditional-access/ca-admins-phishable";
import { caDeviceCode } from "../conditional-access/ca-device-code";
import { caLegacyAuthentication } from "../conditional-access/ca-legacy-authentication";
import { caNoBreakGlass } from "../conditional-access/ca-no-break-glass";
import { caUsersWithoutMfa } from "../conditional-access/ca-users-without-mfa";
import { dkimMissing } from "../dkim/dkim-missing";
import { dkimSelectorMissing } from "../dkim/dkim-selector-missing";
import { dmarcMissing } from "../dmarc/dmarc-missing";
import { dmarcMultipleRecords } from "../dmarc/dmarc-multiple-records";
import { dmarcNoReports } from "../dmarc/dmarc-no-reports";
import { dmarcPolicyNone } from "../dmarc/dmarc-policy-none";
import { dmarcSyntax } from "../dmarc/dmarc-syntax";
import { exchangeDkimOff } from "../exchange/exchange-dkim-off";
import { exchangeForwardingOpen } from "../exchange/exchange-forwarding-open";
import { spfMissing } from "../spf/spf-missing";
import { spfMultipleRecords } from "../spf/spf-multiple-records";
import { spfOpenEnd } from "../spf/spf-open-end";
import { spfPassAll } from "../spf/spf-pass-all";
import { spfSyntax } from "../spf/spf-syntax";
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
