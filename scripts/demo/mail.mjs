// One genuine and one forged message for each mail domain, judged by mailauth through the sandbox's DNS.
import { cell, dim, green, red, yellow } from "./paint.mjs";
import { mailauth } from "./require.mjs";

const { dkimSign } = mailauth("dkim/sign");
const { dkimVerify } = mailauth("dkim/verify");
const { dmarc } = mailauth("dmarc");
const { spf } = mailauth("spf");

/** An address that the sandbox's SPF records of Microsoft name. */
const EXCHANGE = "192.0.2.25";

/** Somebody who has no business with these domains (RFC 5737). */
const FORGER = "198.51.100.66";

/**
 * A message as the domain itself would send it: signed by Exchange Online with the key that the sandbox made, or from an
 * address that the estate names. `undefined` if the domain sends nothing, or all of it through others' services.
 */
export function genuine({ plan: { domain }, options }, keys) {
  const [key] = keys;
  if (key) return { domain, ip: EXCHANGE, signature: key };
  const [network] = [...(options.onPremises?.egress ?? []), ...(options.spf?.ip4 ?? [])];
  if (network) return { domain, ip: network.replace(/\/.*/, "") };
  const host = Object.values(options.records ?? {}).find(({ name }) => name?.endsWith("._spf"));
  return host && { domain, ip: host.name.slice(0, -"._spf".length) };
}

export const forged = ({ plan: { domain } }) => ({ domain, ip: FORGER });

/** What a receiver makes of it: DMARC's result, by what it passes, and what the domain asks for if it fails. */
export async function judge({ domain, ip, signature }, resolver) {
  const message = `From: <ceo@${domain}>\r\nTo: <you@receiver.example>\r\nSubject: Invoice\r\n\r\nPlease pay.\r\n`;
  const envelope = await spf({
    sender: `ceo@${domain}`,
    ip,
    helo: "mail.example",
    mta: "mx.receiver.example",
    resolver,
  });
  const signatures = signature ? await verified(message, signature, resolver) : [];
  const passes = {
    spf: envelope.status.result === "pass",
    dkim: signatures.some(({ status }) => status === "pass"),
  };
  const result = await dmarc({
    headerFrom: [`ceo@${domain}`],
    spfDomains: passes.spf ? [domain] : [],
    dkimDomains: passes.dkim ? [{ domain, aligned: domain }] : [],
    resolver,
  });
  return {
    result: result.status.result,
    by: Object.keys(passes).filter((mechanism) => passes[mechanism]),
    asked: result.policy,
  };
}

async function verified(message, { domain, selector, privateKey }, resolver) {
  const signer = { signingDomain: domain, selector, privateKey, algorithm: "rsa-sha256" };
  const { signatures, errors } = await dkimSign(message, { ...signer, signatureData: [signer] });
  if (errors.length > 0) throw new Error(`cannot sign as ${selector} of ${domain}: ${errors[0].err.message}`);
  const { results } = await dkimVerify(`${signatures}${message}`, { resolver });
  return results.map((result) => ({ status: result.status.result }));
}

export function genuineCell(verdict, { plan: { profile } }) {
  if (!verdict) return cell(profile === "send-only" ? "sent by a service" : "sends nothing", dim);
  return verdict.result === "pass"
    ? cell(`pass by ${verdict.by.join(", ")}`, green)
    : cell(verdict.result, red);
}

export function forgedCell({ result, asked }) {
  if (result !== "fail") return cell(result, red);
  return cell(`fail: ${asked}`, { none: red, quarantine: yellow, reject: green }[asked]);
}
