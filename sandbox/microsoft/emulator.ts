import type { WorldUser } from "../../lib/world/world";
import { listen } from "../http/listen";
import { Traffic } from "../http/traffic";
import { complianceFrontDoor } from "./compliance-front-door";
import type { DnsView } from "./dns-view";
import type { Exchange } from "./exchange";
import type { Graph } from "./graph/graph";
import type { Application } from "./login/application";
import type { Login } from "./login/login";
import { Microsoft } from "./microsoft";
import type { TenantState } from "./state";

export interface EmulatorOptions {
  /** Custom domains that are verified from the start. */
  readonly domains?: readonly string[];
  /** Who is in the tenant. */
  readonly users?: readonly WorldUser[];
  /** Application permissions of Graph that tokens have. @default all */
  readonly permissions?: readonly string[];
  /** PEM of the application's certificate. */
  readonly certificate?: string;
  /** The token of the trusted federated identity. */
  readonly federatedToken?: string;
}

type MicrosoftService = "login" | "exchange" | "compliance" | "graph";

/** Login, Exchange's admin API, Security & Compliance and Graph of one tenant, on ports of this machine. */
export interface Emulator {
  /** For a provider: who it is (by client secret) and where Microsoft stands. */
  readonly env: Readonly<Record<string, string>>;
  readonly application: Application & { readonly tenantId: string };
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
  const tenantId = "7d6b1f0a-5c3e-4a2b-9d8e-0f1a2b3c4d5e";
  const { domains = [], users = [], permissions, certificate, federatedToken } = options;
  const application: Application = {
    clientId: "c0ffee00-1234-4cde-8f01-23456789abcd",
    clientSecret: "Xy8Q~emulated-client-secret_0123456789",
    certificate,
    federatedToken,
  };
  const tenants = [
    {
      tenantId,
      initialDomain: "contoso.onmicrosoft.com",
      domains,
      users,
      partitions: { dkim: "n" },
      ...(permissions === undefined ? {} : { permissions }),
    },
  ];
  const microsoft = new Microsoft({ tenants, application });
  const [state] = microsoft.tenants.all();
  if (state === undefined) throw new Error("the emulator has no tenant");
  const control = new Traffic({ service: "exchange" });
  const ports = {
    login: await listen(microsoft.login, control),
    exchange: await listen(microsoft.exchange, control),
    compliance: await listen(microsoft.compliance, control),
    graph: await listen(microsoft.graph, control),
  };
  const frontDoor = await listen(complianceFrontDoor(ports.compliance.origin), control);
  return {
    env: {
      ARM_TENANT_ID: tenantId,
      ARM_CLIENT_ID: application.clientId,
      ARM_CLIENT_SECRET: application.clientSecret,
      M365_LOGIN_URL: ports.login.origin,
      M365_EXCHANGE_URL: ports.exchange.origin,
      M365_COMPLIANCE_URL: frontDoor.origin,
      M365_GRAPH_URL: ports.graph.origin,
    },
    application: { ...application, tenantId },
    state,
    dns: microsoft.dns,
    login: microsoft.loginEndpoint,
    exchange: microsoft.exchangeApi,
    graph: microsoft.graphApi,
    control,
    connections: (service) => ports[service].connections(),
    close: async () => {
      await Promise.all([...Object.values(ports), frontDoor].map(({ close }) => close()));
    },
  };
}
