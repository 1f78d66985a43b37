import { shown } from "../../fault";
import { isMapping } from "../../mapping";
import type { AsFoundOptions } from "../../options";
import { agrees } from "../../schema/agree";
import { text, ttl } from "../../schema/scalars";
import { choice, closed, may, word } from "../../schema/shapes";

/** A record that is not yet as it is declared. */
export const AsFoundSchema = agrees<AsFoundOptions>()(
  choice([word(["absent"]), closed({ ttl: may(ttl), content: may(text) })], (input) => {
    if (typeof input === "string") return 0;
    if (isMapping(input)) return 1;
    const expected = "absent | { ttl: 300 } | { content: v=spf1 -all }";
    return { fault: { message: "not what is found in a zone", received: shown(input), expected } };
  }),
);
