import { agrees } from "../../lib/schema/agree";
import { ownerName } from "../../lib/schema/names";
import { text } from "../../lib/schema/scalars";
import { byMember, closed, may, word } from "../../lib/schema/shapes";
import type { Route53ZoneChoice } from "./zone-choice";

/** A zone as an estate resolves it, for programs that give one themselves. */
export const Route53ZoneChoiceSchema = agrees<Route53ZoneChoice>()(
  closed({
    host: word(["route53"]),
    name: ownerName,
    declaredBy: ownerName,
    account: may(text),
    region: may(text),
    source: byMember("by", {
      id: closed({ by: word(["id"]), id: text }),
      name: closed({ by: word(["name"]) }),
      creation: closed({ by: word(["creation"]) }),
    }),
  }),
);
