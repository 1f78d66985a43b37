import { canonicalIp4, canonicalIp6 } from "../../../lib/dns/address";
import { parseName } from "../../../lib/dns/name";
import type { Fault } from "../../../lib/fault";
import { mailboxFault } from "../../../lib/microsoft/connector";
import { domainPatternFault } from "./domain-pattern";
import { type Given, isEmpty, memberFaults } from "./given";

/** What the rules look at, by the names of the resource's attributes. */
export interface OutboundConnectorValues {
  readonly connector_type: Given<string>;
  readonly recipient_domains: Given<readonly string[]>;
  readonly use_mx_record: Given<boolean>;
  readonly smart_hosts: Given<readonly string[]>;
  readonly tls_settings: Given<string>;
  readonly tls_domain: Given<string>;
  readonly all_accepted_domains: Given<boolean>;
  readonly route_all_messages_via_on_premises: Given<boolean>;
  readonly sender_rewriting_enabled: Given<boolean>;
  readonly is_transport_rule_scoped: Given<boolean>;
  readonly cloud_services_mail_enabled: Given<boolean>;
  readonly validation_recipients: Given<readonly string[]>;
}

/**
 * What Exchange would refuse, or take and silently not do.
 * Source: https://learn.microsoft.com/powershell/module/exchange/new-outboundconnector
 */
export function outboundConnectorFaults(values: OutboundConnectorValues): readonly Fault[] {
  return [
    ...memberFaults("recipient_domains", values.recipient_domains, domainPatternFault),
    ...memberFaults("smart_hosts", values.smart_hosts, smartHostFault),
    ...memberFaults("validation_recipients", values.validation_recipients, mailboxFault),
    ...route(values),
    ...tls(values),
    ...premises(values),
    ...scope(values),
  ];
}

/** A host, or an address (in brackets too, as Exchange writes it). */
function smartHostFault(text: string): Fault | undefined {
  const bare = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  if (canonicalIp4(bare) !== undefined || parseName(text).ok) return undefined;
  const received = JSON.stringify(text);
  const expected = "a host name or an IPv4 address";
  if (canonicalIp6(bare) !== undefined) return { message: "no IPv6 smart hosts", received, expected };
  return { message: "not a smart host", received, expected };
}

function* route({ use_mx_record, smart_hosts }: OutboundConnectorValues): Generator<Fault> {
  if (use_mx_record === false && isEmpty(smart_hosts)) {
    yield {
      path: ["smart_hosts"],
      message: "no smart hosts, and no MX records to go by",
      fix: "set smart_hosts, or use_mx_record = true",
    };
  }
  if (use_mx_record === true && (smart_hosts?.length ?? 0) > 0) {
    yield {
      path: ["smart_hosts"],
      message: "smart hosts are not used while mail goes by MX records",
      fix: "set use_mx_record = false",
    };
  }
}

function* tls({ tls_settings, tls_domain }: OutboundConnectorValues): Generator<Fault> {
  if (typeof tls_domain === "string" && tls_settings !== undefined && tls_settings !== "DomainValidation") {
    yield {
      path: ["tls_domain"],
      message: `not checked with tls_settings ${tls_settings ?? "unset"}`,
      received: JSON.stringify(tls_domain),
      fix: 'set tls_settings = "DomainValidation", or leave tls_domain out',
    };
  }
  if (tls_settings === "DomainValidation" && tls_domain === null) {
    yield {
      path: ["tls_settings"],
      message: "no domain to look for in the certificate",
      fix: "set tls_domain",
    };
  }
}

function* premises(values: OutboundConnectorValues): Generator<Fault> {
  if (values.connector_type !== "Partner") return;
  for (const attribute of [
    "all_accepted_domains",
    "route_all_messages_via_on_premises",
    "sender_rewriting_enabled",
    "cloud_services_mail_enabled",
  ] as const) {
    if (values[attribute] === true) {
      yield {
        path: [attribute],
        message: "for connectors to the premises only",
        received: "true",
        fix: 'set connector_type = "OnPremises", or leave it out',
      };
    }
  }
}

/** Which mail takes the connector: recipient domains, all accepted domains, or what a transport rule sends there. */
function* scope(values: OutboundConnectorValues): Generator<Fault> {
  const { recipient_domains, all_accepted_domains, is_transport_rule_scoped } = values;
  const route_all = values.route_all_messages_via_on_premises;
  if (all_accepted_domains === true && (recipient_domains?.length ?? 0) > 0) {
    yield {
      path: ["recipient_domains"],
      message: "not together with all_accepted_domains",
      fix: "keep one of the two",
    };
  }
  if (
    isEmpty(recipient_domains) &&
    all_accepted_domains === false &&
    is_transport_rule_scoped === false &&
    route_all === false
  ) {
    yield {
      path: ["recipient_domains"],
      message: "no mail would take this connector",
      fix: "set recipient_domains, all_accepted_domains or is_transport_rule_scoped",
    };
  }
}
