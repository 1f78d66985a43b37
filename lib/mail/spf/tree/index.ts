/** What an SPF record and all that it includes answer for every client at once: sets of addresses, and their difference. */
export { type AddressSets, authorized, type SpfAuthorized } from "./authorized";
export type { SpfBranch, SpfTree, TreeStep } from "./branch";
export { courseOf, type IndeterminateTerm, type SpfCourse, type Verdicts } from "./course";
export { difference, type SpfChange, type SpfDifference } from "./difference";
export { knownSpfTree, spfTree } from "./spf-tree";
