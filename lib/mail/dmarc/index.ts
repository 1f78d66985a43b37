/** DMARC (RFC 9989; records of RFC 7489 are read) as data: read, written, built and judged; evaluated on mail in evaluate.ts. */
export { adviseDmarc } from "./advise";
export { buildDmarc, dmarcRecordName } from "./build";
export { formatDmarc } from "./format";
export { DISPOSITIONS, isDmarc, parseDmarc } from "./parse";
export { effectivePolicy, type PolicyScope, percentOf, policyByOldRule } from "./policy";
export type {
  Alignment,
  DmarcRecord,
  DmarcUri,
  FailureOption,
  InvalidTag,
} from "./record";
export {
  anyReportAuthorizationName,
  externalReportDomains,
  REPORT_AUTHORIZATION,
  reportAuthorizationName,
  reportDomains,
} from "./reports";
