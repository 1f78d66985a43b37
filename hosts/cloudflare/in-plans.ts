import type { HostInPlans } from "../host";
import { workersDomain, workersRoute, workersScript } from "./policies-in-plans";
import { cloudflareRecord } from "./records-in-plans";
import { cloudflareZoneFeatures } from "./zones-in-plans";

/** The host's resources in Terraform plans. */
export const cloudflareInPlans: HostInPlans = {
  records: {
    cloudflare_dns_record: cloudflareRecord,
    // Provider 4.
    cloudflare_record: cloudflareRecord,
  },
  policies: {
    cloudflare_workers_script: workersScript,
    cloudflare_workers_custom_domain: workersDomain,
    cloudflare_workers_route: workersRoute,
    // Provider 4.
    cloudflare_worker_script: workersScript,
    cloudflare_worker_domain: workersDomain,
    cloudflare_worker_route: workersRoute,
  },
  zoneFeatures: cloudflareZoneFeatures,
  zones: { cloudflare_zone: ["id", "zone_id"] },
  // Provider 4, and 5.
  zoneLists: { cloudflare_zones: ["zones", "result"] },
};
