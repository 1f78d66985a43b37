import type { SenderUse } from "../../sender-uses";
import { isSenderUse, senderUseFaults } from "../../senders/shape";
import { guarded } from "./shapes";

/** One use of a sender. Its JSON Schema is made of the catalogue, by scripts/estate-schema.cjs. */
export const SenderSchema = guarded<SenderUse>(isSenderUse, senderUseFaults);
