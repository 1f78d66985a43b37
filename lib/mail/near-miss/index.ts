/** Texts that somebody meant as a record of mail, and that receivers do not take for one. */
export { KINDS, kindOf, VERSIONED_KINDS, type VersionedKind } from "./kinds";
export { type NearMiss, nearMiss } from "./near-miss";
