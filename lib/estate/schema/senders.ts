import { guarded } from "../../schema/shapes";
import type { SenderUse } from "../../sender-uses";
import { isSenderUse, senderUseFaults } from "../../senders/shape";

/** One use of a sender. Its JSON Schema is made of the catalogue, by scripts/estate-schema.cjs. */
export const SenderSchema = guarded<SenderUse>(isSenderUse, senderUseFaults);
