import type { DnsHost } from "../host";
import { cloudflareFaults } from "./limits";
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
  // https://developers.cloudflare.com/dns/cname-flattening/
  flattensApex: true,
  hasNullMx: true,
  // Down to 30 in an Enterprise zone, 60 in others; 1 is automatic, 300 seconds
  // (https://developers.cloudflare.com/dns/manage-dns-records/reference/ttl/).
  ttl: { min: 30, max: 86_400, automatic: 1 },
  schema: CloudflareZoneSchema,
  merged: mergedCloudflareZone,
  read: readCloudflareZone,
  identityOf: ({ source }) =>
    source.by === "id" ? { key: "zoneId", value: source.id, plural: "ids" } : undefined,
  faultsOf: cloudflareFaults,
} satisfies DnsHost<CloudflareZoneInput, CloudflareZoneChoice>;
