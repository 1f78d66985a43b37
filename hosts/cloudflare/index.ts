import type { DnsHost } from "../host";
import { cloudflareFaults } from "./limits";
import { workersDomain, workersScript } from "./policies-in-plans";
import { cloudflareRecord } from "./records-in-plans";
import {
  type CloudflareZoneChoice,
  type CloudflareZoneInput,
  mergedCloudflareZone,
  readCloudflareZone,
} from "./zone-choice";
import { CloudflareZoneSchema } from "./zone-schema";

/** Cloudflare, through Terraform's provider `cloudflare` 5. */
export const cloudflare = {
  label: "Cloudflare",
  stackKind: "terraform",
  needs: undefined,
  zoneResource: "cloudflare_zone",
  hasRecordSets: false,
  // Down to 30 in an Enterprise zone, 60 in others.
  ttl: { min: 30, max: 86_400 },
  schema: CloudflareZoneSchema,
  merged: mergedCloudflareZone,
  read: readCloudflareZone,
  identityOf: ({ source }) =>
    source.by === "id" ? { key: "zoneId", value: source.id, plural: "ids" } : undefined,
  faultsOf: cloudflareFaults,
  inPlans: {
    records: {
      cloudflare_dns_record: cloudflareRecord,
      // Provider 4.
      cloudflare_record: cloudflareRecord,
    },
    policies: {
      cloudflare_workers_script: workersScript,
      cloudflare_workers_custom_domain: workersDomain,
      // Provider 4.
      cloudflare_worker_script: workersScript,
      cloudflare_worker_domain: workersDomain,
    },
    zones: { cloudflare_zone: ["id", "zone_id"] },
  },
} satisfies DnsHost<CloudflareZoneInput, CloudflareZoneChoice>;
