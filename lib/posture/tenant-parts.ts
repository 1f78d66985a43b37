import type { ExchangeKind } from "../exchange/objects";
import type { ListedPart, Source, TenantPart, TenantPosture } from "./model";

/** Which sources may know a part of those beside objects. An observer reads the tenant itself, where it is asked to. */
const SOURCES_OF: Readonly<Record<ListedPart, readonly Source[]>> = {
  policies: ["declared", "planned", "observed"],
  signing: ["planned", "observed"],
  inboundConnectors: ["planned", "observed"],
  outboundConnectors: ["planned", "observed"],
  forwarding: ["declared", "planned", "observed"],
  // A plan names principals by ids that may not be known yet.
  roleHolders: ["declared"],
};

/** Which sources may know a part; what Exchange holds is declared by estates too. */
export function sourcesOf(part: TenantPart): readonly Source[] {
  return isListed(part) ? SOURCES_OF[part] : ["declared", "planned", "observed"];
}

function isListed(part: TenantPart): part is ListedPart {
  return Object.hasOwn(SOURCES_OF, part);
}

/** Is the part a kind of objects? */
export function isKind(part: TenantPart): part is ExchangeKind {
  return !isListed(part);
}

/** Does the posture know this of the tenant? */
export function knows(tenant: TenantPosture, part: TenantPart): boolean {
  const { policies, roleHolders, exchange } = tenant;
  if (part === "policies") return policies !== undefined;
  if (part === "roleHolders") return roleHolders !== undefined;
  if (isListed(part)) return exchange?.[part] !== undefined;
  return isWhole(tenant, part) || (exchange?.objects?.some(({ kind }) => kind === part) ?? false);
}

/** Does the posture know all there is of this, so that what it does not hold is not there? */
export function isWhole({ whole = [] }: TenantPosture, part: TenantPart): boolean {
  return whole.includes(part);
}
