/** MTA-STS (RFC 8461) as data: the policy, the record that announces it, and which MX hosts it covers. */
export { buildMtaSts } from "./build";
export {
  formatMtaStsPolicy,
  type MtaStsMode,
  type MtaStsPolicy,
  mxMatches,
  parseMtaStsPolicy,
  parseMxPattern,
  uncoveredMx,
} from "./policy";
export {
  formatMtaStsRecord,
  isMtaSts,
  type MtaStsRecord,
  mtaStsId,
  mtaStsPolicyHost,
  mtaStsPolicyUrl,
  mtaStsRecordName,
  parseMtaStsRecord,
} from "./record";
