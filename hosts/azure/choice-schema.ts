import { agrees } from "../../lib/schema/agree";
import { ownerName } from "../../lib/schema/names";
import { text } from "../../lib/schema/scalars";
import { CredentialsSchema } from "../../lib/schema/secrets";
import { byMember, closed, may, word } from "../../lib/schema/shapes";
import type { AzureZoneChoice } from "./zone-choice";

/** A zone as an estate resolves it, for programs that give one themselves. */
export const AzureZoneChoiceSchema = agrees<AzureZoneChoice>()(
  closed({
    host: word(["azure"]),
    name: ownerName,
    declaredBy: ownerName,
    resourceGroup: text,
    subscriptionId: may(text),
    environment: may(word(["public", "usgovernment", "china"])),
    credentials: may(CredentialsSchema),
    source: byMember("by", {
      name: closed({ by: word(["name"]) }),
      creation: closed({ by: word(["creation"]) }),
    }),
  }),
);
