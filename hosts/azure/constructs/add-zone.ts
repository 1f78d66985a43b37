import type { Construct } from "constructs";
import * as v from "valibot";
import { dataProps, readProps } from "../../../constructs/read-props";
import { allowVersions } from "../../../constructs/terraform/allow-versions";
import { literal } from "../../../constructs/terraform/text";
import { useCredentials } from "../../../constructs/terraform/use-credentials";
import { addDelegation } from "../../../constructs/zone/delegation";
import type { StackZone } from "../../../constructs/zone/stack-zone";
import type { DnsRecord } from "../../../lib/dns/record";
import { DnsRecordSchema } from "../../../lib/domain/declaration-schema";
import { fail } from "../../../lib/fault";
import { closed } from "../../../lib/schema/shapes";
import { AzureZoneChoiceSchema } from "../choice-schema";
import type { AzureZoneChoice } from "../zone-choice";
import { AzureZone } from "./azure-zone";
import { AzurermProvider } from "./bindings";

/** A stack's zone: with the provider, which takes its credentials from the environment. */
export interface AzureStackZone extends StackZone {
  /** The zone that holds the records. */
  readonly zone: AzureZone;
}

/**
 * Adds the zone of a domain to its Terraform stack, and the provider.
 * @throws FaultError with every fault of what is given
 * @param kept records of others that stay in the record sets of the domain
 * @param versions of the provider that may be used, as Terraform's constraint. @default ">= 4.55.0, < 5.0.0"
 */
export function addAzureZone(
  stack: Construct,
  choice: AzureZoneChoice,
  kept: readonly DnsRecord[] = [],
  versions?: string,
): AzureStackZone {
  const kind = "addAzureZone";
  const {
    name: zoneName,
    resourceGroup,
    subscriptionId,
    environment,
    credentials,
    source,
  } = readProps(kind, AzureZoneChoiceSchema, dataProps(kind, choice));
  const { kept: others } = readProps(
    kind,
    closed({ kept: v.array(DnsRecordSchema) }),
    dataProps(kind, { kept }),
  );
  const provider = new AzurermProvider(stack, "Azurerm", {
    features: [{}],
    // A role on the zone or its resource group is enough then: registering is a right over the whole subscription.
    resourceProviderRegistrations: literal("none"),
    ...(subscriptionId === undefined ? {} : { subscriptionId: literal(subscriptionId) }),
    ...(environment === undefined ? {} : { environment: literal(environment) }),
  });
  allowVersions(provider, versions);
  useCredentials(provider, credentials);
  const make = source.by === "creation" ? AzureZone.create : AzureZone.fromZoneName;
  const zone = make(stack, "Zone", { zoneName, resourceGroup });
  for (const record of others) zone.keep(record);
  addDelegation(stack, zone);
  return {
    zone,
    importId: () =>
      fail({
        message: "record sets of Azure DNS have no ids of their own",
        fix: "write an import block by hand, with the id of the record set's resource",
      }),
  };
}
