import { randomUUID } from "node:crypto";
import { formatFault } from "../../lib/fault";
import type { World } from "../../lib/world/world";
import type { Answer } from "../http/answer";
import type { HttpService } from "../http/listen";
import type { LoggedRequest, Traffic } from "../http/traffic";
import type { Microsoft } from "../microsoft";
import { parseTroubles } from "./troubles";

/** What tests and the demo steer: it is no part of any cloud. */
export class Control implements HttpService {
  readonly name = "control";
  private readonly answers: Readonly<Record<string, (request: LoggedRequest, rest: string) => Answer>> = {
    "GET world": () => ({ status: 200, body: this.world() }),
    "GET environment": () => ({ status: 200, body: this.env() }),
    "GET requests": () => ({
      status: 200,
      // Neither bodies nor headers: both may hold secrets.
      body: this.traffic.log.map(({ service, method, path, cmdlets, status }) => ({
        service,
        method,
        path,
        ...(cmdlets.length > 0 ? { cmdlets } : {}),
        status,
      })),
    }),
    // For whoever signs mail as Microsoft would: private keys are in it.
    "GET dkim": (_, domain) => ({ status: 200, body: this.microsoft.dkimKeys(domain) }),
    "POST troubles": ({ body }) => this.order(body),
    "DELETE troubles": () => {
      this.traffic.calm();
      return { status: 204 };
    },
  };

  /**
   * The path that all others are under. Other users of this machine reach the port as well: only who was told the URL
   * knows this.
   */
  readonly base = `/${randomUUID()}`;

  /** @param traffic that of the clouds' services; requests to this one are not in it */
  constructor(
    private readonly traffic: Traffic,
    private readonly world: () => World,
    private readonly microsoft: Pick<Microsoft, "dkimKeys">,
    private readonly env: () => Readonly<Record<string, string>>,
  ) {}

  answer(url: string, request: LoggedRequest): Answer {
    const { pathname } = new URL(url);
    if (!pathname.startsWith(`${this.base}/`)) {
      return {
        status: 404,
        body: { error: "nothing here: the URL of the control interface has a path of its own" },
      };
    }
    const [head = "", ...rest] = pathname.slice(this.base.length + 1).split("/");
    return this.answered(head, rest, request);
  }

  private answered(head: string, rest: readonly string[], request: LoggedRequest): Answer {
    const answer = this.answers[`${request.method} ${head}`];
    if (answer !== undefined) return answer(request, decodeURIComponent(rest.join("/")));
    const error = `nothing at ${request.method} /${head}; there are ${Object.keys(this.answers).join(", ")}`;
    return { status: 404, body: { error } };
  }

  refusal(_status: number, message: string | undefined): unknown {
    return { error: message ?? "refused" };
  }

  private order(body: string): Answer {
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return { status: 400, body: { errors: ["the body is not JSON"] } };
    }
    const troubles = parseTroubles(value);
    if (!troubles.ok) return { status: 400, body: { errors: troubles.faults.map(formatFault) } };
    for (const { trouble, count, aim } of troubles.value) this.traffic.order(trouble, count, aim);
    return { status: 204 };
  }
}
