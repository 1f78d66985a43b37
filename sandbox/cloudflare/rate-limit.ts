/** So many calls in so many seconds for each token; more are refused until they are over. */
export interface RateLimit {
  readonly calls: number;
  /** @default 300 */
  readonly seconds?: number;
}

/** What the limit says to one call. */
interface Ruling {
  readonly isRefused: boolean;
  /** As Cloudflare sends them. https://developers.cloudflare.com/fundamentals/api/reference/limits/ */
  readonly headers: Readonly<Record<string, string>>;
}

interface Window {
  /** When it is over. */
  readonly end: number;
  calls: number;
}

/**
 * Cloudflare's limit: whoever asks more often is refused everything for as long again.
 * https://developers.cloudflare.com/fundamentals/api/reference/limits/
 */
export class RateLimiter {
  private readonly windows = new Map<string, Window>();
  private readonly seconds: number;

  /** @param now milliseconds that only ever grow */
  constructor(
    private readonly limit: RateLimit,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.seconds = limit.seconds ?? 300;
  }

  /** Counts a call. @param token who calls */
  count(token: string): Ruling {
    const { calls: most } = this.limit;
    const now = this.now();
    const known = this.windows.get(token);
    let window = known !== undefined && known.end > now ? known : this.open(now);
    window.calls += 1;
    if (window.calls === most + 1) window = { ...this.open(now), calls: window.calls };
    this.windows.set(token, window);
    const left = Math.ceil((window.end - now) / 1000);
    const isRefused = window.calls > most;
    return {
      isRefused,
      headers: {
        ratelimit: `"default";r=${Math.max(0, most - window.calls)};t=${left}`,
        "ratelimit-policy": `"default";q=${most};w=${this.seconds}`,
        ...(isRefused ? { "retry-after": String(left) } : {}),
      },
    };
  }

  private open(now: number): Window {
    return { end: now + 1000 * this.seconds, calls: 0 };
  }
}
