import type { IncomingHttpHeaders } from "node:http";

/**
 * How long a `Retry-After` header asks to wait, in milliseconds: seconds or a date (RFC 9110 §10.2.3).
 * Undefined when there is none or it cannot be read.
 */
export function retryAfter(headers: IncomingHttpHeaders, now: number): number | undefined {
  const value = headers["retry-after"]?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
