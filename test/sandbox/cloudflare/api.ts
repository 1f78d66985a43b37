import { Cloudflare } from "../../../sandbox/cloudflare/cloudflare";
import { WorkerStore } from "../../../sandbox/cloudflare/workers/worker-store";
import { loadZones } from "../../../sandbox/cloudflare/world";
import { type Zone, ZoneStore } from "../../../sandbox/cloudflare/zone-store";
import { isJson, type Json, readJson } from "../../../sandbox/http/answer";
import { listen } from "../../../sandbox/http/listen";
import { Traffic } from "../../../sandbox/http/traffic";

/** Of Cloudflare's own form. */
const TOKEN = "Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY";

interface ApiAnswer {
  readonly status: number;
  readonly success: unknown;
  readonly result: unknown;
  readonly errors: unknown;
  readonly info: unknown;
}

/** The API on a port of its own, with an empty zone contoso.com. */
export interface Api {
  readonly store: ZoneStore;
  readonly zone: Zone;
  readonly traffic: Traffic;
  raw(method: string, path: string): Promise<Response>;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  /** Calls and gives the result, which must be an object. */
  result(method: string, path: string, body?: unknown): Promise<Json>;
  /** Calls below the zone's `dns_records`. */
  records(method: string, path: string, body?: unknown): Promise<ApiAnswer>;
  close(): Promise<void>;
}

export async function startApi(): Promise<Api> {
  const store = new ZoneStore();
  loadZones(store, [{ name: "contoso.com" }]);
  const [zone] = store.zones();
  if (zone === undefined) throw new Error("the zone is missing");
  const workers = new WorkerStore();
  const traffic = new Traffic();
  const port = await listen(new Cloudflare(store, workers), traffic);
  const raw = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${port.origin}/client/v4/${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, ...headers },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  const call: Api["call"] = async (...args) => {
    const response = await raw(...args);
    const { success, result, errors, result_info } = readJson(await response.text());
    return { status: response.status, success, result, errors, info: result_info };
  };
  return {
    store,
    zone,
    traffic,
    raw,
    call,
    async result(method, path, body) {
      const { result, errors } = await call(method, path, body);
      if (!isJson(result)) throw new Error(`${method} ${path}: ${JSON.stringify(errors)}`);
      return result;
    },
    records: (method, path, body) => call(method, `zones/${zone.id}/dns_records${path}`, body),
    close: () => port.close(),
  };
}
