import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import type { SecureContext } from "node:tls";
import type { Answer } from "./answer";
import { foreign } from "./foreign";
import type { LoggedRequest, RefusingTrouble, Service, Traffic, Trouble } from "./traffic";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** What answers on a port. */
export interface HttpService {
  readonly name: Service;
  /** @param url the whole URL; its origin is the port's own */
  answer(url: string, request: LoggedRequest): Answer | Promise<Answer>;
  /** The body of a refusal, in the service's own words. */
  refusal(status: number, message: string | undefined): unknown;
  /** Stands for hosts of the public web: it is asked by their names, and by pages of others. @default false */
  readonly isPublic?: boolean;
  /** The cmdlets that a request carries. */
  cmdlets?(path: string, body: string): readonly string[];
}

/** Who the server is to clients that speak TLS. */
export interface Tls {
  /** PEM of the certificate for clients that name no host (SNI, RFC 6066 §3): those that connect to an address. */
  readonly cert: string;
  /** PEM. */
  readonly key: string;
  certificateOf(host: string): SecureContext;
}

export interface Port {
  readonly origin: string;
  /** `127.0.0.1:port`. */
  readonly authority: string;
  /** The connections that were opened so far. */
  connections(): number;
  close(): Promise<void>;
}

/** Serves on a port of this machine that the system chooses. */
export async function listen(service: HttpService, traffic: Traffic, tls?: Tls): Promise<Port> {
  let opened = 0;
  let origin = "";
  const handle = (incoming: IncomingMessage, response: ServerResponse) => {
    serve(incoming, response, service, traffic, origin).catch((error) => {
      response.destroy(error);
    });
  };
  const server =
    tls === undefined
      ? createServer(handle)
      : createTlsServer({ ...tls, SNICallback: (host, done) => done(null, tls.certificateOf(host)) }, handle);
  server.on("connection", () => {
    opened += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error(`${service.name} has no port`);
  const authority = `127.0.0.1:${address.port}`;
  origin = `${tls === undefined ? "http" : "https"}://${authority}`;
  return {
    origin,
    authority,
    connections: () => opened,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  service: HttpService,
  traffic: Traffic,
  origin: string,
): Promise<void> {
  const error = service.isPublic ? undefined : foreign(incoming.headers, origin);
  if (error !== undefined) {
    // Nothing of it is read, nor kept: what it asks for is none of a cloud's traffic.
    response.writeHead(403, { ...JSON_TYPE, connection: "close" });
    response.end(JSON.stringify(service.refusal(403, error)));
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const body = bytes.toString();
  const { method = "", headers } = incoming;
  const path = originForm(incoming.url ?? "");
  const cmdlets = service.cmdlets?.(path.split("?")[0] ?? "", body) ?? [];
  const request: LoggedRequest = {
    service: service.name,
    method,
    path,
    cmdlets,
    headers,
    body,
    bytes,
    status: 0,
  };
  traffic.log.push(request);
  const trouble = traffic.next(request);
  if (trouble?.kind === "break" && !trouble.carriedOut) {
    incoming.socket.destroy();
    return;
  }
  const given = await answerTo(request, service, origin + path, trouble);
  request.status = given.status;
  if (trouble?.kind === "break") {
    incoming.socket.destroy();
    return;
  }
  if (trouble?.kind === "slow") await sleep(trouble.milliseconds, undefined, { ref: false });
  const json = given.body === undefined ? undefined : JSON.stringify(given.body);
  response.writeHead(given.status, { ...(given.raw === undefined ? JSON_TYPE : {}), ...given.headers });
  response.end(given.raw ?? json);
}

/** A request target as path and query, whichever of its forms was sent (RFC 9112 §3.2). */
function originForm(target: string): string {
  if (target.startsWith("/")) return target;
  return target.replace(/^https?:\/\/[^/?]*/i, "").replace(/^(?!\/)/, "/");
}

async function answerTo(
  request: LoggedRequest,
  service: HttpService,
  url: string,
  trouble: Trouble | undefined,
): Promise<Answer> {
  if (trouble?.kind === "throttle" || trouble?.kind === "fail") return refused(service, trouble);
  if (trouble?.kind === "answer") return { status: 200, body: trouble.body };
  return answered(service, url, request);
}

/** A fault of the sandbox itself is told to whoever meets it. */
async function answered(service: HttpService, url: string, request: LoggedRequest): Promise<Answer> {
  try {
    return await service.answer(url, request);
  } catch (error) {
    const message = `the sandbox failed: ${error instanceof Error ? error.message : String(error)}`;
    return { status: 500, body: service.refusal(500, message) };
  }
}

function refused(service: HttpService, trouble: RefusingTrouble): Answer {
  const status = trouble.kind === "throttle" ? 429 : trouble.status;
  const { retryAfter } = trouble;
  return {
    status,
    headers: retryAfter === undefined ? {} : { "retry-after": retryAfter },
    body: service.refusal(status, trouble.kind === "fail" ? trouble.message : undefined),
  };
}
