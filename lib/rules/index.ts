import { breakGlassCustomDomain } from "./conditional-access/break-glass-custom-domain";
import { caAdminsPhishable } from "./conditional-access/ca-admins-phishable";
import { caDeviceCode } from "./conditional-access/ca-device-code";
import { caExcludedRole } from "./conditional-access/ca-excluded-role";
import { caLegacyAuthentication } from "./conditional-access/ca-legacy-authentication";
import { caLockOut } from "./conditional-access/ca-lock-out";
import { caNoBreakGlass } from "./conditional-access/ca-no-break-glass";
import { caReportOnly } from "./conditional-access/ca-report-only";
import { caScubaPolicy } from "./conditional-access/ca-scuba-policy";
import { caUnprepared } from "./conditional-access/ca-unprepared";
import { caUsersWithoutMfa } from "./conditional-access/ca-users-without-mfa";
import { dkimCopiedKey } from "./dkim/dkim-copied-key";
import { dkimDangling } from "./dkim/dkim-dangling";
import { dkimDerivedTarget } from "./dkim/dkim-derived-target";
import { dkimMissing } from "./dkim/dkim-missing";
import { dkimMultipleKeys } from "./dkim/dkim-multiple-keys";
import { dkimOtherTarget } from "./dkim/dkim-other-target";
import { dkimRevoked } from "./dkim/dkim-revoked";
import { dkimSelectorMissing } from "./dkim/dkim-selector-missing";
import { dkimSyntax } from "./dkim/dkim-syntax";
import { dkimWeakKey } from "./dkim/dkim-weak-key";
import { dmarcEnforcedUnauthenticated } from "./dmarc/dmarc-enforced-unauthenticated";
import { dmarcInheritedWeak } from "./dmarc/dmarc-inherited-weak";
import { dmarcMissing } from "./dmarc/dmarc-missing";
import { dmarcMultipleRecords } from "./dmarc/dmarc-multiple-records";
import { dmarcNoFailureReports } from "./dmarc/dmarc-no-failure-reports";
import { dmarcNoReports } from "./dmarc/dmarc-no-reports";
import { dmarcNotReject } from "./dmarc/dmarc-not-reject";
import { dmarcObsolete } from "./dmarc/dmarc-obsolete";
import { dmarcPartial } from "./dmarc/dmarc-partial";
import { dmarcPolicyNone } from "./dmarc/dmarc-policy-none";
import { dmarcSingleReportAddress } from "./dmarc/dmarc-single-report-address";
import { dmarcSyntax } from "./dmarc/dmarc-syntax";
import { dmarcTestMode } from "./dmarc/dmarc-test-mode";
import { dmarcUnauthorizedReports } from "./dmarc/dmarc-unauthorized-reports";
import { dmarcWeakSubdomains } from "./dmarc/dmarc-weak-subdomains";
import { parkedDmarc } from "./dmarc/parked-dmarc";
import { freeName } from "./dns/free-name";
import { hostedRecordDiffers } from "./dns/hosted-record-differs";
import { nameServerLame } from "./dns/name-server-lame";
import { nameServerStale } from "./dns/name-server-stale";
import { nearMissRecord } from "./dns/near-miss-record";
import { occludedRecord } from "./dns/occluded-record";
import { publishedElsewhere } from "./dns/published-elsewhere";
import { scubaRecordForm } from "./dns/scuba-record-form";
import { txtNotAscii } from "./dns/txt-not-ascii";
import { zoneIdTwice } from "./dns/zone-id-twice";
import { exchangeAlertOff } from "./exchange/exchange-alert-off";
import { exchangeAlertUnheard } from "./exchange/exchange-alert-unheard";
import { exchangeAllowedAddresses } from "./exchange/exchange-allowed-addresses";
import { exchangeAllowedSenderDomains } from "./exchange/exchange-allowed-sender-domains";
import { exchangeAttachmentsUnchecked } from "./exchange/exchange-attachments-unchecked";
import { exchangeAuditKeptShort } from "./exchange/exchange-audit-kept-short";
import { exchangeAuditLogOff } from "./exchange/exchange-audit-log-off";
import { exchangeCalendarsShared } from "./exchange/exchange-calendars-shared";
import { exchangeClickThrough } from "./exchange/exchange-click-through";
import { exchangeClicksUnrecorded } from "./exchange/exchange-clicks-unrecorded";
import { exchangeContactsShared } from "./exchange/exchange-contacts-shared";
import { exchangeDataLossIdle } from "./exchange/exchange-data-loss-idle";
import { exchangeDataLossKinds } from "./exchange/exchange-data-loss-kinds";
import { exchangeDataLossLetGo } from "./exchange/exchange-data-loss-let-go";
import { exchangeDataLossPlaces } from "./exchange/exchange-data-loss-places";
import { exchangeDataLossSilent } from "./exchange/exchange-data-loss-silent";
import { exchangeDirectSendOpen } from "./exchange/exchange-direct-send-open";
import { exchangeDkimOff } from "./exchange/exchange-dkim-off";
import { exchangeDkimShortKey } from "./exchange/exchange-dkim-short-key";
import { exchangeFilesUnchecked } from "./exchange/exchange-files-unchecked";
import { exchangeFilterBypass } from "./exchange/exchange-filter-bypass";
import { exchangeForwardingOpen } from "./exchange/exchange-forwarding-open";
import { exchangeImpersonatedDomains } from "./exchange/exchange-impersonated-domains";
import { exchangeImpersonatedPartners } from "./exchange/exchange-impersonated-partners";
import { exchangeImpersonatedUsers } from "./exchange/exchange-impersonated-users";
import { exchangeInboundWithoutTls } from "./exchange/exchange-inbound-without-tls";
import { exchangeLinksUnchecked } from "./exchange/exchange-links-unchecked";
import { exchangeLinksUnscanned } from "./exchange/exchange-links-unscanned";
import { exchangeMailTipsOff } from "./exchange/exchange-mail-tips-off";
import { exchangeMailboxAuditOff } from "./exchange/exchange-mailbox-audit-off";
import { exchangeMalwareFiles } from "./exchange/exchange-malware-files";
import { exchangeMalwareUnnoticed } from "./exchange/exchange-malware-unnoticed";
import { exchangeMalwareZapOff } from "./exchange/exchange-malware-zap-off";
import { exchangeModernAuthenticationOff } from "./exchange/exchange-modern-authentication-off";
import { exchangeOutboundWithoutTls } from "./exchange/exchange-outbound-without-tls";
import { exchangeOutsideUnmarked } from "./exchange/exchange-outside-unmarked";
import { exchangeOutsideUntagged } from "./exchange/exchange-outside-untagged";
import { exchangePhishingThresholdLow } from "./exchange/exchange-phishing-threshold-low";
import { exchangeRemoteForwarding } from "./exchange/exchange-remote-forwarding";
import { exchangeSafeList } from "./exchange/exchange-safe-list";
import { exchangeSafetyTipsOff } from "./exchange/exchange-safety-tips-off";
import { exchangeSendingUnlimited } from "./exchange/exchange-sending-unlimited";
import { exchangeSmtpAuth } from "./exchange/exchange-smtp-auth";
import { exchangeSpamDelivered } from "./exchange/exchange-spam-delivered";
import { exchangeSpammersUnnoticed } from "./exchange/exchange-spammers-unnoticed";
import { caaBlocksMtaSts } from "./mta-sts/caa-blocks-mta-sts";
import { mtaStsMxUncovered } from "./mta-sts/mta-sts-mx-uncovered";
import { mtaStsNoPolicy } from "./mta-sts/mta-sts-no-policy";
import { mtaStsShortAge } from "./mta-sts/mta-sts-short-age";
import { mtaStsSyntax } from "./mta-sts/mta-sts-syntax";
import { mtaStsTesting } from "./mta-sts/mta-sts-testing";
import { mtaStsWithoutReports } from "./mta-sts/mta-sts-without-reports";
import { mxAlias } from "./mx/mx-alias";
import { mxCertificate } from "./mx/mx-certificate";
import { mxDaneUnsigned } from "./mx/mx-dane-unsigned";
import { mxDerivedHost } from "./mx/mx-derived-host";
import { mxIpAddress } from "./mx/mx-ip-address";
import { mxMissing } from "./mx/mx-missing";
import { mxMixed } from "./mx/mx-mixed";
import { mxNotEop } from "./mx/mx-not-eop";
import { mxNullNotAlone } from "./mx/mx-null-not-alone";
import { mxOtherCloud } from "./mx/mx-other-cloud";
import { mxOtherDomain } from "./mx/mx-other-domain";
import { mxPrivateAddress } from "./mx/mx-private-address";
import { mxUnresolvable } from "./mx/mx-unresolvable";
import { mxWithoutTls } from "./mx/mx-without-tls";
import { parkedMx } from "./mx/parked-mx";
import { bimiCertificate } from "./reporting/bimi-certificate";
import { bimiHardlyShown } from "./reporting/bimi-hardly-shown";
import { bimiLogo } from "./reporting/bimi-logo";
import { bimiSyntax } from "./reporting/bimi-syntax";
import { bimiUnenforced } from "./reporting/bimi-unenforced";
import { reportsUndeliverable } from "./reporting/reports-undeliverable";
import { tlsRptSyntax } from "./reporting/tls-rpt-syntax";
import type { Rule } from "./rule";
import { agentsAtRisk } from "./sign-ins/agents-at-risk";
import { applicationsCertificatesLong } from "./sign-ins/applications-certificates-long";
import { applicationsGetPasswords } from "./sign-ins/applications-get-passwords";
import { applicationsPasswordsChosen } from "./sign-ins/applications-passwords-chosen";
import { applicationsPasswordsLong } from "./sign-ins/applications-passwords-long";
import { authenticatorCodes } from "./sign-ins/authenticator-codes";
import { authenticatorWithoutContext } from "./sign-ins/authenticator-without-context";
import { consentRequestsOff } from "./sign-ins/consent-requests-off";
import { everybodyConsents } from "./sign-ins/everybody-consents";
import { everybodyCreatesTenants } from "./sign-ins/everybody-creates-tenants";
import { everybodyRegistersApplications } from "./sign-ins/everybody-registers-applications";
import { globalAdministratorUnnoticed } from "./sign-ins/global-administrator-unnoticed";
import { globalAdministrators } from "./sign-ins/global-administrators";
import { guestsAsMembers } from "./sign-ins/guests-as-members";
import { guestsInvitedByAnybody } from "./sign-ins/guests-invited-by-anybody";
import { guestsSeeDirectory } from "./sign-ins/guests-see-directory";
import { passwordsExpire } from "./sign-ins/passwords-expire";
import { roleActivatedUnnoticed } from "./sign-ins/role-activated-unnoticed";
import { roleAssignedUnnoticed } from "./sign-ins/role-assigned-unnoticed";
import { roleGiverUnapproved } from "./sign-ins/role-giver-unapproved";
import { roleHeldForGood } from "./sign-ins/role-held-for-good";
import { roleUnapproved } from "./sign-ins/role-unapproved";
import { signInMethodsUnmigrated } from "./sign-ins/sign-in-methods-unmigrated";
import { signInMethodsWeak } from "./sign-ins/sign-in-methods-weak";
import { signInMethodsWeakestFirst } from "./sign-ins/sign-in-methods-weakest-first";
import { parkedSpf } from "./spf/parked-spf";
import { senderWithoutName } from "./spf/sender-without-name";
import { spfBroadNetwork } from "./spf/spf-broad-network";
import { spfBrokenTree } from "./spf/spf-broken-tree";
import { spfEgressMissing } from "./spf/spf-egress-missing";
import { spfEopMissing } from "./spf/spf-eop-missing";
import { spfLong } from "./spf/spf-long";
import { spfLookups } from "./spf/spf-lookups";
import { spfMissing } from "./spf/spf-missing";
import { spfMultipleRecords } from "./spf/spf-multiple-records";
import { spfOpenEnd } from "./spf/spf-open-end";
import { spfOtherCloud } from "./spf/spf-other-cloud";
import { spfPassAll } from "./spf/spf-pass-all";
import { spfPtr } from "./spf/spf-ptr";
import { spfRetiredInclude } from "./spf/spf-retired-include";
import { spfSyntax } from "./spf/spf-syntax";
import { spfUnalignedInclude } from "./spf/spf-unaligned-include";
import { spfVoidLookups } from "./spf/spf-void-lookups";
import { spfWithoutEffect } from "./spf/spf-without-effect";

