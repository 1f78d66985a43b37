import type { RecordResource } from "../../../hosts/host";
import { EXCHANGE_KINDS, terraformType } from "../../exchange/objects";
import type { ZoneReader } from "../../plan/zone-fact";
import { conditionalAccessPolicy } from "./conditional-access-policy";
import { authenticationStrength, group, groupMember, namedLocation, user } from "./directory";
import {
  acceptedDomain,
  dkimSigning,
  dkimSigningConfig,
  inboundConnector,
  outboundConnector,
  outboundSpamPolicy,
} from "./exchange";
import { exchangeObject } from "./exchange-object";
import { POLICIES, RECORDS, ZONE_FEATURES } from "./of-hosts";
import type { ResourceReader } from "./resource-fact";

/** The types of resources that say something of mail or sign-ins. */
const READERS: ReadonlyMap<string, ResourceReader> = new Map([
  ...[...RECORDS].map(([type, { read }]) => [type, placing(read)] as const),
  ...[...POLICIES].map(([type, read]) => [type, placing(read)] as const),
  ...[...ZONE_FEATURES].map(([type, read]) => [type, placing(read)] as const),
  ["azuread_conditional_access_policy", conditionalAccessPolicy],
  ["azuread_named_location", namedLocation],
  ["azuread_authentication_strength_policy", authenticationStrength],
  ["azuread_group", group],
  ["azuread_group_without_members", group],
  ["azuread_group_member", groupMember],
  ["azuread_user", user],
  ["m365_dkim_signing", dkimSigning],
  ["m365_dkim_signing_config", dkimSigningConfig],
  ["m365_inbound_connector", inboundConnector],
  ["m365_outbound_connector", outboundConnector],
  ["m365_accepted_domain", acceptedDomain],
  ["exo_hosted_outbound_spam_filter_policy", outboundSpamPolicy],
  ...EXCHANGE_KINDS.map((kind) => [terraformType(kind), exchangeObject(kind)] as const),
]);

export function readerOf(type: string): ResourceReader | undefined {
  return READERS.get(type);
}

/** What the resource says of records, if it stands for records of a zone. */
export function recordResource(type: string): RecordResource | undefined {
  return RECORDS.get(type);
}

function placing(read: ZoneReader): ResourceReader {
  return (resource, names) => read(resource, names).map((fact) => ({ ...fact, where: resource.where }));
}
