import type { Source, TenantPosture } from "./model";

/** What a source may know of a tenant, or not. */
export type TenantPart = "policies" | "signing" | "inboundConnectors" | "outboundConnectors" | "forwarding";

/** Which sources may know a part. No observer reads tenants, and an estate declares nothing of Exchange that rules read. */
export const TENANT_PART_SOURCES: Readonly<Record<TenantPart, readonly Source[]>> = {
  policies: ["declared", "planned"],
  signing: ["planned"],
  inboundConnectors: ["planned"],
  outboundConnectors: ["planned"],
  forwarding: ["planned"],
};

/** Does the posture know this of the tenant? */
export function knows({ policies, exchange }: TenantPosture, part: TenantPart): boolean {
  return (part === "policies" ? policies : exchange?.[part]) !== undefined;
}
