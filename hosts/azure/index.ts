import { LONGEST_TTL } from "../../lib/dns/record";
import type { DnsHost } from "../host";
import { azureFaults } from "./limits";
import { type AzureZoneChoice, type AzureZoneInput, mergedAzureZone, readAzureZone } from "./zone-choice";
import { AzureZoneSchema } from "./zone-schema";

/** Azure DNS, through Terraform's provider `azurerm` 4. */
export const azure = {
  label: "Azure DNS",
  stackKind: "terraform",
  needs: { name: "@cdktf/provider-azurerm", version: "14.23.1" },
  zoneResource: "azurerm_dns_zone",
  hasRecordSets: true,
  flattensApex: false,
  // `The domain name '.' is invalid`: https://github.com/DNSControl/dnscontrol/pull/703
  hasNullMx: false,
  // Source: https://learn.microsoft.com/azure/dns/dns-zones-records#time-to-live
  ttl: { min: 1, max: LONGEST_TTL },
  schema: AzureZoneSchema,
  merged: mergedAzureZone,
  read: readAzureZone,
  // Azure takes the names of resource groups in either case.
  identityOf: ({ resourceGroup }) => ({
    key: "resourceGroup",
    value: resourceGroup.toLowerCase(),
    plural: "resource groups",
  }),
  faultsOf: azureFaults,
} satisfies DnsHost<AzureZoneInput, AzureZoneChoice>;
