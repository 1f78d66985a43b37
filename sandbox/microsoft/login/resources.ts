import type { TenantState } from "../state";

export type Resource = "graph" | "exchange" | "compliance";

/** What the applications of Microsoft's services are called in every tenant. */
const APPLICATION_IDS: Readonly<Record<string, Resource>> = {
  "00000003-0000-0000-c000-000000000000": "graph",
  "00000002-0000-0ff1-ce00-000000000000": "exchange",
};

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Which service a scope is for: one of those in the tenant's cloud. An address of this machine is Graph's, as the
 * metadata document leads there and nowhere else.
 * @returns undefined for a resource that the tenant does not know, null for what is no scope of one resource
 */
export function resourceOf(scope: string, { cloud }: TenantState): Resource | undefined | null {
  if (!scope.endsWith("/.default")) return null;
  const resource = scope.slice(0, -"/.default".length).replace(/\/$/, "");
  const { graph, exchange, complianceResource } = cloud.endpoints;
  if (resource === graph) return "graph";
  if (resource === exchange) return "exchange";
  if (resource === complianceResource) return "compliance";
  if (URL.canParse(resource) && LOOPBACK.has(new URL(resource).hostname)) return "graph";
  return APPLICATION_IDS[resource];
}
