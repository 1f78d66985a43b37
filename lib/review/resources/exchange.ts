import { parseName } from "../../dns/name";
import { knownValue, knownValues } from "../../plan/attributes";
import type { PlannedOutboundConnector, PlannedResource, ResourceReader } from "./resource-fact";

/** The keys of a domain, which sign nothing until {@link dkimSigning} is there. */
export const dkimSigningConfig: ResourceReader = ({ attributes, where }) => {
  const keySize = knownValue(attributes.number("key_size"));
  return domainOf(attributes).map((domain) => ({
    kind: "dkim keys",
    domain,
    ...(keySize === undefined ? {} : { keySize }),
    where,
  }));
};

export const dkimSigning: ResourceReader = ({ attributes, where }) =>
  domainOf(attributes).map((domain) => ({ kind: "dkim signing", domain, where }));

export const acceptedDomain: ResourceReader = ({ attributes, where }) =>
  domainOf(attributes).map((domain) => ({ kind: "accepted domain", domain, where }));

export const inboundConnector: ResourceReader = ({ attributes, where }) => {
  const requireTls = attributes.flag("require_tls");
  // A demand that is known after apply only is no finding.
  if (requireTls.kind === "unknown")
    return [{ kind: "unread", why: "whether it requires TLS is known after apply", where }];
  const certificateName = knownValue(attributes.text("tls_sender_certificate_name"));
  return [
    {
      kind: "inbound connector",
      name: knownValue(attributes.text("name")) ?? "",
      enabled: knownValue(attributes.flag("enabled")) ?? true,
      type: typeOf(attributes),
      requireTls: knownValue(requireTls) ?? true,
      ...(certificateName === undefined ? {} : { certificateName }),
      senderAddresses: knownValues(attributes.texts("sender_ip_addresses")),
      where,
    },
  ];
};

export const outboundConnector: ResourceReader = ({ attributes, where }) => {
  const tls = attributes.text("tls_settings");
  if (tls.kind === "unknown")
    return [{ kind: "unread", why: "what it demands of TLS is known after apply", where }];
  const setting = TLS_SETTINGS.find((one) => one === knownValue(tls));
  const validated = knownValue(attributes.flag("is_validated"));
  return [
    {
      kind: "outbound connector",
      name: knownValue(attributes.text("name")) ?? "",
      enabled: knownValue(attributes.flag("enabled")) ?? true,
      type: typeOf(attributes),
      ...(setting ? { tls: setting } : {}),
      smartHosts: knownValues(attributes.texts("smart_hosts")),
      recipientDomains: knownValues(attributes.texts("recipient_domains")),
      ...(validated === undefined ? {} : { validated }),
      where,
    },
  ];
};

/** `exo_hosted_outbound_spam_filter_policy`, after `Set-HostedOutboundSpamFilterPolicy -AutoForwardingMode`. */
export const outboundSpamPolicy: ResourceReader = ({ attributes, where }) => {
  const mode = MODES.find((one) => one === knownValue(attributes.text("auto_forwarding_mode")));
  const policy = knownValue(attributes.text("name")) ?? knownValue(attributes.text("identity")) ?? "Default";
  return mode ? [{ kind: "forwarding", policy, mode, where }] : [];
};

const MODES = ["On", "Off", "Automatic"] as const;

const TLS_SETTINGS = [
  "EncryptionOnly",
  "CertificateValidation",
  "DomainValidation",
] as const satisfies readonly PlannedOutboundConnector["tls"][];

function typeOf(attributes: PlannedResource["attributes"]): "OnPremises" | "Partner" {
  return knownValue(attributes.text("connector_type")) === "OnPremises" ? "OnPremises" : "Partner";
}

function domainOf(attributes: PlannedResource["attributes"]) {
  const domain = parseName(
    knownValue(attributes.text("domain")) ?? knownValue(attributes.text("name")) ?? "",
  );
  return domain.ok ? [domain.value] : [];
}
