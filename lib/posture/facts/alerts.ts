import { SYSTEM_ALERTS, SYSTEM_ALERTS_WHERE_LICENSED } from "../../microsoft/system-alerts";
import type { ExchangeObjectPosture, TenantPosture } from "../model";
import { isWhole } from "../tenant-parts";
import { objectsOf } from "./exchange-objects";

/**
 * The alert policies that have to be on and heard: of a tenant that was read, those that CISA asks for, since Microsoft has
 * dozens more of which many are off on purpose; else all that are declared or planned.
 */
export function alertsAskedFor(tenant: TenantPosture): readonly ExchangeObjectPosture[] {
  const alerts = objectsOf(tenant, "protection-alert");
  if (!isWhole(tenant, "protection-alert")) return alerts;
  return alerts.filter(({ name }) => [...SYSTEM_ALERTS, ...SYSTEM_ALERTS_WHERE_LICENSED].includes(name));
}

/** Those that CISA asks for and the tenant does not have. */
export function alertsMissing(tenant: TenantPosture): readonly string[] {
  if (!isWhole(tenant, "protection-alert")) return [];
  const names = objectsOf(tenant, "protection-alert").map(({ name }) => name);
  return SYSTEM_ALERTS.filter((name) => !names.includes(name));
}
