import type { Cloud } from "../options";

/** Where one of Microsoft's clouds is administered: origins, without a path. */
export interface Endpoints {
  /** Where Entra ID gives tokens. */
  readonly login: string;
  readonly graph: string;
  /** Where Exchange Online takes cmdlets. It is also the resource that a token is asked for. */
  readonly exchange: string;
  /** The audience that Entra ID expects in a token of a federated identity (GitHub Actions, Azure DevOps). */
  readonly federationAudience: string;
}

const PUBLIC: Endpoints = {
  login: "https://login.microsoftonline.com",
  graph: "https://graph.microsoft.com",
  exchange: "https://outlook.office365.com",
  federationAudience: "api://AzureADTokenExchange",
};

/**
 * The endpoints by cloud. GCC is administered where the worldwide cloud is.
 *
 * Login and Graph: https://learn.microsoft.com/graph/deployments. Exchange: the hosts of
 * https://learn.microsoft.com/powershell/exchange/connect-to-exchange-online-powershell. Audiences:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations.
 */
export const ENDPOINTS: Readonly<Record<Cloud, Endpoints>> = {
  worldwide: PUBLIC,
  gcc: PUBLIC,
  "gcc-high": {
    login: "https://login.microsoftonline.us",
    graph: "https://graph.microsoft.us",
    exchange: "https://outlook.office365.us",
    federationAudience: "api://AzureADTokenExchangeUSGov",
  },
  dod: {
    login: "https://login.microsoftonline.us",
    graph: "https://dod-graph.microsoft.us",
    exchange: "https://webmail.apps.mil",
    federationAudience: "api://AzureADTokenExchangeUSGov",
  },
  china: {
    login: "https://login.partner.microsoftonline.cn",
    graph: "https://microsoftgraph.chinacloudapi.cn",
    exchange: "https://partner.outlook.cn",
    federationAudience: "api://AzureADTokenExchangeChina",
  },
};
