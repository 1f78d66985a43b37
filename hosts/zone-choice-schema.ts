import { agrees } from "../lib/schema/agree";
import { byMember } from "../lib/schema/shapes";
import { AzureZoneChoiceSchema } from "./azure/choice-schema";
import { CloudflareZoneChoiceSchema } from "./cloudflare/choice-schema";
import type { ZoneChoice } from "./index";
import { Route53ZoneChoiceSchema } from "./route53/choice-schema";

/** Where a domain's records go, for programs that say so themselves. */
export const ZoneChoiceSchema = agrees<ZoneChoice>()(
  byMember("host", {
    cloudflare: CloudflareZoneChoiceSchema,
    route53: Route53ZoneChoiceSchema,
    azure: AzureZoneChoiceSchema,
  }),
);
