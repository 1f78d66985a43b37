/** Constructs and stacks for cdktf programs; `cdktf-mail-hygiene/lib` has the same mail without cdktf. */
export { DkimSigning, type DkimSigningProps } from "./constructs/exchange/dkim-signing";
export * from "./constructs/exchange/m365/index";
export { ManagedExchange, type ManagedExchangeProps } from "./constructs/exchange/managed-exchange";
export {
  type FromPremisesProps,
  OnPremisesConnectors,
  type OnPremisesConnectorsProps,
  type ToPremisesProps,
} from "./constructs/exchange/on-premises-connectors";
export { BreakGlass, type BreakGlassProps } from "./constructs/identity/break-glass";
export {
  ConditionalAccessPolicy,
  type ConditionalAccessPolicyProps,
} from "./constructs/identity/conditional-access-policy";
export { Directory } from "./constructs/identity/directory";
export { MfaBaseline, type MfaBaselineProps } from "./constructs/identity/mfa-baseline";
export { NamedLocations, type NamedLocationsProps } from "./constructs/identity/named-locations";
export { SsprGroup, type SsprGroupProps } from "./constructs/identity/sspr-group";
export { Bimi, type BimiProps } from "./constructs/mail/bimi";
export { DkimSelectors, type DkimSelectorsProps } from "./constructs/mail/dkim-selectors";
export {
  DmarcPolicy,
  type DmarcPolicyProps,
  DmarcReportAuthorization,
  type DmarcReportAuthorizationProps,
} from "./constructs/mail/dmarc-policy";
export { EopInbound, type EopInboundProps } from "./constructs/mail/eop-inbound";
export { MailDomain, type MailDomainProps, type PlannedMailDomainProps } from "./constructs/mail/mail-domain";
export { MailPart, type MailPartProps } from "./constructs/mail/mail-part";
export { MtaSts, type MtaStsProps } from "./constructs/mail/mta-sts";
export { ParkedDomain, type ParkedDomainProps } from "./constructs/mail/parked-domain";
export {
  ExtraRecords,
  type ExtraRecordsProps,
  SenderRecords,
  type SenderRecordsProps,
} from "./constructs/mail/sender-records";
export { SpfRecord, type SpfRecordProps } from "./constructs/mail/spf-record";
export { TlsReporting, type TlsReportingProps } from "./constructs/mail/tls-reporting";
export {
  CloudflareZone,
  type CloudflareZoneById,
  type CloudflareZoneByName,
  type CloudflareZoneCreated,
} from "./constructs/zone/cloudflare-zone";
export type { MailZone, ServedPolicy } from "./constructs/zone/mail-zone";
export * from "./lib/index";
export { DomainStack, type DomainStackProps } from "./stacks/domain-stack";
export { MailStack } from "./stacks/mail-stack";
export { type Synthesized, type SynthesizeOptions, synthesize } from "./stacks/synthesize";
export { TenantStack, type TenantStackProps } from "./stacks/tenant-stack";
