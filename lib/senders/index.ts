export { SENDERS, type SenderAlignment, type SenderEntry } from "./catalogue";
export { resolveSender, type SenderDkim, type SenderParts, type SenderRecord } from "./resolve";
export { type IncludeOwner, senderOfInclude } from "./spf";
