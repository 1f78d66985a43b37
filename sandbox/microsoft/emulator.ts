import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./answer";
import { DnsView } from "./dns-view";
import { Exchange } from "./exchange";
import { Graph } from "./graph";
import { type Application, Login } from "./login";
import { TenantState } from "./state";
import { type LoggedRequest, type Service, Traffic } from "./traffic";

export interface EmulatorOptions {
  /** Custom domains that are verified from the start. */
  readonly domains?: readonly string[];
  /** PEM of the application's certificate. */
  readonly certificate?: string;
  /** The token of the trusted federated identity. */
  readonly federatedToken?: string;
}

/** Login, Exchange's admin API and Graph of one tenant, on three ports of this machine. */
export interface Emulator {
  /** For a provider: who it is (by client secret) and where Microsoft stands. */
  readonly env: Readonly<Record<string, string>>;
  readonly application: Application;
  readonly state: TenantState;
  readonly dns: DnsView;
  readonly login: Login;
  readonly exchange: Exchange;
  readonly graph: Graph;
  readonly control: Traffic;
  /** The connections that were opened to a service so far. */
  connections(service: Service): number;
  close(): Promise<void>;
}

/** Starts an emulator with a tenant of its own. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const application: Application = {
    tenantId: "7d6b1f0a-5c3e-4a2b-9d8e-0f1a2b3c4d5e",
    clientId: "c0ffee00-1234-4cde-8f01-23456789abcd",
    clientSecret: "Xy8Q~emulated-client-secret_0123456789",
    certificate: options.certificate,
    federatedToken: options.federatedToken,
  };
  const state = new TenantState("contoso");
  for (const domain of options.domains ?? []) state.addDomain(domain);
  const dns = new DnsView();
  const login = new Login(application);
  const exchange = new Exchange({ state, dns }, application.tenantId);
  const graph = new Graph(state);
  const control = new Traffic();
  const authorized = (service: "exchange" | "graph", request: LoggedRequest, answer: () => Answer) => {
    const token = /^Bearer (.+)$/.exec(String(request.headers.authorization))?.[1];
    return login.accepts(token, service)
      ? answer()
      : { status: 401, headers: { "www-authenticate": "Bearer" } };
  };
  const answers: Record<Service, (url: string, request: LoggedRequest) => Answer> = {
    login: (url, { body }) => login.answer(url, body),
    exchange: (url, request) =>
      authorized("exchange", request, () => exchange.answer(url, request.headers, request.body)),
    graph: (url, request) => authorized("graph", request, () => graph.answer(url)),
  };
  const ports = {
    login: await listen("login", control, answers.login),
    exchange: await listen("exchange", control, answers.exchange),
    graph: await listen("graph", control, answers.graph),
  };
  return {
    env: {
      ARM_TENANT_ID: application.tenantId,
      ARM_CLIENT_ID: application.clientId,
      ARM_CLIENT_SECRET: application.clientSecret,
      M365_LOGIN_URL: ports.login.origin,
      M365_EXCHANGE_URL: ports.exchange.origin,
      M365_GRAPH_URL: ports.graph.origin,
    },
    application,
    state,
    dns,
    login,
    exchange,
    graph,
    control,
    connections: (service) => ports[service].connections(),
    close: async () => {
      await Promise.all(Object.values(ports).map(({ close }) => close()));
    },
  };
}

interface Port {
  readonly origin: string;
  connections(): number;
  close(): Promise<void>;
}

async function listen(
  service: Service,
  traffic: Traffic,
  answer: (url: string, request: LoggedRequest) => Answer,
): Promise<Port> {
  let opened = 0;
  let origin = "";
  const server = createServer((incoming, response) => {
    serve(incoming, response, service, traffic, (request) => answer(origin + request.path, request)).catch(
      (error) => {
        response.destroy(error);
      },
    );
  });
  server.on("connection", () => {
    opened += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the emulator has no port");
  origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
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
  service: Service,
  traffic: Traffic,
  answer: (request: LoggedRequest) => Answer,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const { method = "", url: path = "", headers } = incoming;
  const cmdlets = service === "exchange" ? Exchange.cmdlets(path.split("?")[0] ?? "", body) : [];
  const request: LoggedRequest = { service, method, path, cmdlets, headers, body, status: 0 };
  traffic.log.push(request);
  const trouble = traffic.next(request);
  if (trouble?.kind === "break" && !trouble.carriedOut) {
    incoming.socket.destroy();
    return;
  }
  const given =
    trouble?.kind === "throttle" || trouble?.kind === "fail" ? troubled(trouble) : answer(request);
  request.status = given.status;
  if (trouble?.kind === "break") {
    incoming.socket.destroy();
    return;
  }
  if (trouble?.kind === "slow") await sleep(trouble.milliseconds, undefined, { ref: false });
  response.writeHead(given.status, { "content-type": "application/json; charset=utf-8", ...given.headers });
  response.end(given.body === undefined ? undefined : JSON.stringify(given.body));
}

function troubled(trouble: {
  readonly kind: "throttle" | "fail";
  readonly status?: number;
  readonly retryAfter?: string;
  readonly message?: string;
}): Answer {
  const { status = 429, retryAfter, message = "Too many requests have been sent." } = trouble;
  return {
    status,
    headers: retryAfter === undefined ? {} : { "retry-after": retryAfter },
    body: { error: { code: status === 429 ? "TooManyRequests" : "ServiceError", message } },
  };
}
