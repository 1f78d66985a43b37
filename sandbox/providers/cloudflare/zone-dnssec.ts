import { entity } from "./entity";
import { resourceSchema } from "./schema";

export const zoneDnssec = entity({
  schema: resourceSchema("cloudflare_zone_dnssec", {
    id: { stable: true },
    zone_id: { requiresReplace: true },
  }),
  inPath: ["zone_id"],
  create: { method: "PATCH", path: ({ zone_id }) => `zones/${zone_id}/dnssec` },
  path: ({ zone_id }) => `zones/${zone_id}/dnssec`,
  update: { method: "PATCH", body: "changed" },
  async delete({ zone_id }, { client, signal }) {
    const path = `zones/${zone_id}/dnssec`;
    await client.call({ method: "PATCH", path, json: { status: "disabled" }, signal });
    await client.call({ method: "DELETE", path, signal });
  },
  importId: ["zone_id"],
  derive: ({ zone_id }) => ({ id: zone_id ?? null }),
});
