import * as v from "valibot";
import { isMapping } from "../../lib/mapping";
import { agrees } from "../../lib/schema/agree";
import { flag, text, textLike } from "../../lib/schema/scalars";
import { CredentialsSchema, refuseSecrets } from "../../lib/schema/secrets";
import { choice, closed, may } from "../../lib/schema/shapes";
import { notCreation } from "../zone-input";
import type { CloudflareZoneInput } from "./zone-choice";

/** An identifier of Cloudflare's API: a zone, an account, a record. */
export const cloudflareId = textLike(/^[0-9a-f]{32}$/, "32 lower-case hexadecimal digits");

const create = choice([v.literal(true), closed({ dnssec: may(flag) })], (input) => {
  if (input === true) return 0;
  if (isMapping(input)) return 1;
  return { fault: notCreation(input, "true or { dnssec: true }") };
});

const zone = closed(
  {
    zoneId: may(cloudflareId),
    zoneName: may(text),
    accountId: may(cloudflareId),
    keepComments: may(flag),
    create: may(create),
    credentials: may(CredentialsSchema),
  },
  refuseSecrets("CLOUDFLARE_API_TOKEN"),
);

export const CloudflareZoneSchema = agrees<{ readonly cloudflare: CloudflareZoneInput }>()(
  closed({
    cloudflare: zone,
  }),
);
