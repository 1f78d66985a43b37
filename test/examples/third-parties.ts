import { generateKeyPairSync } from "node:crypto";
import type { PublishedRecord } from "./published";

type Answer = Pick<PublishedRecord, "name" | "type" | "data" | "strings">;

/**
 * Somebody else's mail service: it publishes its senders' addresses and its customers' DKIM keys, and sends.
 * Addresses are of 198.18.0.0/15, which never appears on the Internet (RFC 2544), one network a service.
 */
export interface ThirdParty {
  readonly name: string;
  /** An address that the service sends from. */
  readonly ip: string;
  /** The key that it signs its customers' mail with, made for this run. */
  readonly privateKey: string;
  /** Text of the key record that it publishes under each of its DKIM targets. */
  readonly keyRecord: string;
  /** Every name below these domains is the service's. */
  readonly domains: readonly string[];
  readonly spf: string;
}

const PARTIES = [
  party(1, "Exchange Online", "spf.protection.outlook.com", "onmicrosoft.com", "dkim.mail.microsoft"),
  party(2, "Exchange Online GCC High", "spf.protection.office365.us", "onmicrosoft.us"),
  party(3, "sendgrid", "sendgrid.net"),
  party(4, "mailchimp", "mcsv.net"),
  party(5, "zendesk", "zendesk.com"),
  party(6, "salesforce", "salesforce.com"),
  party(7, "amazon-ses", "amazonses.com"),
  party(8, "mandrill", "mandrillapp.com"),
  party(9, "google-workspace", "_spf.google.com"),
  party(10, "klaviyo", "klaviyodns.com"),
  party(11, "hubspot", "hubspotemail.net"),
  party(12, "postmark", "mtasv.net"),
  party(13, "mailjet", "mailjet.com"),
  party(14, "mimecast", "mimecast.com"),
  party(15, "proofpoint", "pphosted.com"),
  party(16, "proofpoint-essentials", "ppe-hosted.com"),
  party(17, "freshdesk", "freshemail.io"),
  party(18, "brevo", "brevo.com"),
  party(19, "mailgun", "mailgun.org", "mailgun.com"),
  party(20, "the lift operator", "alpineskihouse.example"),
] as const;

export function thirdParty(name: string): ThirdParty {
  const found = PARTIES.find((each) => each.name === name);
  if (!found) throw new Error(`${name} is no third party of the examples`);
  return found;
}

/** What third parties publish at a name, if it is one of theirs; the most specific domain decides whose. */
export function answerOfOthers(name: string): readonly Answer[] | undefined {
  const [owner] = PARTIES.flatMap((each) => each.domains.map((domain) => ({ each, domain })))
    .filter(({ domain }) => name === domain || name.endsWith(`.${domain}`))
    .sort((a, b) => b.domain.length - a.domain.length);
  if (!owner) return STRANGER.get(name);
  const { each } = owner;
  // Freshdesk's spfmx1.domainkey.freshemail.io stands among its keys and holds SPF.
  const isKey = /dkim|domainkey/.test(name) && !name.startsWith("spfmx");
  const value = isKey ? each.keyRecord : each.spf;
  return [txt(name, value), { name, type: "A", data: each.ip, strings: [] }];
}

/** A forger's RSA key: of the kind that the published keys are, and none of them. */
export const FORGED_KEY = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
  type: "pkcs8",
  format: "pem",
});

/** An honest domain of a dishonest man: its SPF passes from his address, and it aligns with nobody else. */
export const STRANGER_DOMAIN = "stranger.example";
export const STRANGER_IP = "198.51.100.66";
export const STRANGER_KEY = key();

const STRANGER = new Map([
  [STRANGER_DOMAIN, [txt(STRANGER_DOMAIN, `v=spf1 ip4:${STRANGER_IP} -all`)]],
  [`mail._domainkey.${STRANGER_DOMAIN}`, [txt(`mail._domainkey.${STRANGER_DOMAIN}`, STRANGER_KEY.record)]],
]);

function txt(name: string, value: string): Answer {
  return { name, type: "TXT", data: value, strings: [value] };
}

function party(network: number, name: string, ...domains: readonly string[]): ThirdParty {
  const { privateKey, record } = key();
  const spf = `v=spf1 ip4:198.18.${network}.0/24 ip6:2001:2:0:${network}::/64 -all`;
  return { name, ip: `198.18.${network}.25`, privateKey, keyRecord: record, domains, spf };
}

/** Ed25519 (RFC 8463): made in no time, and short. */
function key(): { readonly privateKey: string; readonly record: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return {
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    record: `v=DKIM1; k=ed25519; p=${Buffer.from(x, "base64url").toString("base64")}`,
  };
}
