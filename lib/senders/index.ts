export { SENDERS, type SenderAlignment, type SenderEntry } from "./catalogue";
export type { SenderDkim, SenderParts, SenderRecord } from "./resolve";
export { resolveSender } from "./resolve-sender";
export { type IncludeOwner, senderOfInclude } from "./spf";
