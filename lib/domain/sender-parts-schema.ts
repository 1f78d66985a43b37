import * as v from "valibot";
import { isMapping } from "../mapping";
import { agrees } from "../schema/agree";
import { ownerName } from "../schema/names";
import { preference, text, texts } from "../schema/scalars";
import { byMember, choice, closed, word } from "../schema/shapes";
import type { SenderParts } from "../senders/resolve";

const senderDkim = { selector: text, key: text, label: text };
const senderRecord = { purpose: word(["return-path", "verification"]), key: text, label: text };

/** What the catalogue answers for a sender. */
export const SenderPartsSchema = agrees<SenderParts>()(
  closed({
    name: text,
    title: text,
    spfIncludes: texts,
    spfA: texts,
    dkim: v.array(
      choice([closed({ ...senderDkim, target: ownerName }), closed({ ...senderDkim, txt: text })], (input) =>
        isMapping(input) && "txt" in input ? 1 : 0,
      ),
    ),
    records: v.array(
      byMember("type", {
        CNAME: closed({ ...senderRecord, type: word(["CNAME"]), target: ownerName }),
        TXT: closed({ ...senderRecord, type: word(["TXT"]), value: text }),
        MX: closed({ ...senderRecord, type: word(["MX"]), preference, exchange: ownerName }),
      }),
    ),
  }),
);
