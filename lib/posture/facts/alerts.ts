import type { ExchangeObjectPosture, TenantPosture } from "../model";
import { isWhole } from "../tenant-parts";
import { objectsOf } from "./exchange-objects";

/** Microsoft's own alert policies that CISA's test of MS.SECURITYSUITE.4.1v1 asks for. */
const ASKED_FOR: readonly string[] = [
  "Suspicious email sending patterns detected",
  "Suspicious connector activity",
  "Suspicious Email Forwarding Activity",
  "Messages have been delayed",
  "Tenant restricted from sending unprovisioned email",
  "Tenant restricted from sending email",
];
/** There only with Microsoft Defender for Office 365 Plan 2, and asked for where it is there. */
const WHERE_LICENSED = "A potentially malicious URL click was detected";

/**
 * The alert policies that have to be on and heard: of a tenant that was read, those that CISA asks for, since Microsoft has
 * dozens more of which many are off on purpose; else all that are declared or planned.
 */
export function alertsAskedFor(tenant: TenantPosture): readonly ExchangeObjectPosture[] {
  const alerts = objectsOf(tenant, "protection-alert");
  if (!isWhole(tenant, "protection-alert")) return alerts;
  return alerts.filter(({ name }) => [...ASKED_FOR, WHERE_LICENSED].includes(name));
}

/** Those that CISA asks for and the tenant does not have. */
export function alertsMissing(tenant: TenantPosture): readonly string[] {
  if (!isWhole(tenant, "protection-alert")) return [];
  const names = objectsOf(tenant, "protection-alert").map(({ name }) => name);
  return ASKED_FOR.filter((name) => !names.includes(name));
}
