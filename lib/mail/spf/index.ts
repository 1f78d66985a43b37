/** The Sender Policy Framework (RFC 7208): records read, written, built, merged, counted and evaluated. */
export { adviseSpf } from "./advise";
export { buildSpf } from "./build";
export { checkHost, type SpfCheck } from "./check/check-host";
export type { SpfClient } from "./check/identity";
export { SPF_LIMITS, type SpfLimits } from "./check/limits";
export type { SpfProblem } from "./check/problem";
export type { SpfQuery } from "./check/query";
export type { CheckedStep, CheckedVisit, SpfResult, SpfStep, SpfVisit } from "./check/trace";
export { parseDomainSpec } from "./domain-spec";
export { type EffectiveTerms, effectiveTerms } from "./effective";
export { parseExplanation } from "./explanation";
export { formatSpf, formatSpfTerm } from "./format";
export { includeTargets, SPF_LOOKUP_LIMIT, type SpfLookups, staticLookups } from "./lookups";
export type { DomainSpec, MacroLetter, MacroPart, MacroString } from "./macro";
export { mergeSpf } from "./merge";
export { isSpf, parseSpf } from "./parse";
export {
  isDirective,
  type SpfAll,
  type SpfDirective,
  type SpfExists,
  type SpfExp,
  type SpfHost,
  type SpfInclude,
  type SpfIp,
  type SpfModifier,
  type SpfPtr,
  type SpfQualifier,
  type SpfRecord,
  type SpfRedirect,
  type SpfTerm,
  type SpfUnknownModifier,
} from "./record";
export { type AddressSets, authorized, type SpfAuthorized } from "./tree/authorized";
export type { SpfBranch, SpfTree, TreeStep } from "./tree/branch";
export { courseOf, type IndeterminateTerm, type SpfCourse, type Verdicts } from "./tree/course";
export { difference, type SpfChange, type SpfDifference } from "./tree/difference";
export { spfTree } from "./tree/spf-tree";
