/** A mail domain and its parts: constructs for any tree, whoever hosts the zone. */
export { Bimi, type BimiProps } from "./bimi";
export { DkimSelectors, type DkimSelectorsProps } from "./dkim-selectors";
export {
  DmarcPolicy,
  type DmarcPolicyProps,
  DmarcReportAuthorization,
  type DmarcReportAuthorizationProps,
} from "./dmarc-policy";
export { EopInbound, type EopInboundProps } from "./eop-inbound";
export { type DeclaredMailDomainProps, MailDomain, type MailDomainProps } from "./mail-domain";
export { MailPart, type MailPartProps } from "./mail-part";
export { MtaSts, type MtaStsProps } from "./mta-sts";
export { ParkedDomain, type ParkedDomainProps } from "./parked-domain";
export {
  ExtraRecords,
  type ExtraRecordsProps,
  SenderRecords,
  type SenderRecordsProps,
} from "./sender-records";
export { SpfPolicy, type SpfPolicyProps } from "./spf-policy";
export { TlsReporting, type TlsReportingProps } from "./tls-reporting";
