import type { TenantOptions } from "../../lib/options";

/** A tenant as a construct knows it that makes records only: nothing is read from its Exchange. */
export function withoutExchange({ exchange: _, ...tenant }: TenantOptions): TenantOptions {
  return tenant;
}
