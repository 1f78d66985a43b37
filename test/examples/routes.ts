import type { MailDomainOptions } from "../../lib/options";
import type { MailName } from "./example";
import { type ThirdParty, thirdParty } from "./third-parties";

/**
 * One way in which mail leaves in a domain's name, as the service's own documentation describes it: what it bounces
 * to, from where it comes, and whose signatures it carries. Written from what the estate says, not from its records.
 */
export interface Route {
  readonly by: string;
  /** The sending client's address. */
  readonly ip: string;
  /** Domain of the bounce address. */
  readonly mailFrom: string;
  /** Does the bounce address align, and so SPF make the mail pass DMARC? */
  readonly spfAligns: boolean;
  /** Signatures that each make the mail pass DMARC alone. */
  readonly signatures: readonly Signature[];
  /** Selectors whose public key stands in the estate itself; the private half is the service's secret. */
  readonly ownKeys?: readonly string[];
}

export interface Signature {
  readonly domain: string;
  readonly selector: string;
  readonly privateKey: string | Buffer;
  /** @default "ed25519-sha256" */
  readonly algorithm?: string;
}

type Options = Omit<MailDomainOptions, "domain">;

/** Every route by which the estate says that mail of this name leaves. */
export function routesOf({ name, options }: MailName): readonly Route[] {
  if (options.profile === "parked" || options.profile === "receive-only") return [];
  return [
    ...exchangeOnline(name, options),
    ...addresses(name, options),
    ...otherSigners(name, options),
    ...(options.senders ?? []).map((use) => {
      const [sender = "", values = {}] = typeof use === "string" ? [use] : (Object.entries(use)[0] ?? []);
      const route = SENDERS[sender];
      if (!route) throw new Error(`nobody has told this test how ${sender} sends`);
      return route(name, { ...values }, thirdParty(sender));
    }),
  ];
}

function exchangeOnline(name: string, { profile, tenant }: Options): readonly Route[] {
  if (profile !== "exchange-online" && profile !== "eop-onpremises") return [];
  const party = thirdParty(tenant?.cloud === "gcc-high" ? "Exchange Online GCC High" : "Exchange Online");
  return [aligned(party, name, signed(party, name, "selector1", "selector2"))];
}

/** Hosts of the estate's own, which send by themselves and sign nothing. */
function addresses(name: string, { spf = {}, onPremises }: Options): readonly Route[] {
  const networks = [...(onPremises?.egress ?? []), ...(spf.ip4 ?? []), ...(spf.ip6 ?? [])];
  const named = [...(spf.a === true ? [] : (spf.a ?? [])), ...(spf.exists ?? [])];
  const ips = [...networks.map((network) => network.replace(/\/.*/, "")), ...named.flatMap(hostAddresses)];
  return ips.map((ip) => ({ by: ip, ip, mailFrom: name, spfAligns: true, signatures: [] }));
}

/** The hosts behind the names that the group's estate gives instead of addresses. */
function hostAddresses(name: string): readonly string[] {
  const hosts: Readonly<Record<string, readonly string[]>> = {
    "out.consolidatedmessenger.com": ["192.0.2.200", "2001:db8:99::200"],
    "%{i}._spf.relecloud.com": ["192.0.2.33", "192.0.2.34"],
  };
  return hosts[name] ?? [];
}

function otherSigners(name: string, { spf, dkim }: Options): readonly Route[] {
  if (!spf?.include && !dkim?.selectors) return [];
  const party = thirdParty("the lift operator");
  return [aligned(party, name, signed(party, name, "lift"))];
}

type SenderValues = Readonly<Record<string, string | boolean | readonly string[]>>;
type SenderRoute = (domain: string, values: SenderValues, party: ThirdParty) => Route;

const SENDERS: Readonly<Record<string, SenderRoute>> = {
  "amazon-ses": (domain, { mailFrom, tokens }, party) =>
    aligned(party, `${mailFrom}.${domain}`, signed(party, domain, ...list(tokens))),
  brevo: (domain, _, party) => foreign(party, signed(party, domain, "brevo1", "brevo2")),
  freshdesk: (domain, { returnPath, selectors }, party) =>
    aligned(party, `${returnPath}.${domain}`, signed(party, domain, ...list(selectors))),
  "google-workspace": (domain, _, party) => ({ ...aligned(party, domain, []), ownKeys: ["google"] }),
  hubspot: (domain, { portal }, party) =>
    foreign(party, signed(party, domain, `hs1-${portal}`, `hs2-${portal}`)),
  klaviyo: (domain, { sendingDomain, selectors }, party) =>
    aligned(party, `${sendingDomain}.${domain}`, signed(party, domain, ...list(selectors))),
  mailchimp: (domain, _, party) => foreign(party, signed(party, domain, "k2", "k3")),
  mailgun: (domain, { subdomain }, party) => {
    const own = `${subdomain}.${domain}`;
    return aligned(party, own, signed(party, own, "pdk1", "pdk2"));
  },
  mailjet: (domain, { returnPath }, party) => ({
    ...aligned(party, `${returnPath}.${domain}`, []),
    ownKeys: ["mailjet"],
  }),
  mandrill: (domain, { returnPath }, party) =>
    aligned(party, `${returnPath}.${domain}`, signed(party, domain, "mte1", "mte2")),
  mimecast: (domain, _, party) => aligned(party, domain, []),
  postmark: (domain, { selector, returnPath = "pm-bounces" }, party) => ({
    ...aligned(party, `${returnPath}.${domain}`, []),
    ownKeys: [String(selector)],
  }),
  proofpoint: (domain, _, party) => aligned(party, domain, []),
  "proofpoint-essentials": (domain, _, party) => aligned(party, domain, []),
  salesforce: (domain, { selector, alternateSelector }, party) =>
    foreign(party, signed(party, domain, String(selector), String(alternateSelector))),
  sendgrid: (domain, { returnPath, selectors = ["s1", "s2"] }, party) => {
    const signatures = signed(party, domain, ...list(selectors));
    return returnPath === undefined
      ? foreign(party, signatures)
      : aligned(party, `${returnPath}.${domain}`, signatures);
  },
  zendesk: (domain, _, party) => aligned(party, domain, signed(party, domain, "zendesk1", "zendesk2")),
};

function aligned(party: ThirdParty, mailFrom: string, signatures: readonly Signature[]): Route {
  return { by: party.name, ip: party.ip, mailFrom, spfAligns: true, signatures };
}

/** Mail that bounces to the service's own domain: SPF passes there, and says nothing about the author's domain. */
function foreign(party: ThirdParty, signatures: readonly Signature[]): Route {
  const [own = ""] = party.domains;
  return { by: party.name, ip: party.ip, mailFrom: own, spfAligns: false, signatures };
}

function signed(party: ThirdParty, domain: string, ...selectors: readonly string[]): readonly Signature[] {
  return selectors.map((selector) => ({ domain, selector, privateKey: party.privateKey }));
}

function list(value: SenderValues[string] | undefined): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`a list belongs here, got ${JSON.stringify(value)}`);
  return value.map(String);
}
