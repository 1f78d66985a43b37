/** DKIM signatures of messages (RFC 6376 §6): read, canonicalised, verified. */
export { checkDkim, type DkimCheck } from "./verify";
