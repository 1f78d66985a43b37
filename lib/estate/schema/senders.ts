<<<<<<< HEAD
import * as v from "valibot";
import { isMapping } from "../../mapping";
import type { SenderUse } from "../../options";
import { agrees } from "../../schema/agree";
import { shown } from "../../schema/explained";
import { flag, text, texts } from "../../schema/scalars";
import { choice, named } from "../../schema/shapes";
=======
import type { SenderUse } from "../../sender-uses";
import { isSenderUse, senderUseFaults } from "../../senders/shape";
import { guarded } from "./shapes";
>>>>>>> refs/heads/front-door

/** One use of a sender. Its JSON Schema is made of the catalogue, by scripts/estate-schema.cjs. */
export const SenderSchema = guarded<SenderUse>(isSenderUse, senderUseFaults);
