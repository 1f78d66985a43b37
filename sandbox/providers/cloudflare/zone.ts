import { entity } from "./entity";
import { resourceSchema } from "./schema";

export const zone = entity({
  schema: resourceSchema("cloudflare_zone", {
    id: { stable: true },
    account: { requiresReplace: true },
    name: { requiresReplace: true },
    paused: { default: false },
    type: { default: "full" },
  }),
  inPath: [],
  create: { method: "POST", path: () => "zones" },
  path: ({ id }) => `zones/${id}`,
  update: { method: "PATCH", body: "changed" },
  importId: ["id"],
});
