import * as v from "valibot";
import type { ZoneInput } from "../input";
import { isMapping } from "../yaml/mapping";
import { agrees } from "./agree";
import { shown } from "./explained";
import { cloudflareId, flag, text } from "./scalars";
import { refuseSecrets } from "./secrets";
import { choice, closed, may, must } from "./shapes";

const create = choice(
  [v.literal(true), closed({ dnssec: may(flag, "Sign the zone. Default: false.") })],
  (input) => {
    if (input === true) return 0;
    if (isMapping(input)) return 1;
    return {
      fault: {
        message: "not a way to create a zone",
        received: shown(input),
        expected: "true or { dnssec: true }",
        ...(input === false ? { mend: "leave the key out" } : {}),
      },
    };
  },
);

const cloudflare = closed(
  {
    zoneId: may(cloudflareId, "The zone's id, as its overview page shows it."),
    zoneName: may(text, "The zone's name: the domain or a parent of it. Default: the domain."),
    accountId: may(cloudflareId, "Needed to create a zone; narrows the look-up by name."),
    create: may(create, "Create the zone, with DNSSEC on request."),
  },
  refuseSecrets("CLOUDFLARE_API_TOKEN"),
);

export const ZoneSchema = agrees<ZoneInput>()(
  closed({
    cloudflare: must(
      cloudflare,
      "A Cloudflare zone: by zoneId, by zoneName, or created. {} looks the domain up.",
    ),
  }),
);
