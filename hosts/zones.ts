import type { Construct } from "constructs";
import type { StackZone } from "../constructs/zone/stack-zone";
import type { DnsRecord } from "../lib/dns/record";
import type { ProviderVersions } from "../lib/provider-versions";
import { HOSTS, type ZoneChoice } from "./index";

/**
 * Adds a domain's zone to its Terraform stack, with the host's provider.
 * @param kept records of others that stay in the record sets of the domain
 * @param versions of the providers that may be used
 */
export type AddZone = (
  stack: Construct,
  choice: ZoneChoice,
  kept: readonly DnsRecord[],
  versions: ProviderVersions,
) => StackZone;

/** Loads what adds zones like these to Terraform stacks: a host's provider only where a zone is there. */
export async function loadZones(choices: readonly Pick<ZoneChoice, "host">[]): Promise<AddZone> {
  const hosts = new Set(choices.map(({ host }) => host));
  const cloudflare = hosts.has("cloudflare")
    ? await import("./cloudflare/constructs/add-zone.js")
    : undefined;
  const azure = hosts.has("azure") ? await import("./azure/constructs/add-zone.js") : undefined;
  return (stack, choice, kept, versions) => {
    if (choice.host === "cloudflare" && cloudflare)
      return cloudflare.addCloudflareZone(stack, choice, versions.cloudflare);
    if (choice.host === "azure" && azure) return azure.addAzureZone(stack, choice, kept, versions.azurerm);
    throw new TypeError(`nothing is loaded for a Terraform stack with a zone at ${HOSTS[choice.host].label}`);
  };
}
