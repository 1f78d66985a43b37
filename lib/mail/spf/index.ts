/** The Sender Policy Framework (RFC 7208): records read, written, built, merged and counted; `check` and `tree` evaluate them. */
export { adviseSpf } from "./advise";
export { buildSpf } from "./build";
export { parseDomainSpec } from "./domain-spec";
export { type EffectiveTerms, effectiveTerms, isDirective } from "./effective";
export { parseExplanation } from "./explanation";
export { formatSpf, formatSpfTerm } from "./format";
export { includeTargets, SPF_LOOKUP_LIMIT, type SpfLookups, staticLookups } from "./lookups";
export type { DomainSpec, MacroLetter, MacroPart, MacroString } from "./macro";
export { mergeSpf } from "./merge";
export { isSpf, parseSpf } from "./parse";
export type {
  SpfAll,
  SpfDirective,
  SpfExists,
  SpfExp,
  SpfHost,
  SpfInclude,
  SpfIp,
  SpfModifier,
  SpfPtr,
  SpfQualifier,
  SpfRecord,
  SpfRedirect,
  SpfTerm,
  SpfUnknownModifier,
} from "./record";
