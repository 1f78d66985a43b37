import { DataCloudflareZone as AnyDataZone } from "@cdktf/provider-cloudflare/lib/data-cloudflare-zone";
import { DnsRecord as AnyDnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { CloudflareProvider as AnyProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { WorkersCustomDomain as AnyWorkersCustomDomain } from "@cdktf/provider-cloudflare/lib/workers-custom-domain";
import { WorkersScript as AnyWorkersScript } from "@cdktf/provider-cloudflare/lib/workers-script";
import { Zone as AnyZone } from "@cdktf/provider-cloudflare/lib/zone";
import { ZoneDnssec as AnyZoneDnssec } from "@cdktf/provider-cloudflare/lib/zone-dnssec";
import { gated } from "../../../constructs/terraform/gated";

// What this host's stacks declare, behind the gate that only Terraform text passes.

export const CloudflareProvider = gated(AnyProvider);
export const DataCloudflareZone = gated(AnyDataZone);
export const CloudflareDnsRecord = gated(AnyDnsRecord);
export const WorkersCustomDomain = gated(AnyWorkersCustomDomain);
export const WorkersScript = gated(AnyWorkersScript);
export const Zone = gated(AnyZone);
export const ZoneDnssec = gated(AnyZoneDnssec);
