import type { Caller } from "../http/caller";
import { CloudError } from "../http/cloud-error";
import { InvokeRequests } from "./invoke-request";

/** What the host of a region is called among Microsoft's: `nam13b.admin.protection.outlook.com` and the like. */
const FAMILY = /^([a-z0-9-]+)\.(?:[a-z0-9-]+\.)*(?:outlook\.com|outlook\.cn|office365\.us)$/i;
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * The origin of the region that holds a tenant: the front door says it by a redirect, which is read and not followed. A
 * front door that leads nowhere serves the tenant itself.
 * @throws CloudError for a redirect to anyone but Microsoft
 */
export async function regionOf(
  frontDoor: Pick<Caller, "call" | "origin">,
  tenantId: string,
): Promise<string> {
  const { origin } = frontDoor;
  const answer = await frontDoor.call(new InvokeRequests(origin, tenantId).banner(), {
    repeat: "read",
    redirects: true,
  });
  const { location } = answer.headers;
  if (answer.status < 300 || location === undefined) return origin;
  const region = URL.canParse(location, origin)
    ? regionAt(new URL(origin), new URL(location, origin))
    : undefined;
  if (region !== undefined) return region;
  throw new CloudError({
    status: answer.status,
    code: "foreign-address",
    message: `${new URL(origin).host} leads to an address that is not called`,
  });
}

/** The region's host of the front door's family: only its first name is taken from the redirect. */
function regionAt(frontDoor: URL, location: URL): string | undefined {
  if (LOOPBACK.has(frontDoor.hostname)) return LOOPBACK.has(location.hostname) ? location.origin : undefined;
  const [, region] = location.protocol === "https:" ? (FAMILY.exec(location.hostname) ?? []) : [];
  const family = frontDoor.hostname.replace(/^.*?(?=ps\.compliance\.)/, "");
  return region === undefined ? undefined : `https://${region}.${family}`;
}
