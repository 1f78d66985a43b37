import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";
import { cloudflareLimits } from "../../gateway/budget";
import type { Clock } from "../../gateway/clock";
import { type Gateway, openGateway } from "../../gateway/gateway";
import type { WorldZone } from "../../lib/world/world";
import { Cloudflare } from "../../sandbox/cloudflare/cloudflare";
import type { RateLimit } from "../../sandbox/cloudflare/rate-limit";
import { WorkerStore } from "../../sandbox/cloudflare/workers/worker-store";
import { loadZones } from "../../sandbox/cloudflare/world";
import { type Zone, ZoneStore } from "../../sandbox/cloudflare/zone-store";
import { listen } from "../../sandbox/http/listen";
import { Traffic } from "../../sandbox/http/traffic";

/** Of Cloudflare's own form. */
export const TOKEN = "Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY";
export const SECRET = "the-secret-of-this-run";

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answered>;

/** Cloudflare's API with a gateway before it. */
export interface Behind {
  readonly gateway: Gateway;
  readonly store: ZoneStore;
  readonly traffic: Traffic;
  zone(name?: string): Zone;
  /** Asks the gateway; the path is below the base URL. */
  readonly ask: Ask;
  /** Asks the API past it. */
  readonly direct: Ask;
  /** What the API was asked since the last time, as `GET zones/…`, with `Z` and `R` for identifiers. */
  calls(): readonly string[];
  close(): Promise<void>;
}

interface BehindOptions {
  readonly zones?: readonly WorldZone[];
  readonly limit?: RateLimit;
  /** Of the gateway, in 5 minutes. @default 1200 */
  readonly budget?: number;
  readonly clock?: Clock;
  readonly onWait?: (calls: number, milliseconds: number) => void;
}

export async function behind(options: BehindOptions = {}): Promise<Behind> {
  const { zones = [{ name: "contoso.com" }], limit, budget = 1200, clock, onWait } = options;
  const store = new ZoneStore();
  loadZones(store, zones);
  const traffic = new Traffic();
  const port = await listen(new Cloudflare(store, new WorkerStore(), limit), traffic);
  const gateway = await openGateway({
    upstream: new URL(`${port.origin}/client/v4`),
    secret: SECRET,
    limits: cloudflareLimits(budget),
    ...(clock ? { clock } : {}),
    ...(onWait ? { onWait } : {}),
  });
  const agent = new Agent({ keepAlive: true });
  let seen = 0;
  return {
    gateway,
    store,
    traffic,
    zone(name = "contoso.com") {
      const zone = store.zoneNamed(name);
      if (zone === undefined) throw new Error(`no zone ${name}`);
      return zone;
    },
    ask: asker(gateway.url, agent),
    direct: asker(`${port.origin}/client/v4`, agent),
    calls() {
      const news = traffic.log.slice(seen);
      seen = traffic.log.length;
      return news.map(({ method, path }) =>
        `${method} ${path.replace("/client/v4/", "")}`
          .replace(/zones\/[0-9a-f]{32}/, "zones/Z")
          .replace(/dns_records\/[0-9a-f]{32}/, "dns_records/R"),
      );
    },
    async close() {
      agent.destroy();
      await gateway.close();
      await port.close();
    },
  };
}

/** @throws Error if the connection breaks */
function asker(base: string, agent: Agent): Ask {
  return (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const given = { authorization: `Bearer ${TOKEN}`, ...headers };
      const outgoing = request(`${base}/${path}`, { method, headers: given, agent }, (answer) => {
        text(answer).then(
          (whole) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: whole }),
          reject,
        );
      });
      outgoing.on("error", reject);
      outgoing.end(body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body));
    });
}
