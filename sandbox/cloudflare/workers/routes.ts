import type { Json } from "../../http/answer";
import { ApiError, success } from "../envelope";
import { type Call, noRoute, type Routes } from "../router";
import { newId, type Zone, type ZoneStore } from "../zone-store";
import type { Route, WorkerStore } from "./worker-store";

const ROUTES = "zones/:zone/workers/routes";

/** Routes: URL patterns of a zone that a Worker answers, where the host is proxied. */
export class WorkerRoutes {
  readonly routes: Routes = {
    [`GET ${ROUTES}`]: (call) => {
      const { id } = this.zone(call);
      return success([...this.workers.routes.values()].filter(({ zoneId }) => zoneId === id).map(shown));
    },
    [`POST ${ROUTES}`]: (call) => success(shown(this.put(this.zone(call), newId(), call.json()))),
    [`GET ${ROUTES}/:route`]: (call) => success(shown(this.route(call))),
    [`PUT ${ROUTES}/:route`]: (call) => {
      const { id } = this.route(call);
      return success(shown(this.put(this.zone(call), id, call.json())));
    },
    [`DELETE ${ROUTES}/:route`]: (call) => {
      const { id } = this.route(call);
      this.workers.routes.delete(id);
      return success({ id });
    },
  };

  constructor(
    private readonly workers: WorkerStore,
    private readonly zones: ZoneStore,
  ) {}

  private zone(call: Call): Zone {
    const id = call.param("zone");
    const zone = this.zones.zone(id);
    if (zone === undefined) throw noRoute(`zones/${id}/workers/routes`);
    return zone;
  }

  private route(call: Call): Route {
    const route = this.workers.routes.get(call.param("route"));
    if (route !== undefined && route.zoneId === this.zone(call).id) return route;
    throw new ApiError(404, { code: 10_009, message: "The route does not exist." });
  }

  private put(zone: Zone, id: string, { pattern, script }: Json): Route {
    const host = typeof pattern === "string" ? hostOf(pattern) : "";
    if (host !== zone.name && !host.endsWith(`.${zone.name}`)) {
      throw new ApiError(400, { code: 10_022, message: "Invalid pattern: its host is not in the zone." });
    }
    const others = [...this.workers.routes.values()].filter((route) => route.id !== id);
    if (others.some((route) => route.zoneId === zone.id && route.pattern === pattern)) {
      throw new ApiError(409, { code: 10_020, message: "A route with the same pattern already exists." });
    }
    const named = typeof script === "string" && script !== "";
    if (named && this.workers.script(zone.accountId, script) === undefined) {
      throw new ApiError(400, { code: 10_019, message: `workers.api.error.script_not_found: ${script}` });
    }
    const route: Route = { id, zoneId: zone.id, pattern: String(pattern), ...(named ? { script } : {}) };
    this.workers.routes.set(id, route);
    return route;
  }
}

/** Does the URL fit the pattern: scheme or not, `*` for anything (at the start of the host or the end of the path)? */
export function fitsPattern(pattern: string, url: URL): boolean {
  const source = pattern
    .replace(/^https?:\/\//, "")
    .split("*")
    .map((part) => part.replaceAll(/[.\\^$+?()[\]{}|/-]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${source}$`).test(url.hostname + url.pathname + url.search);
}

function hostOf(pattern: string): string {
  return (pattern.replace(/^https?:\/\//, "").split("/")[0] ?? "").replace(/^\*\.?/, "").toLowerCase();
}

function shown({ id, pattern, script }: Route): Json {
  return { id, pattern, ...(script === undefined ? {} : { script }) };
}
