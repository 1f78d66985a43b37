import type { HttpService } from "../http/listen";
import { errorBody } from "./graph/graph-error";

const BANNER = /^\/adminapi\/(?:beta|v1\.0)\/[^/]+\/EXOBanner\('AutogenSession'\)$/i;

/**
 * What answers at the address that all tenants of a cloud have in common: the way to the region, and no cmdlets.
 * @param region origin of what serves the cmdlets
 */
export function complianceFrontDoor(region: string): HttpService {
  return {
    name: "compliance",
    refusal: (status, message = "Too many requests have been sent.") =>
      errorBody(status === 429 ? "TooManyRequests" : "ServiceError", message),
    answer: (url, { method, headers }) => {
      const { pathname, search } = new URL(url);
      if (method !== "GET" || !BANNER.test(decodeURIComponent(pathname))) {
        return { status: 404, body: errorBody("NotFound", "Cmdlets are served in the tenant's region.") };
      }
      if (!/^Bearer /.test(String(headers.authorization))) return { status: 401 };
      return { status: 302, headers: { location: `${region}${pathname}${search}` } };
    },
  };
}
