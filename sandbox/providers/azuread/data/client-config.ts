import { dataSource, dataSourceSchema } from "../schema";

export const clientConfig = dataSource({
  ...dataSourceSchema("azuread_client_config"),
  async read({ timeouts }, { client: { tenantId, clientId, objectId } }) {
    return {
      id: `${tenantId}-${clientId}-${objectId}`,
      tenant_id: tenantId,
      client_id: clientId,
      object_id: objectId,
      timeouts: timeouts ?? null,
    };
  },
});
