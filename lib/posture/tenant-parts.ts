import type { ExchangeKind } from "../exchange/objects";
import type { Source, TenantPosture } from "./model";

/** What a source may know of a tenant, or not. */
export type TenantPart = ListedPart | ExchangeKind;

type ListedPart =
  | "policies"
  | "signing"
  | "inboundConnectors"
  | "outboundConnectors"
  | "forwarding"
  | "roleHolders";

/** Which sources may know a part. No observer reads tenants. */
const SOURCES_OF: Readonly<Record<ListedPart, readonly Source[]>> = {
  policies: ["declared", "planned"],
  signing: ["planned"],
  inboundConnectors: ["planned"],
  outboundConnectors: ["planned"],
  forwarding: ["declared", "planned"],
  // A plan names principals by ids that may not be known yet.
  roleHolders: ["declared"],
};

/** Which sources may know a part; what Exchange holds is declared by estates too. */
export function sourcesOf(part: TenantPart): readonly Source[] {
  return isListed(part) ? SOURCES_OF[part] : ["declared", "planned"];
}

function isListed(part: TenantPart): part is ListedPart {
  return Object.hasOwn(SOURCES_OF, part);
}

/** Does the posture know this of the tenant? */
export function knows({ policies, roleHolders, exchange }: TenantPosture, part: TenantPart): boolean {
  if (!isListed(part)) return exchange?.objects?.some(({ kind }) => kind === part) ?? false;
  if (part === "policies") return policies !== undefined;
  return (part === "roleHolders" ? roleHolders : exchange?.[part]) !== undefined;
}
