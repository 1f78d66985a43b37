import type { WorldCredentials } from "../../lib/world/world";
import { prefixedVariables, tokenOf } from "./credentials";

/** Where the sandbox's services stand, all on this machine. Names and order are the contract of the ready line. */
export interface CloudEndpoints {
  /** Base URL of Cloudflare's API v4. */
  readonly cloudflare: string;
  readonly login: string;
  readonly graph: string;
  readonly exchange: string;
  /** The front door of Security & Compliance, which names the region's address. */
  readonly compliance: string;
  /** `127.0.0.1:port` with TLS. */
  readonly metadata: string;
  /** `127.0.0.1:port`, UDP and TCP. */
  readonly dns: string;
  /** `127.0.0.1:port` with TLS: Cloudflare's proxy, by the name that the client asks for (SNI). */
  readonly https: string;
  /** `http://127.0.0.1:port/<secret>`. */
  readonly control: string;
  /** PEM of the authority that signed the certificates of what speaks TLS. */
  readonly ca: string;
}

/** For Terraform's providers: where everything stands, and who asks. What needs a file on disk is left out. */
export function environment(
  endpoints: CloudEndpoints,
  caller: { readonly tenantId: string | undefined; readonly clientId: string; readonly clientSecret: string },
  credentials: readonly WorldCredentials[] = [],
): Readonly<Record<string, string>> {
  return {
    CLOUDFLARE_BASE_URL: endpoints.cloudflare,
    CLOUDFLARE_API_TOKEN: tokenOf(undefined),
    ARM_METADATA_HOSTNAME: endpoints.metadata,
    ...(caller.tenantId === undefined ? {} : { ARM_TENANT_ID: caller.tenantId }),
    ARM_CLIENT_ID: caller.clientId,
    ARM_CLIENT_SECRET: caller.clientSecret,
    M365_LOGIN_URL: endpoints.login,
    M365_GRAPH_URL: endpoints.graph,
    M365_EXCHANGE_URL: endpoints.exchange,
    M365_COMPLIANCE_URL: endpoints.compliance,
    M365_DNS_SERVER: endpoints.dns,
    MAIL_HYGIENE_SANDBOX_HTTPS: endpoints.https,
    ...prefixedVariables(credentials),
    CHECKPOINT_DISABLE: "1",
  };
}
