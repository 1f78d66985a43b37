import type { IncomingHttpHeaders } from "node:http";

/**
 * In how many milliseconds an API takes further calls, by its `Retry-After`: seconds, or a date (RFC 9110 §10.2.3).
 * @returns `undefined` where it does not say
 */
export function retryAfter(headers: IncomingHttpHeaders, date = Date.now()): number | undefined {
  const text = headers["retry-after"]?.trim();
  if (text === undefined || text === "") return undefined;
  // Date.parse alone takes "-5" for a date.
  const wait = /^\d+(\.\d+)?$/.test(text)
    ? 1000 * Number(text)
    : /^[a-z]{3}/i.test(text)
      ? Date.parse(text) - date
      : Number.NaN;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** What is left of a limit, and when it is whole again. */
interface Remaining {
  /** The limit's name. */
  readonly limit: string;
  readonly calls: number;
  readonly milliseconds: number;
}

/**
 * What Cloudflare says is left: `Ratelimit: "default";r=50;t=30`, a limit after the other. It counts what earlier runs
 * and the dashboard asked as well.
 * https://developers.cloudflare.com/fundamentals/api/reference/limits/#rate-limiting-headers
 */
export function remaining(headers: IncomingHttpHeaders): readonly Remaining[] {
  const text = headers.ratelimit;
  if (typeof text !== "string") return [];
  return text.split(",").flatMap((item) => {
    const calls = /;\s*r=(\d{1,9})\b/.exec(item)?.[1];
    const seconds = /;\s*t=(\d{1,9})\b/.exec(item)?.[1];
    return calls === undefined || seconds === undefined
      ? []
      : [
          {
            limit: item.split(";")[0]?.trim() ?? "",
            calls: Number(calls),
            milliseconds: 1000 * Number(seconds),
          },
        ];
  });
}
