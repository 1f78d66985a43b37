import type { Answer } from "../http/answer";
import type { HttpService } from "../http/listen";
import type { LoggedRequest } from "../http/traffic";
import { fitsPattern } from "./workers/routes";
import { fetchFrom, WorkerError } from "./workers/runtime";
import type { Script, WorkerStore } from "./workers/worker-store";
import type { ZoneStore } from "./zone-store";

const TEXT = { "content-type": "text/plain; charset=utf-8" };

/** Cloudflare's proxy, as far as Workers answer behind it. */
export class Edge implements HttpService {
  readonly name = "https";
  readonly isPublic = true;

  constructor(
    private readonly workers: WorkerStore,
    private readonly zones: ZoneStore,
  ) {}

  /** Has the host a certificate: as a custom domain, or as a proxied name of a zone? */
  serves(host: string): boolean {
    const name = host.toLowerCase();
    const zone = this.zones.zoneOf(name);
    return zone !== undefined && this.zones.recordsAt(zone, name).some(({ proxied }) => proxied);
  }

  async answer(url: string, request: LoggedRequest): Promise<Answer> {
    const asked = new URL(url);
    const host = String(request.headers.host ?? "")
      .replace(/:\d+$/, "")
      .toLowerCase();
    const target = new URL(asked.pathname + asked.search, `https://${host || "localhost"}`);
    const script = this.scriptFor(target);
    if (script === undefined) return { status: 522, headers: TEXT, raw: "error code: 522" };
    try {
      const { status, headers, body } = await fetchFrom(script, {
        url: target.href,
        method: request.method,
        headers: Object.entries(request.headers).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value)] as const],
        ),
        body: request.bytes,
      });
      return { status, headers, raw: body };
    } catch (error) {
      if (!(error instanceof WorkerError)) throw error;
      return { status: 500, headers: TEXT, raw: "error code: 1101" };
    }
  }

  refusal(status: number): unknown {
    return `error code: ${status}`;
  }

  private scriptFor(url: URL): Script | undefined {
    const domain = this.workers.domainOf(url.hostname);
    if (domain !== undefined) return this.workers.script(domain.accountId, domain.service);
    const zone = this.zones.zoneOf(url.hostname);
    if (zone === undefined || !this.serves(url.hostname)) return undefined;
    // The most specific pattern wins, which is the longest.
    const [route] = [...this.workers.routes.values()]
      .filter(({ zoneId, pattern }) => zoneId === zone.id && fitsPattern(pattern, url))
      .sort((one, other) => other.pattern.length - one.pattern.length);
    return route?.script === undefined ? undefined : this.workers.script(zone.accountId, route.script);
  }
}