/** Every rule, sorted by id. Packs choose among them. */
export const RULES: readonly Rule[] = [
  agentsAtRisk,
  applicationsCertificatesLong,
  applicationsGetPasswords,
  applicationsPasswordsChosen,
  applicationsPasswordsLong,
  authenticatorCodes,
  authenticatorWithoutContext,
  bimiCertificate,
  bimiHardlyShown,
  bimiLogo,
  bimiSyntax,
  bimiUnenforced,
  breakGlassCustomDomain,
  caAdminsPhishable,
  caDeviceCode,
  caExcludedRole,
  caLegacyAuthentication,
  caLockOut,
  caNoBreakGlass,
  caReportOnly,
  caScubaPolicy,
  caUnprepared,
  caUsersWithoutMfa,
  caaBlocksMtaSts,
  consentRequestsOff,
  dkimCopiedKey,
  dkimDangling,
  dkimDerivedTarget,
  dkimMissing,
  dkimMultipleKeys,
  dkimOtherTarget,
  dkimRevoked,
  dkimSelectorMissing,
  dkimSyntax,
  dkimWeakKey,
  dmarcEnforcedUnauthenticated,
  dmarcInheritedWeak,
  dmarcMissing,
  dmarcMultipleRecords,
  dmarcNoFailureReports,
  dmarcNoReports,
  dmarcNotReject,
  dmarcObsolete,
  dmarcPartial,
  dmarcPolicyNone,
  dmarcSingleReportAddress,
  dmarcSyntax,
  dmarcTestMode,
  dmarcUnauthorizedReports,
  dmarcWeakSubdomains,
  everybodyConsents,
  everybodyCreatesTenants,
  everybodyRegistersApplications,
  exchangeAlertOff,
  exchangeAlertUnheard,
  exchangeAllowedAddresses,
  exchangeAllowedSenderDomains,
  exchangeAttachmentsUnchecked,
  exchangeAuditKeptShort,
  exchangeAuditLogOff,
  exchangeCalendarsShared,
  exchangeClickThrough,
  exchangeClicksUnrecorded,
  exchangeContactsShared,
  exchangeDataLossIdle,
  exchangeDataLossKinds,
  exchangeDataLossLetGo,
  exchangeDataLossPlaces,
  exchangeDataLossSilent,
  exchangeDirectSendOpen,
  exchangeDkimOff,
  exchangeDkimShortKey,
  exchangeFilesUnchecked,
  exchangeFilterBypass,
  exchangeForwardingOpen,
  exchangeImpersonatedDomains,
  exchangeImpersonatedPartners,
  exchangeImpersonatedUsers,
  exchangeInboundWithoutTls,
  exchangeLinksUnchecked,
  exchangeLinksUnscanned,
  exchangeMailTipsOff,
  exchangeMailboxAuditOff,
  exchangeMalwareFiles,
  exchangeMalwareUnnoticed,
  exchangeMalwareZapOff,
  exchangeModernAuthenticationOff,
  exchangeOutboundWithoutTls,
  exchangeOutsideUnmarked,
  exchangeOutsideUntagged,
  exchangePhishingThresholdLow,
  exchangeRemoteForwarding,
  exchangeSafeList,
  exchangeSafetyTipsOff,
  exchangeSendingUnlimited,
  exchangeSmtpAuth,
  exchangeSpamDelivered,
  exchangeSpammersUnnoticed,
  freeName,
  globalAdministratorUnnoticed,
  globalAdministrators,
  guestsAsMembers,
  guestsInvitedByAnybody,
  guestsSeeDirectory,
  hostedRecordDiffers,
  mtaStsMxUncovered,
  mtaStsNoPolicy,
  mtaStsShortAge,
  mtaStsSyntax,
  mtaStsTesting,
  mtaStsWithoutReports,
  mxAlias,
  mxCertificate,
  mxDaneUnsigned,
  mxDerivedHost,
  mxIpAddress,
  mxMissing,
  mxMixed,
  mxNotEop,
  mxNullNotAlone,
  mxOtherCloud,
  mxOtherDomain,
  mxPrivateAddress,
  mxUnresolvable,
  mxWithoutTls,
  nameServerLame,
  nameServerStale,
  nearMissRecord,
  occludedRecord,
  parkedDmarc,
  parkedMx,
  parkedSpf,
  passwordsExpire,
  publishedElsewhere,
  reportsUndeliverable,
  roleActivatedUnnoticed,
  roleAssignedUnnoticed,
  roleGiverUnapproved,
  roleHeldForGood,
  roleUnapproved,
  scubaRecordForm,
  senderWithoutName,
  signInMethodsUnmigrated,
  signInMethodsWeak,
  signInMethodsWeakestFirst,
  spfBroadNetwork,
  spfBrokenTree,
  spfEgressMissing,
  spfEopMissing,
  spfLong,
  spfLookups,
  spfMissing,
  spfMultipleRecords,
  spfOpenEnd,
  spfOtherCloud,
  spfPassAll,
  spfPtr,
  spfRetiredInclude,
  spfSyntax,
  spfUnalignedInclude,
  spfVoidLookups,
  spfWithoutEffect,
  tlsRptSyntax,
  txtNotAscii,
  zoneIdTwice,
];
