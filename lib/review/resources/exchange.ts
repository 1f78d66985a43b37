import { parseName } from "../../dns/name";
import { allKnown, known } from "../plan/attributes";
import type { PlannedOutboundConnector, PlannedResource, ResourceReader } from "./resource-fact";

/** The keys of a domain, which sign nothing until {@link dkimSigning} is there. */
export const dkimSigningConfig: ResourceReader = ({ attributes, where }) => {
  const keySize = known(attributes.number("key_size"));
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
  const certificateName = known(attributes.text("tls_sender_certificate_name"));
  return [
    {
      kind: "inbound connector",
      name: known(attributes.text("name")) ?? "",
      enabled: known(attributes.flag("enabled")) ?? true,
      type: typeOf(attributes),
      requireTls: known(requireTls) ?? true,
      ...(certificateName === undefined ? {} : { certificateName }),
      senderAddresses: allKnown(attributes.texts("sender_ip_addresses")),
      where,
    },
  ];
};

export const outboundConnector: ResourceReader = ({ attributes, where }) => {
  const tls = attributes.text("tls_settings");
  if (tls.kind === "unknown")
    return [{ kind: "unread", why: "what it demands of TLS is known after apply", where }];
  const setting = TLS_SETTINGS.find((one) => one === known(tls));
  const validated = known(attributes.flag("is_validated"));
  return [
    {
      kind: "outbound connector",
      name: known(attributes.text("name")) ?? "",
      enabled: known(attributes.flag("enabled")) ?? true,
      type: typeOf(attributes),
      ...(setting ? { tls: setting } : {}),
      smartHosts: allKnown(attributes.texts("smart_hosts")),
      recipientDomains: allKnown(attributes.texts("recipient_domains")),
      ...(validated === undefined ? {} : { validated }),
      where,
    },
  ];
};

/** `exo_hosted_outbound_spam_filter_policy`, after `Set-HostedOutboundSpamFilterPolicy -AutoForwardingMode`. */
export const outboundSpamPolicy: ResourceReader = ({ attributes, where }) => {
  const mode = MODES.find((one) => one === known(attributes.text("auto_forwarding_mode")));
  const policy = known(attributes.text("name")) ?? known(attributes.text("identity")) ?? "Default";
  return mode ? [{ kind: "forwarding", policy, mode, where }] : [];
};

const MODES = ["On", "Off", "Automatic"] as const;

const TLS_SETTINGS = [
  "EncryptionOnly",
  "CertificateValidation",
  "DomainValidation",
] as const satisfies readonly PlannedOutboundConnector["tls"][];

function typeOf(attributes: PlannedResource["attributes"]): "OnPremises" | "Partner" {
  return known(attributes.text("connector_type")) === "OnPremises" ? "OnPremises" : "Partner";
}

function domainOf(attributes: PlannedResource["attributes"]) {
  const domain = parseName(known(attributes.text("domain")) ?? known(attributes.text("name")) ?? "");
  return domain.ok ? [domain.value] : [];
}
