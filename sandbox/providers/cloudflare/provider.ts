import type { Clock } from "../../../provider/http/clock";
import { DiagnosticError, type Provider, provider } from "../../../provider/plugin/index";
import { onLoopback } from "../loopback";
import { type CloudflareClient, cloudflareClient } from "./client";
import { dnsRecord } from "./dns-record";
import { providerAttributes } from "./schema";
import { workersCustomDomain } from "./workers-custom-domain";
import { workersScript } from "./workers-script";
import { zone } from "./zone";
import { zoneData } from "./zone-data";
import { zoneDnssec } from "./zone-dnssec";

/** What the provider meets outside. Tests give their own. */
export interface ProviderDependencies {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly clock?: Clock;
}

/**
 * Stands in for cloudflare/cloudflare 5.14.0 in the sandbox: the same schemas for what a mail domain needs, the same
 * calls to the API, at an address on this machine and nowhere else.
 */
export function cloudflareStandIn(surroundings: ProviderDependencies = {}): Provider {
  const { env = process.env, ...rest } = surroundings;
  return provider({
    name: "cloudflare",
    version: "5.14.0",
    attributes: providerAttributes(),
    async configure(config): Promise<CloudflareClient> {
      const setting = (name: string, variable: string): string | undefined => {
        const set = config[name];
        return typeof set === "string" ? set : env[variable];
      };
      const url = onLoopback(
        "cloudflare/cloudflare",
        "CLOUDFLARE_BASE_URL",
        setting("base_url", "CLOUDFLARE_BASE_URL"),
      );
      return cloudflareClient({
        baseUrl: url.href.replace(/\/?$/, "/"),
        credentials: credentials(setting),
        ...rest,
      });
    },
    resources: {
      cloudflare_dns_record: dnsRecord,
      cloudflare_workers_custom_domain: workersCustomDomain,
      cloudflare_workers_script: workersScript,
      cloudflare_zone: zone,
      cloudflare_zone_dnssec: zoneDnssec,
    },
    dataSources: { cloudflare_zone: zoneData },
  });
}

/** https://developers.cloudflare.com/fundamentals/api/how-to/make-api-calls */
function credentials(
  setting: (name: string, variable: string) => string | undefined,
): Readonly<Record<string, string>> {
  const token = setting("api_token", "CLOUDFLARE_API_TOKEN");
  if (token) return { authorization: `Bearer ${token}` };
  const key = setting("api_key", "CLOUDFLARE_API_KEY");
  const email = setting("email", "CLOUDFLARE_EMAIL");
  if (key && email) return { "x-auth-key": key, "x-auth-email": email };
  const service = setting("api_user_service_key", "CLOUDFLARE_API_USER_SERVICE_KEY");
  if (service) return { "x-auth-user-service-key": service };
  throw new DiagnosticError({
    summary: "no credentials for Cloudflare",
    detail: "Set api_token (CLOUDFLARE_API_TOKEN), api_key with email, or api_user_service_key.",
  });
}
