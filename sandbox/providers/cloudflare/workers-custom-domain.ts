import { entity } from "./entity";
import { resourceSchema } from "./schema";

export const workersCustomDomain = entity({
  schema: resourceSchema("cloudflare_workers_custom_domain", {
    id: { stable: true },
    account_id: { requiresReplace: true },
    environment: { requiresReplace: true },
    hostname: { requiresReplace: true },
    service: { requiresReplace: true },
    zone_id: { requiresReplace: true },
  }),
  inPath: ["account_id"],
  create: { method: "PUT", path: ({ account_id }) => `accounts/${account_id}/workers/domains` },
  path: ({ account_id, id }) => `accounts/${account_id}/workers/domains/${id}`,
  importId: ["account_id", "id"],
});
