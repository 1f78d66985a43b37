import type { WorldCredentials } from "../../lib/world/world";
import type { Answer } from "../http/answer";
import type { HttpService } from "../http/listen";
import type { LoggedRequest } from "../http/traffic";
import { Access } from "./access";
import { accounts } from "./accounts";
import { authorize } from "./authorize";
import { Dnssec } from "./dnssec";
import { ApiError, failure } from "./envelope";
import { type RateLimit, RateLimiter } from "./rate-limit";
import { Records } from "./records/records";
import { noRoute, Router } from "./router";
import { Domains } from "./workers/domains";
import { WorkerRoutes } from "./workers/routes";
import { Scripts } from "./workers/scripts";
import type { WorkerStore } from "./workers/worker-store";
import type { ZoneStore } from "./zone-store";
import { Zones } from "./zones";

const BASE = "/client/v4/";

/** Cloudflare's API v4, as far as zones, their records and Workers go. */
export class Cloudflare implements HttpService {
  readonly name = "cloudflare";
  private readonly router: Router;

  private readonly limiter: RateLimiter | undefined;

  private readonly access: Access;

  /**
   * @param limit how often one token may ask. @default as often as it likes
   * @param credentials whose token opens which accounts. @default any opens all
   */
  constructor(
    store: ZoneStore,
    workers: WorkerStore,
    limit?: RateLimit,
    credentials?: readonly WorldCredentials[],
  ) {
    this.access = new Access(store, credentials);
    this.limiter = limit && new RateLimiter(limit);
    this.router = new Router(
      new Zones(store, this.access).routes,
      new Dnssec(store).routes,
      new Records(store).routes,
      new Scripts(workers, store).routes,
      new Domains(workers, store).routes,
      new WorkerRoutes(workers, store).routes,
      accounts(store, this.access),
    );
  }

  async answer(url: string, request: LoggedRequest): Promise<Answer> {
    try {
      const ruling = this.limiter?.count(authorize(request.headers));
      const answer = ruling?.isRefused ? this.tooMany() : await this.routed(new URL(url), request);
      return ruling === undefined ? answer : { ...answer, headers: { ...answer.headers, ...ruling.headers } };
    } catch (error) {
      if (error instanceof ApiError) return failure(error.status, error.faults);
      throw error;
    }
  }

  private async routed({ pathname, searchParams }: URL, request: LoggedRequest): Promise<Answer> {
    try {
      const path = pathname.startsWith(BASE) ? pathname.slice(BASE.length) : pathname.slice(1);
      authorize(request.headers);
      if (!pathname.startsWith(BASE)) throw noRoute(path);
      this.access.require(path, request.method, request.headers);
      return await this.router.answer(path, searchParams, request);
    } catch (error) {
      if (error instanceof ApiError) return failure(error.status, error.faults);
      throw error;
    }
  }

  private tooMany(): Answer {
    return { status: 429, body: this.refusal(429, undefined) };
  }

  refusal(status: number, message: string | undefined): unknown {
    const fault =
      status === 429
        ? { code: 971, message: "Please wait and consider throttling your request speed" }
        : { code: 10_000, message: message ?? "Internal server error" };
    return failure(status, [fault]).body;
  }
}
