import type { DnsName } from "../../../../lib/dns/name";
import type {
  ExchangePosture,
  InboundConnectorPosture,
  OutboundConnectorPosture,
  SigningPosture,
} from "../../../../lib/posture/model";
import {
  connectorsState,
  exchangeChanges,
  forwardingState,
  signingState,
} from "../../../../lib/review/changes/exchange";
import { sentences } from "../before-after";

const tenant = (exchange?: ExchangePosture) => ({
  name: "contoso",
  ...(exchange ? { exchange } : {}),
  where: {},
});

const signing = (domain: string, enabled = true, ...keySizes: readonly number[]): SigningPosture => ({
  domain: domain as DnsName,
  enabled,
  keySizes,
  where: {},
});
const inbound = (name: string, more: Partial<InboundConnectorPosture> = {}): InboundConnectorPosture => ({
  name,
  enabled: true,
  type: "OnPremises",
  requireTls: true,
  senderAddresses: [],
  where: {},
  ...more,
});
const outbound = (name: string, more: Partial<OutboundConnectorPosture> = {}): OutboundConnectorPosture => ({
  name,
  enabled: true,
  type: "OnPremises",
  smartHosts: [],
  where: {},
  ...more,
});

test.each<[ExchangePosture | undefined, readonly [string, string, string]]>([
  [undefined, ["not managed", "not managed", "not managed"]],
  [{}, ["not managed", "not managed", "not managed"]],
  [{ signing: [], inboundConnectors: [], outboundConnectors: [], forwarding: [] }, ["none", "none", "none"]],
  [
    { signing: [signing("contoso.com"), signing("contoso.net", false), signing("fabrikam.com")] },
    ["contoso.com, fabrikam.com", "not managed", "not managed"],
  ],
  [
    { inboundConnectors: [inbound("From the premises"), inbound("Fabrikam", { enabled: false })] },
    ["not managed", "Fabrikam (in, off), From the premises (in)", "not managed"],
  ],
  [
    { outboundConnectors: [outbound("To the premises"), outbound("Fabrikam", { enabled: false })] },
    ["not managed", "Fabrikam (out, off), To the premises (out)", "not managed"],
  ],
  [
    {
      forwarding: [
        { policy: "Default", mode: "Off", where: {} },
        { policy: "Sales", mode: "On", where: {} },
      ],
    },
    ["not managed", "not managed", "Default Off, Sales On"],
  ],
])("a tenant's Exchange side %j", (exchange, [on, connectors, forwarding]) => {
  const posture = tenant(exchange);
  expect([signingState(posture), connectorsState(posture), forwardingState(posture)]).toEqual([
    on,
    connectors,
    forwarding,
  ]);
});

const TAKEN = "(mail from the premises or the partner is taken in another way)";
const LEAVES = "(mail to the premises or the partner leaves another way)";
const BROKEN_INTO = "(a mailbox that was broken into can send everything out)";
const DMARC = "(its mail no longer passes DMARC by DKIM)";

