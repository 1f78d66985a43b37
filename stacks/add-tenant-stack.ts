import type { App } from "cdktf";
import type { StateBackend } from "../lib/estate";
import type { TenantSource } from "./stack-sources";
import { TenantStack } from "./tenant-stack";

/** The stack of one tenant of an estate. */
export function addTenantStack(
  app: App,
  { name, tenant, plan }: TenantSource,
  state: StateBackend,
): TenantStack {
  const { tenantId, cloud } = tenant;
  return new TenantStack(app, name, { plan, cloud, state, ...(tenantId === undefined ? {} : { tenantId }) });
}
