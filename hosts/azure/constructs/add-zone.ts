import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { Construct } from "constructs";
import type { StackZone } from "../../../constructs/zone/stack-zone";
import type { DnsRecord } from "../../../lib/dns/record";
import { fail } from "../../../lib/fault";
import type { AzureZoneChoice } from "../zone-choice";
import { AzureZone } from "./azure-zone";

/** A stack's zone: with the provider, which takes its credentials from the environment. */
export interface AzureStackZone extends StackZone {
  /** The zone that holds the records. */
  readonly zone: AzureZone;
}

/**
 * Adds the zone of a domain to its Terraform stack, and the provider.
 * @param kept records of others that stay in the record sets of the domain
 */
export function addAzureZone(
  stack: Construct,
  { name: zoneName, resourceGroup, subscriptionId, environment, source }: AzureZoneChoice,
  kept: readonly DnsRecord[] = [],
): AzureStackZone {
  new AzurermProvider(stack, "Azurerm", {
    features: [{}],
    // A role on the zone or its resource group is enough then: registering is a right over the whole subscription.
    resourceProviderRegistrations: "none",
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    ...(environment === undefined ? {} : { environment }),
  });
  const make = source.by === "creation" ? AzureZone.create : AzureZone.fromZoneName;
  const zone = make(stack, "Zone", { zoneName, resourceGroup });
  for (const record of kept) zone.keep(record);
  return {
    zone,
    importId: () =>
      fail({
        message: "record sets of Azure DNS have no ids of their own",
        fix: "write an import block by hand, with the id of the record set's resource",
      }),
  };
}
