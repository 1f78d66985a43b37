/** DKIM signatures of messages (RFC 6376 §6): read, canonicalised, verified. */

export type { DkimSignature } from "./parse";
export { checkDkim, type DkimCheck, type DkimResult } from "./verify";
