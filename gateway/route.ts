/** What a request is to the gateway. */
export type Route =
  /** One record is read. */
  | { readonly kind: "record"; readonly zone: string; readonly record: string }
  /** One zone is read. */
  | { readonly kind: "zone"; readonly zone: string }
  /** Zones are looked up by name. */
  | { readonly kind: "zones" }
  /** Anything else that is read. */
  | { readonly kind: "read" }
  /** @property zone whose records or settings it may change; `undefined`: of any */
  | { readonly kind: "write"; readonly zone: string | undefined };

/** As Cloudflare writes identifiers. */
const ID = "[0-9a-f]{32}";
const RECORD = new RegExp(`^/zones/(${ID})/dns_records/(${ID})$`);
const ZONE = new RegExp(`^/zones/(${ID})$`);
const IN_ZONE = new RegExp(`^/zones/(${ID})(?:[/?]|$)`);
const BY_NAME = /^\/zones\?[^#]*\bname=/;

/**
 * @param path below the API's base, with its query. A Worker's custom domain is written below its account and makes a
 *   record in a zone: what is not written below a zone may change any of them.
 */
export function routeOf(method: string, path: string): Route {
  if (method !== "GET") {
    if (method === "HEAD" || method === "OPTIONS") return { kind: "read" };
    return { kind: "write", zone: IN_ZONE.exec(path)?.[1] };
  }
  const [, zone, record] = RECORD.exec(path) ?? [];
  if (zone !== undefined && record !== undefined) return { kind: "record", zone, record };
  const alone = ZONE.exec(path)?.[1];
  if (alone !== undefined) return { kind: "zone", zone: alone };
  return BY_NAME.test(path) ? { kind: "zones" } : { kind: "read" };
}
