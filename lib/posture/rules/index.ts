import { bimiHardlyShown } from "./bimi-hardly-shown";
import { bimiSyntax } from "./bimi-syntax";
import { bimiUnenforced } from "./bimi-unenforced";
import { caAdminsPhishable } from "./ca-admins-phishable";
import { caDeviceCode } from "./ca-device-code";
import { caLegacyAuthentication } from "./ca-legacy-authentication";
import { caNoBreakGlass } from "./ca-no-break-glass";
import { caReportOnly } from "./ca-report-only";
import { caUsersWithoutMfa } from "./ca-users-without-mfa";
import { caaBlocksMtaSts } from "./caa-blocks-mta-sts";
import { dkimCopiedKey } from "./dkim-copied-key";
import { dkimDangling } from "./dkim-dangling";
import { dkimDerivedTarget } from "./dkim-derived-target";
import { dkimMissing } from "./dkim-missing";
import { dkimOtherTarget } from "./dkim-other-target";
import { dkimRevoked } from "./dkim-revoked";
import { dkimSelectorMissing } from "./dkim-selector-missing";
import { dkimSyntax } from "./dkim-syntax";
import { dkimWeakKey } from "./dkim-weak-key";
import { dmarcEnforcedUnauthenticated } from "./dmarc-enforced-unauthenticated";
import { dmarcMissing } from "./dmarc-missing";
import { dmarcMultipleRecords } from "./dmarc-multiple-records";
import { dmarcNoFailureReports } from "./dmarc-no-failure-reports";
import { dmarcNoReports } from "./dmarc-no-reports";
import { dmarcNotReject } from "./dmarc-not-reject";
import { dmarcObsolete } from "./dmarc-obsolete";
import { dmarcPolicyNone } from "./dmarc-policy-none";
import { dmarcSyntax } from "./dmarc-syntax";
import { dmarcTestMode } from "./dmarc-test-mode";
import { dmarcUnauthorizedReports } from "./dmarc-unauthorized-reports";
import { dmarcWeakSubdomains } from "./dmarc-weak-subdomains";
import { exchangeDkimOff } from "./exchange-dkim-off";
import { exchangeDkimShortKey } from "./exchange-dkim-short-key";
import { exchangeForwardingOpen } from "./exchange-forwarding-open";
import { exchangeInboundWithoutTls } from "./exchange-inbound-without-tls";
import { exchangeOutboundWithoutTls } from "./exchange-outbound-without-tls";
import { mtaStsMxUncovered } from "./mta-sts-mx-uncovered";
import { mtaStsNoPolicy } from "./mta-sts-no-policy";
import { mtaStsShortAge } from "./mta-sts-short-age";
import { mtaStsSyntax } from "./mta-sts-syntax";
import { mtaStsTesting } from "./mta-sts-testing";
import { mtaStsWithoutReports } from "./mta-sts-without-reports";
import { mxAlias } from "./mx-alias";
import { mxDaneUnsigned } from "./mx-dane-unsigned";
import { mxMissing } from "./mx-missing";
import { mxMixed } from "./mx-mixed";
import { mxNotEop } from "./mx-not-eop";
import { mxNullNotAlone } from "./mx-null-not-alone";
import { mxOtherCloud } from "./mx-other-cloud";
import { mxOtherDomain } from "./mx-other-domain";
import { mxUnresolvable } from "./mx-unresolvable";
import { parkedDmarc } from "./parked-dmarc";
import { parkedMx } from "./parked-mx";
import { parkedSpf } from "./parked-spf";
import type { Rule } from "./rule";
import { spfBroadNetwork } from "./spf-broad-network";
import { spfEgressMissing } from "./spf-egress-missing";
import { spfEopMissing } from "./spf-eop-missing";
import { spfLong } from "./spf-long";
import { spfLookups } from "./spf-lookups";
import { spfMissing } from "./spf-missing";
import { spfMultipleRecords } from "./spf-multiple-records";
import { spfOpenEnd } from "./spf-open-end";
import { spfPassAll } from "./spf-pass-all";
import { spfPtr } from "./spf-ptr";
import { spfSyntax } from "./spf-syntax";
import { spfUnalignedInclude } from "./spf-unaligned-include";
import { spfVoidLookups } from "./spf-void-lookups";
import { spfWithoutEffect } from "./spf-without-effect";
import { tlsRptSyntax } from "./tls-rpt-syntax";

/** Every rule, sorted by id. Packs choose among them. */
export const RULES: readonly Rule[] = [
  bimiHardlyShown,
  bimiSyntax,
  bimiUnenforced,
  caAdminsPhishable,
  caDeviceCode,
  caLegacyAuthentication,
  caNoBreakGlass,
  caReportOnly,
  caUsersWithoutMfa,
  caaBlocksMtaSts,
  dkimCopiedKey,
  dkimDangling,
  dkimDerivedTarget,
  dkimMissing,
  dkimOtherTarget,
  dkimRevoked,
  dkimSelectorMissing,
  dkimSyntax,
  dkimWeakKey,
  dmarcEnforcedUnauthenticated,
  dmarcMissing,
  dmarcMultipleRecords,
  dmarcNoFailureReports,
  dmarcNoReports,
  dmarcNotReject,
  dmarcObsolete,
  dmarcPolicyNone,
  dmarcSyntax,
  dmarcTestMode,
  dmarcUnauthorizedReports,
  dmarcWeakSubdomains,
  exchangeDkimOff,
  exchangeDkimShortKey,
  exchangeForwardingOpen,
  exchangeInboundWithoutTls,
  exchangeOutboundWithoutTls,
  mtaStsMxUncovered,
  mtaStsNoPolicy,
  mtaStsShortAge,
  mtaStsSyntax,
  mtaStsTesting,
  mtaStsWithoutReports,
  mxAlias,
  mxDaneUnsigned,
  mxMissing,
  mxMixed,
  mxNotEop,
  mxNullNotAlone,
  mxOtherCloud,
  mxOtherDomain,
  mxUnresolvable,
  parkedDmarc,
  parkedMx,
  parkedSpf,
  spfBroadNetwork,
  spfEgressMissing,
  spfEopMissing,
  spfLong,
  spfLookups,
  spfMissing,
  spfMultipleRecords,
  spfOpenEnd,
  spfPassAll,
  spfPtr,
  spfSyntax,
  spfUnalignedInclude,
  spfVoidLookups,
  spfWithoutEffect,
  tlsRptSyntax,
];
