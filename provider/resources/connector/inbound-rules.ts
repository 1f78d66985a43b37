import type { Fault } from "../../../lib/fault";
import { senderAddressFault } from "../../../lib/microsoft/connector";
import { domainPatternFault } from "./domain-pattern";
import { type Given, isEmpty, memberFaults } from "./given";
import { skippedAddressFault } from "./skipped-address";

/** What the rules look at, by the names of the resource's attributes. */
export interface InboundConnectorValues {
  readonly connector_type: Given<string>;
  readonly sender_domains: Given<readonly string[]>;
  readonly sender_ip_addresses: Given<readonly string[]>;
  readonly tls_sender_certificate_name: Given<string>;
  readonly require_tls: Given<boolean>;
  readonly restrict_domains_to_certificate: Given<boolean>;
  readonly restrict_domains_to_ip_addresses: Given<boolean>;
  readonly cloud_services_mail_enabled: Given<boolean>;
  readonly treat_messages_as_internal: Given<boolean>;
  readonly ef_skip_last_ip: Given<boolean>;
  readonly ef_skip_ips: Given<readonly string[]>;
}

/**
 * What Exchange would refuse, or take and silently not do.
 * Source: https://learn.microsoft.com/powershell/module/exchange/new-inboundconnector
 */
export function inboundConnectorFaults(values: InboundConnectorValues): readonly Fault[] {
  return [
    ...memberFaults("sender_domains", values.sender_domains, domainPatternFault),
    ...memberFaults("sender_ip_addresses", values.sender_ip_addresses, senderAddressFault),
    ...memberFaults("ef_skip_ips", values.ef_skip_ips, skippedAddressFault),
    ...emptyDomains(values),
    ...restrictions(values),
    ...identification(values),
    ...internalMail(values),
    ...enhancedFiltering(values),
  ];
}

function* emptyDomains({ sender_domains }: InboundConnectorValues): Generator<Fault> {
  if (sender_domains?.length === 0) {
    yield { path: ["sender_domains"], message: "no sender domains", expected: 'domains, or "*" for all' };
  }
}

function* restrictions(values: InboundConnectorValues): Generator<Fault> {
  for (const attribute of ["restrict_domains_to_certificate", "restrict_domains_to_ip_addresses"] as const) {
    if (values[attribute] === true && values.connector_type === "OnPremises") {
      yield {
        path: [attribute],
        message: "an OnPremises connector is not restricted by domain",
        received: "true",
        fix: "leave it out: the certificate or the addresses already say whose mail it is",
      };
    }
  }
  if (values.restrict_domains_to_certificate === true && values.tls_sender_certificate_name === null) {
    yield {
      path: ["restrict_domains_to_certificate"],
      message: "no certificate to restrict to",
      fix: "set tls_sender_certificate_name",
    };
  }
  if (values.restrict_domains_to_certificate === true && values.require_tls === false) {
    yield {
      path: ["restrict_domains_to_certificate"],
      message: "a certificate is only seen over TLS",
      fix: "set require_tls = true",
    };
  }
  if (values.restrict_domains_to_ip_addresses === true && isEmpty(values.sender_ip_addresses)) {
    yield {
      path: ["restrict_domains_to_ip_addresses"],
      message: "no addresses to restrict to",
      fix: "set sender_ip_addresses",
    };
  }
}

/** Exchange Online tells the organization's own servers from strangers by certificate or address. */
function* identification(values: InboundConnectorValues): Generator<Fault> {
  if (values.connector_type !== "OnPremises") return;
  if (values.tls_sender_certificate_name === null && isEmpty(values.sender_ip_addresses)) {
    yield {
      path: ["connector_type"],
      message: "nothing tells the premises from anyone else",
      fix: "set tls_sender_certificate_name, or sender_ip_addresses",
    };
  }
}

function* internalMail(values: InboundConnectorValues): Generator<Fault> {
  for (const attribute of ["treat_messages_as_internal", "cloud_services_mail_enabled"] as const) {
    if (values[attribute] === true && values.connector_type === "Partner") {
      yield {
        path: [attribute],
        message: "a partner's mail is never the organization's own",
        received: "true",
        fix: 'set connector_type = "OnPremises", or leave it out',
      };
    }
  }
  if (values.treat_messages_as_internal === true && values.cloud_services_mail_enabled === true) {
    yield {
      path: ["treat_messages_as_internal"],
      message: "not together with cloud_services_mail_enabled",
      received: "true",
      fix: "keep cloud_services_mail_enabled for hybrid mail flow, treat_messages_as_internal otherwise",
    };
  }
}

function* enhancedFiltering(values: InboundConnectorValues): Generator<Fault> {
  if (values.ef_skip_last_ip === true && (values.ef_skip_ips?.length ?? 0) > 0) {
    yield {
      path: ["ef_skip_ips"],
      message: "Exchange ignores ef_skip_ips while ef_skip_last_ip is true",
      fix: "keep one of the two",
    };
  }
}
