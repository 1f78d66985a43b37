import type { IncomingHttpHeaders } from "node:http";

/**
 * Why a request is none of ours: another page of a browser makes it (https://www.w3.org/TR/fetch-metadata/, RFC 6454 §7), or
 * one that has made its own name lead to this machine (DNS rebinding), which shows in Host. `undefined` for all others.
 * @param own the origin that is asked, such as `http://127.0.0.1:4711`
 */
export function foreign(headers: IncomingHttpHeaders, own: string): string | undefined {
  const { host: asked = "", origin, "sec-fetch-site": site } = headers;
  const { protocol, host, port } = new URL(own);
  if (![host, `localhost:${port}`].includes(asked.toLowerCase())) return `Host is not ${host}`;
  if (origin !== undefined && origin !== `${protocol}//${asked}`) return "a request of another origin";
  if (site !== undefined && site !== "same-origin" && site !== "none") return "a request of another site";
  return undefined;
}
