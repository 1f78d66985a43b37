import { type ResourceJson, resource } from "../plan-json";
import { factsOf } from "./facts";

type Values = Readonly<Record<string, unknown>>;
const read = (type: string, after: Values, more: Partial<ResourceJson> = {}) =>
  factsOf([resource(`${type}.one`, undefined, after, more)]);
const at = (type: string) => ({ where: { address: `${type}.one` } });

test.each<[string, string, Values, readonly object[]]>([
  [
    "keys of a domain",
    "m365_dkim_signing_config",
    { domain: "contoso.com", key_size: 2048 },
    [{ kind: "dkim keys", domain: "contoso.com", keySize: 2048 }],
  ],
  [
    "keys whose size is left out",
    "m365_dkim_signing_config",
    { domain: "contoso.com", key_size: null },
    [{ kind: "dkim keys", domain: "contoso.com" }],
  ],
  ["keys of what is no domain", "m365_dkim_signing_config", { domain: "a b" }, []],
  [
    "signing",
    "m365_dkim_signing",
    { domain: "contoso.com" },
    [{ kind: "dkim signing", domain: "contoso.com" }],
  ],
  [
    "an accepted domain",
    "m365_accepted_domain",
    { name: "contoso.com" },
    [{ kind: "accepted domain", domain: "contoso.com" }],
  ],
  ["an accepted domain without a name", "m365_accepted_domain", {}, []],
  [
    "an inbound connector",
    "m365_inbound_connector",
    {
      name: "In",
      enabled: false,
      connector_type: "OnPremises",
      require_tls: false,
      tls_sender_certificate_name: "*.contoso.com",
      sender_ip_addresses: ["192.0.2.1"],
    },
    [
      {
        kind: "inbound connector",
        name: "In",
        enabled: false,
        type: "OnPremises",
        requireTls: false,
        certificateName: "*.contoso.com",
        senderAddresses: ["192.0.2.1"],
      },
    ],
  ],
  [
    "an inbound connector that leaves all out: Exchange's defaults",
    "m365_inbound_connector",
    {},
    [
      {
        kind: "inbound connector",
        name: "",
        enabled: true,
        type: "Partner",
        requireTls: true,
        senderAddresses: [],
      },
    ],
  ],
  [
    "an outbound connector",
    "m365_outbound_connector",
    {
      name: "Out",
      enabled: false,
      connector_type: "OnPremises",
      tls_settings: "DomainValidation",
      smart_hosts: ["smtp.contoso.com"],
      recipient_domains: ["contoso.com"],
      is_validated: true,
    },
    [
      {
        kind: "outbound connector",
        name: "Out",
        enabled: false,
        type: "OnPremises",
        tls: "DomainValidation",
        smartHosts: ["smtp.contoso.com"],
        recipientDomains: ["contoso.com"],
        validated: true,
      },
    ],
  ],
  [
    "an outbound connector that leaves all out",
    "m365_outbound_connector",
    { tls_settings: "Whatever" },
    [
      {
        kind: "outbound connector",
        name: "",
        enabled: true,
        type: "Partner",
        smartHosts: [],
        recipientDomains: [],
      },
    ],
  ],
  [
    "forwarding",
    "exo_hosted_outbound_spam_filter_policy",
    { name: "Sales", auto_forwarding_mode: "Automatic" },
    [{ kind: "forwarding", policy: "Sales", mode: "Automatic" }],
  ],
  [
    "forwarding of a policy known by its identity",
    "exo_hosted_outbound_spam_filter_policy",
    { identity: "Sales", auto_forwarding_mode: "On" },
    [{ kind: "forwarding", policy: "Sales", mode: "On" }],
  ],
  [
    "forwarding of the default policy",
    "exo_hosted_outbound_spam_filter_policy",
    { auto_forwarding_mode: "Off" },
    [{ kind: "forwarding", policy: "Default", mode: "Off" }],
  ],
  [
    "a policy that says nothing of forwarding",
    "exo_hosted_outbound_spam_filter_policy",
    { name: "Sales" },
    [],
  ],
])("%s", (_title, type, after, facts) => {
  expect(read(type, after)).toEqual(facts.map((fact) => ({ ...fact, ...at(type) })));
});

test.each(["EncryptionOnly", "CertificateValidation", "DomainValidation"])(
  "a connector may demand %s",
  (tls) => {
    expect(read("m365_outbound_connector", { tls_settings: tls })).toMatchObject([{ tls }]);
  },
);

test("what a connector demands, where it is known at apply only, is not read, and that is said", () => {
  expect(read("m365_inbound_connector", { require_tls: null }, { unknown: { require_tls: true } })).toEqual([
    { kind: "unread", why: "whether it requires TLS is known after apply", ...at("m365_inbound_connector") },
  ]);
  expect(
    read("m365_outbound_connector", { tls_settings: null }, { unknown: { tls_settings: true } }),
  ).toEqual([
    { kind: "unread", why: "what it demands of TLS is known after apply", ...at("m365_outbound_connector") },
  ]);
});
