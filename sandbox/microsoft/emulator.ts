import type { Answer } from "../http/answer";
import { type HttpService, listen } from "../http/listen";
import { type LoggedRequest, Traffic } from "../http/traffic";
import { DnsView } from "./dns-view";
import { Exchange } from "./exchange";
import { Graph } from "./graph";
import { type Application, Login } from "./login";
import { TenantState } from "./state";

export interface EmulatorOptions {
  /** Custom domains that are verified from the start. */
  readonly domains?: readonly string[];
  /** PEM of the application's certificate. */
  readonly certificate?: string;
  /** The token of the trusted federated identity. */
  readonly federatedToken?: string;
}

type MicrosoftService = "login" | "exchange" | "graph";

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
  connections(service: MicrosoftService): number;
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
  const control = new Traffic({ service: "exchange" });
  const authorized = (service: "exchange" | "graph", request: LoggedRequest, answer: () => Answer) => {
    const token = /^Bearer (.+)$/.exec(String(request.headers.authorization))?.[1];
    return login.accepts(token, service)
      ? answer()
      : { status: 401, headers: { "www-authenticate": "Bearer" } };
  };
  const refusal = (status: number, message = "Too many requests have been sent.") => ({
    error: { code: status === 429 ? "TooManyRequests" : "ServiceError", message },
  });
  const services: Readonly<Record<MicrosoftService, HttpService>> = {
    login: { name: "login", refusal, answer: (url, { body }) => login.answer(url, body) },
    exchange: {
      name: "exchange",
      refusal,
      cmdlets: Exchange.cmdlets,
      answer: (url, request) =>
        authorized("exchange", request, () => exchange.answer(url, request.headers, request.body)),
    },
    graph: {
      name: "graph",
      refusal,
      answer: (url, request) => authorized("graph", request, () => graph.answer(url)),
    },
  };
  const ports = {
    login: await listen(services.login, control),
    exchange: await listen(services.exchange, control),
    graph: await listen(services.graph, control),
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
