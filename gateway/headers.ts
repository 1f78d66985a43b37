import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";

/** They speak of one connection and are not passed on (RFC 9110 §7.6.1); `expect` the gateway has met itself. */
const HOP_BY_HOP = [
  "connection",
  "expect",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

/** Headers as they are passed on, in either direction. */
export function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = String(headers.connection ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase());
  const dropped = new Set([...HOP_BY_HOP, ...named]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}

/** Headers by which Cloudflare knows who asks. */
const CREDENTIALS = ["authorization", "x-auth-email", "x-auth-key", "x-auth-user-service-key"];

/** Who asks, as a hash: what one may read another may not. */
export function callerOf(headers: IncomingHttpHeaders): string {
  const values = CREDENTIALS.map((name) => headers[name] ?? null);
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}

/** Headers of a call that the gateway makes by itself in the name of another: who asks, and with what program. */
export function inTheNameOf(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const taken = [...CREDENTIALS, "user-agent"].filter((name) => headers[name] !== undefined);
  return {
    ...Object.fromEntries(taken.map((name) => [name, headers[name]])),
    accept: "application/json",
    "accept-encoding": "identity",
  };
}
