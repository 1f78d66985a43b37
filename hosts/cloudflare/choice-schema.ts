import { agrees } from "../../lib/schema/agree";
import { ownerName } from "../../lib/schema/names";
import { flag, text } from "../../lib/schema/scalars";
import { CredentialsSchema } from "../../lib/schema/secrets";
import { byMember, closed, may, word } from "../../lib/schema/shapes";
import type { CloudflareZoneChoice } from "./zone-choice";

/** A zone as an estate resolves it, for programs that give one themselves. */
export const CloudflareZoneChoiceSchema = agrees<CloudflareZoneChoice>()(
  closed({
    host: word(["cloudflare"]),
    name: ownerName,
    declaredBy: ownerName,
    accountId: may(text),
    credentials: may(CredentialsSchema),
    keepComments: may(flag),
    source: byMember("by", {
      id: closed({ by: word(["id"]), id: text }),
      name: closed({ by: word(["name"]) }),
      creation: closed({ by: word(["creation"]), dnssec: flag }),
    }),
  }),
);
