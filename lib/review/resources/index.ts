import { cloudflareRecord } from "./cloudflare-record";
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
import { workersDomain, workersScript } from "./policy-worker";
import type { ResourceReader } from "./resource-fact";
import { route53Record } from "./route53-record";

/** The types of resources that say something of mail or sign-ins. */
const READERS: Readonly<Record<string, ResourceReader>> = {
  cloudflare_dns_record: cloudflareRecord,
  cloudflare_record: cloudflareRecord,
  aws_route53_record: route53Record,
  azuread_conditional_access_policy: conditionalAccessPolicy,
  azuread_named_location: namedLocation,
  azuread_authentication_strength_policy: authenticationStrength,
  azuread_group: group,
  azuread_group_without_members: group,
  azuread_group_member: groupMember,
  azuread_user: user,
  m365_dkim_signing: dkimSigning,
  m365_dkim_signing_config: dkimSigningConfig,
  m365_inbound_connector: inboundConnector,
  m365_outbound_connector: outboundConnector,
  m365_accepted_domain: acceptedDomain,
  exo_hosted_outbound_spam_filter_policy: outboundSpamPolicy,
  cloudflare_workers_script: workersScript,
  cloudflare_workers_custom_domain: workersDomain,
  // Provider 4.
  cloudflare_worker_script: workersScript,
  cloudflare_worker_domain: workersDomain,
};

export function readerOf(type: string): ResourceReader | undefined {
  return Object.hasOwn(READERS, type) ? READERS[type] : undefined;
}

const RECORD_TYPES: ReadonlySet<string> = new Set([
  "cloudflare_dns_record",
  "cloudflare_record",
  "aws_route53_record",
]);

/** Does the resource stand for records of a zone? */
export function isRecordResource(type: string): boolean {
  return RECORD_TYPES.has(type);
}
