import * as v from "valibot";
import { agrees } from "../../lib/schema/agree";
import { guid, text, textLike } from "../../lib/schema/scalars";
import { CredentialsSchema, refuseSecrets } from "../../lib/schema/secrets";
import { choice, closed, may, word } from "../../lib/schema/shapes";
import { notCreation } from "../zone-input";
import type { AzureZoneInput } from "./zone-choice";

/**
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules (resourceGroups), of
 * which letters beyond ASCII are left out.
 */
const resourceGroup = textLike(
  /^[-\w.()]{0,89}[-\w()]$/,
  "the name of a resource group: 1 to 90 letters, digits, underscores, hyphens, parentheses and dots, no dot at the end",
);

const creation = choice([v.literal(true)], (input) =>
  input === true ? 0 : { fault: notCreation(input, "true") },
);

const zone = closed(
  {
    resourceGroup: may(resourceGroup),
    zoneName: may(text),
    subscriptionId: may(guid),
    environment: may(word(["public", "usgovernment", "china"])),
    create: may(creation),
    credentials: may(CredentialsSchema),
  },
  refuseSecrets("ARM_CLIENT_ID and ARM_CLIENT_SECRET, or ARM_USE_OIDC"),
);

export const AzureZoneSchema = agrees<{ readonly azure: AzureZoneInput }>()(
  closed({
    azure: zone,
  }),
);
