import { complianceClient, type ExchangeClient, exchangeClient } from "./exchange";
import { type GraphClient, graphClient } from "./graph";
import { Caller } from "./http/caller";
import { type Clock, SYSTEM_CLOCK } from "./http/clock";
import { Gate } from "./http/gate";
import type { Patience } from "./http/persist";
import { CONNECTIONS } from "./http/send";
import type { Auth } from "./microsoft-auth/auth";
import { TokenCache } from "./microsoft-auth/token-cache";

/** The services of one tenant. */
export interface Clients {
  readonly exchange: ExchangeClient;
  readonly compliance: ExchangeClient;
  readonly graph: GraphClient;
}

/** What tests change, and whoever has less patience than an apply. */
export interface ConnectOptions {
  /** For one answer, in milliseconds. */
  readonly timeout?: number;
  readonly patience?: Patience;
  readonly clock?: Clock;
  /** Asked before each request to Exchange, Security & Compliance and Graph. @throws CloudError if no more may be made */
  readonly admit?: () => void;
}

/** https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2 for both, https://learn.microsoft.com/graph/api/domain-get */
const NEEDS = {
  exchange: "Exchange.ManageAsApp and an Entra role such as Exchange Administrator",
  compliance: "Exchange.ManageAsApp and an Entra role such as Compliance Administrator",
  graph: "Domain.Read.All to read, Domain.ReadWrite.All to change domains",
};

/** Clients for a tenant. Nothing is asked of the network before the first call. */
export function connect(auth: Auth, options: ConnectOptions = {}): Clients {
  const { admit: _, ...common } = options;
  const { clock = SYSTEM_CLOCK } = common;
  const { tenantId, clientId, credential, endpoints, resources } = auth;
  const tokens = new TokenCache({ login: endpoints.login, tenantId, clientId, credential, ...common });
  const caller = (service: keyof typeof NEEDS, resource: string, origin: string = endpoints[service]) =>
    new Caller({
      tokens,
      origin,
      scope: `${resource}/.default`,
      needs: NEEDS[service],
      gate: new Gate(CONNECTIONS, clock),
      ...options,
    });
  return {
    exchange: exchangeClient({ caller: caller("exchange", resources.exchange), tenantId, clock }),
    compliance: complianceClient({
      callerAt: (origin) => caller("compliance", resources.complianceResource, origin),
      frontDoor: endpoints.compliance,
      tenantId,
      clock,
    }),
    graph: graphClient(caller("graph", resources.graph)),
  };
}
