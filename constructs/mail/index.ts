/** A mail domain and its parts, for any tree and host, with what programs need of `lib/` to make them. */

export type {
  CertRecord,
  DnskeyRecord,
  DsRecord,
  FieldedRecord,
  NaptrRecord,
  OpenpgpkeyRecord,
  PtrRecord,
  ServiceBindingRecord,
  SmimeaRecord,
  SrvRecord,
  SshfpRecord,
  UriRecord,
} from "../../lib/dns/fielded-records";
export { type DnsName, type NameKind, parseName } from "../../lib/dns/name";
export type {
  AaaaRecord,
  ARecord,
  CaaRecord,
  CnameRecord,
  DnsRecord,
  DnsRecordType,
  MxRecord,
  NsRecord,
  TlsaRecord,
  TxtRecord,
} from "../../lib/dns/record";
export { recordData } from "../../lib/dns/record";
export type { DeclaredPart, DeclaredRecord, DomainDeclaration } from "../../lib/domain/declaration";
export { declareDomain } from "../../lib/domain/declare";
export type { MtaStsPart } from "../../lib/domain/parts/mta-sts";
export { type Fault, FaultError, formatFault, type Path, type Result, unwrap } from "../../lib/fault";
export type {
  AsFoundOptions,
  BimiOptions,
  Cloud,
  ConnectorNamesOptions,
  CredentialsOptions,
  DkimOptions,
  DkimSelectorOptions,
  DmarcDisposition,
  DmarcOptions,
  ExtraRecordOptions,
  FromPremisesOptions,
  HostedMtaStsOptions,
  HostedZoneOptions,
  MailDomainOptions,
  ManagedExchangeOptions,
  MtaStsOptions,
  MxHostOptions,
  MxOptions,
  OnPremisesOptions,
  ParkedOptions,
  Profile,
  ReportAuthorization,
  SpfOptions,
  TenantOptions,
  TlsRptOptions,
} from "../../lib/options";
export type * from "../../lib/sender-uses";
export type { SenderDkim, SenderParts, SenderRecord } from "../../lib/senders/resolve";
export { resolveSender } from "../../lib/senders/resolve-sender";
export type { MailZone, ServedPolicy } from "../zone/mail-zone";
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