test.each<[string, ExchangePosture | undefined, ExchangePosture | undefined, readonly string[]]>([
  ["nothing, where nothing is managed", undefined, undefined, []],
  [
    "nothing",
    {
      signing: [signing("contoso.com", true, 2048)],
      inboundConnectors: [inbound("a")],
      outboundConnectors: [outbound("b")],
      forwarding: [{ policy: "Default", mode: "On", where: {} }],
    },
    {
      signing: [signing("contoso.com", true, 2048)],
      inboundConnectors: [inbound("a")],
      outboundConnectors: [outbound("b")],
      forwarding: [{ policy: "Default", mode: "On", where: {} }],
    },
    [],
  ],
  [
    "nothing but the place of it",
    { inboundConnectors: [inbound("a")] },
    { inboundConnectors: [inbound("a", { where: { address: "m365_inbound_connector.a" } })] },
    [],
  ],
  [
    "signing starts",
    { signing: [signing("contoso.com", false)] },
    { signing: [signing("contoso.com")] },
    ["low: DKIM signing of contoso.com on"],
  ],
  [
    "signing starts with its keys",
    undefined,
    { signing: [signing("contoso.com", true, 2048)] },
    ["low: DKIM signing of contoso.com on"],
  ],
  ["keys alone", undefined, { signing: [signing("contoso.com", false, 2048)] }, []],
  [
    "signing stops",
    { signing: [signing("contoso.com")] },
    { signing: [signing("contoso.com", false)] },
    [`medium: DKIM signing of contoso.com off ${DMARC}`],
  ],
  [
    "signing stops, and the keys go",
    { signing: [signing("contoso.com")] },
    { signing: [] },
    [`medium: DKIM signing of contoso.com off ${DMARC}`, "low: DKIM keys of contoso.com removed"],
  ],
  [
    "keys that signed nothing go",
    { signing: [signing("contoso.com", false)] },
    { signing: [] },
    ["low: DKIM keys of contoso.com removed"],
  ],
  [
    "the size of the key",
    { signing: [signing("contoso.com", true, 1024)] },
    { signing: [signing("contoso.com", true, 2048)] },
    ["low: DKIM key of contoso.com 1024 → 2048 bits, from the next rotation on"],
  ],
  [
    "a size that was not known",
    { signing: [signing("contoso.com")] },
    { signing: [signing("contoso.com", true, 2048)] },
    [],
  ],
  [
    "a size that is not known any more",
    { signing: [signing("contoso.com", true, 1024)] },
    { signing: [signing("contoso.com")] },
    [],
  ],
  [
    "each domain for itself",
    { signing: [signing("contoso.com", false), signing("contoso.net")] },
    { signing: [signing("contoso.com"), signing("contoso.net", false)] },
    ["low: DKIM signing of contoso.com on", `medium: DKIM signing of contoso.net off ${DMARC}`],
  ],
  [
    "an inbound connector comes",
    undefined,
    { inboundConnectors: [inbound("From the premises")] },
    ["low: Inbound connector From the premises added"],
  ],
  [
    "an outbound connector comes",
    undefined,
    { outboundConnectors: [outbound("To the premises", { smartHosts: ["smtp.contoso.com", "192.0.2.25"] })] },
    ["low: Outbound connector To the premises added, to smtp.contoso.com, 192.0.2.25"],
  ],
  [
    "an outbound connector comes that goes by MX",
    undefined,
    { outboundConnectors: [outbound("To Fabrikam")] },
    ["low: Outbound connector To Fabrikam added"],
  ],
  [
    "connectors go",
    { inboundConnectors: [inbound("In")], outboundConnectors: [outbound("Out")] },
    { inboundConnectors: [], outboundConnectors: [] },
    [`medium: Inbound connector In removed ${TAKEN}`, `medium: Outbound connector Out removed ${LEAVES}`],
  ],
  [
    "connectors are switched off",
    { inboundConnectors: [inbound("In")], outboundConnectors: [outbound("Out")] },
    {
      inboundConnectors: [inbound("In", { enabled: false })],
      outboundConnectors: [outbound("Out", { enabled: false })],
    },
    [`medium: Inbound connector In off ${TAKEN}`, `medium: Outbound connector Out off ${LEAVES}`],
  ],
  [
    "a connector is switched on",
    { outboundConnectors: [outbound("Out", { enabled: false })] },
    { outboundConnectors: [outbound("Out")] },
    [`medium: Outbound connector Out on ${LEAVES}`],
  ],
  [
    "what an inbound connector demands",
    { inboundConnectors: [inbound("In")] },
    { inboundConnectors: [inbound("In", { requireTls: false })] },
    [`medium: Inbound connector In changed ${TAKEN}`],
  ],
  [
    "where an outbound connector delivers",
    { outboundConnectors: [outbound("Out", { smartHosts: ["a.contoso.com"] })] },
    { outboundConnectors: [outbound("Out", { smartHosts: ["b.contoso.com"] })] },
    [`medium: Outbound connector Out changed, to b.contoso.com ${LEAVES}`],
  ],
  [
    "forwarding opens",
    { forwarding: [{ policy: "Default", mode: "Off", where: {} }] },
    { forwarding: [{ policy: "Default", mode: "On", where: {} }] },
    [
      `high: Mail to the outside may be forwarded automatically from now on (Default: Off → On) ${BROKEN_INTO}`,
    ],
  ],
  [
    "forwarding closes",
    { forwarding: [{ policy: "Default", mode: "On", where: {} }] },
    { forwarding: [{ policy: "Default", mode: "Automatic", where: {} }] },
    ["low: Forwarding to the outside, Default: On → Automatic"],
  ],
  [
    "Terraform takes a policy over",
    undefined,
    { forwarding: [{ policy: "Default", mode: "Off", where: {} }] },
    ["low: Forwarding to the outside, Default: not managed → Off"],
  ],
  [
    "a policy that Terraform deletes",
    { forwarding: [{ policy: "Sales", mode: "Off", where: {} }] },
    { forwarding: [] },
    [
      "medium: Forwarding to the outside, Sales: Off → not managed (another policy decides from now on whether mailboxes forward)",
    ],
  ],
])("what changes: %s", (_title, before, after, changes) => {
  expect(sentences(exchangeChanges(tenant(before), tenant(after)))).toEqual(changes);
});
