import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { Budget, type Limit } from "./budget";
import { Client } from "./client";
import { type Clock, SYSTEM_CLOCK } from "./clock";
import { endToEnd } from "./headers";
import { Reads, type WholeAnswer } from "./reads";
import { requestBody } from "./request-body";
import { routeOf } from "./route";
import { noStatistics, type Statistics } from "./statistics";
import { Upstream } from "./upstream";
import { Writes } from "./writes";

export interface GatewayOptions {
  /** The API's base URL. */
  readonly upstream: URL;
  /** What the path of every request begins with; without it nothing is passed on. */
  readonly secret: string;
  readonly limits: readonly Limit[];
  /** Is told when calls begin to wait: how many, and how long the last of them will. */
  readonly onWait?: (calls: number, milliseconds: number) => void;
  readonly clock?: Clock;
}

/** A gateway that listens. */
export interface Gateway {
  /** What programs take for the API's base URL. */
  readonly url: string;
  readonly statistics: Readonly<Statistics>;
  /** From now on nothing is answered from what was read so far. */
  forget(): void;
  close(): Promise<void>;
}

/** Shorter waits are not worth a word, in milliseconds. */
const WORTH_TELLING = 5000;

/** Opens a gateway before an API, on a port of this machine that the system chooses. */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { secret, limits, onWait, clock = SYSTEM_CLOCK } = options;
  const upstream = new Upstream(options.upstream);
  const statistics = noStatistics();
  const budget = new Budget(limits, clock);
  const waits = () => {
    const longest = budget.longestWait();
    if (longest >= WORTH_TELLING) onWait?.(budget.queued, longest);
  };
  const client = new Client(upstream, budget, clock, statistics, waits);
  const writes = new Writes(clock);
  const reads = new Reads(client, writes, clock);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathBehind(secret, request.url ?? "");
    // A page that a browser believes to be of another host (DNS rebinding) has no business here, whatever it knows.
    const isOurs = request.headers.host === `127.0.0.1:${request.socket.localPort}`;
    if (path === undefined || !isOurs) {
      response.writeHead(isOurs ? 404 : 421).end();
      return;
    }
    statistics.asked += 1;
    const method = request.method ?? "";
    const route = routeOf(method, path);
    const known = await reads.answer(route, path, request.headers);
    if (known !== undefined) {
      if (!known.isAsked) statistics.answered += 1;
      sendWhole(response, known);
      return;
    }
    const body = await requestBody(request);
    let end: ((isSeen: boolean) => void) | undefined;
    try {
      const answer = await client.send({
        method,
        path,
        headers: endToEnd(request.headers),
        ...(body === undefined ? {} : { body }),
        isGone: () => response.destroyed,
        onSend: () => {
          if (route.kind === "write") end ??= writes.begin(route.zone);
        },
      });
      const status = answer.statusCode ?? 502;
      // A fault of the API (5xx) or of the connection does not say what came of a write.
      end?.(status < 500);
      end = undefined;
      response.writeHead(status, endToEnd(answer.headers));
      await pipeline(answer, response);
    } finally {
      end?.(false);
    }
  }

  const server = createServer((request, response) => {
    // As a program sees a connection to the API that breaks.
    serve(request, response).catch(() => response.destroy());
  });
  // A connection that is closed while a program takes it up again would look like a fault of the API.
  server.keepAliveTimeout = 600_000;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the gateway has no port");
  return {
    url: `http://127.0.0.1:${address.port}/${secret}`,
    statistics,
    forget: () => reads.forget(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        upstream.close();
      }),
  };
}

/** The path below the API's base; `undefined` without the secret, and for a path that climbs out of the base. */
function pathBehind(secret: string, target: string): string | undefined {
  const given = Buffer.from(target.slice(1, 1 + secret.length));
  const expected = Buffer.from(secret);
  const path = target.slice(1 + secret.length);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const climbs = /(^|\/)(\.|%2e){1,2}(\/|\?|$)/i.test(path);
  return target.startsWith("/") && path.startsWith("/") && !climbs ? path : undefined;
}

function sendWhole(response: ServerResponse, { status, headers, body }: WholeAnswer): void {
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.end(body);
}
