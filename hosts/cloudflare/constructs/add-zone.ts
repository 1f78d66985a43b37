import type { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import type { Construct } from "constructs";
import { dataProps, readProps } from "../../../constructs/read-props";
import { allowVersions } from "../../../constructs/terraform/allow-versions";
import { useCredentials } from "../../../constructs/terraform/use-credentials";
import { addDelegation } from "../../../constructs/zone/delegation";
import type { StackZone } from "../../../constructs/zone/stack-zone";
import { FaultError, fail, ok } from "../../../lib/fault";
import { CloudflareZoneChoiceSchema } from "../choice-schema";
import type { CloudflareZoneChoice } from "../zone-choice";
import { CloudflareProvider } from "./bindings";
import { CloudflareZone } from "./cloudflare-zone";

/** A stack's zone: with the provider, which takes its credentials from the environment. */
export interface CloudflareStackZone extends StackZone<DnsRecord> {
  /** The zone that holds the records. */
  readonly zone: CloudflareZone;
}

/**
 * Adds the zone of a domain to its Terraform stack, and the provider.
 * @param versions of the provider that may be used, as Terraform's constraint. @default ">= 5.14.0, < 6.0.0"
 * @throws FaultError if a zone is to be created and no account is given, or for a constraint that allows other versions
 */
export function addCloudflareZone(
  stack: Construct,
  choice: CloudflareZoneChoice,
  versions?: string,
): CloudflareStackZone {
  const known = readProps(
    "addCloudflareZone",
    CloudflareZoneChoiceSchema,
    dataProps("addCloudflareZone", choice),
  );
  const provider = new CloudflareProvider(stack, "Cloudflare", {});
  allowVersions(provider, versions);
  useCredentials(provider, known.credentials);
  const { source } = known;
  const zone = makeZone(stack, known);
  addDelegation(stack, zone);
  return {
    zone,
    importId: (id) =>
      source.by === "id"
        ? ok(`${source.id}/${id}`)
        : fail({
            message: "an import needs the zone's id",
            expected: "zone: { cloudflare: { zoneId } }",
          }),
  };
}

function makeZone(
  stack: Construct,
  { name, accountId, keepComments, source }: CloudflareZoneChoice,
): CloudflareZone {
  const comments = keepComments === undefined ? {} : { keepComments };
  const account = { ...comments, ...(accountId === undefined ? {} : { accountId }) };
  switch (source.by) {
    case "id":
      return CloudflareZone.fromZoneId(stack, "Zone", { zoneName: name, zoneId: source.id, ...account });
    case "name":
      return CloudflareZone.fromZoneName(stack, "Zone", { zoneName: name, ...account });
    case "creation":
      if (accountId === undefined) throw missingAccount(name);
      return CloudflareZone.create(stack, "Zone", {
        zoneName: name,
        accountId,
        dnssec: source.dnssec,
        ...comments,
      });
  }
}

function missingAccount(zone: string): FaultError {
  return new FaultError(`zone ${zone}`, [
    { path: ["accountId"], message: "a zone is created in an account", expected: "the account's id" },
  ]);
}
