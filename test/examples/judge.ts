import { dkimSign } from "mailauth/lib/dkim/sign";
import { dkimVerify } from "mailauth/lib/dkim/verify";
import { dmarc } from "mailauth/lib/dmarc";
import { spf } from "mailauth/lib/spf";
import type { Resolver } from "./dns";
import type { Signature } from "./routes";

/** A message as its receiver sees it arrive. */
export interface Arrival {
  /** Domain of the author's address. */
  readonly from: string;
  /** Domain of the bounce address. */
  readonly mailFrom: string;
  readonly ip: string;
  readonly signature?: Signature;
}

export interface Verdict {
  readonly spf: string;
  /** `none` without a signature. */
  readonly dkim: string;
  readonly dmarc: string;
  /** What the domain asks receivers to do with mail that fails. */
  readonly disposition: string;
}

/** The verdict of mailauth, an implementation that shares nothing with this project, in its strict mode. */
export async function judge(arrival: Arrival, resolver: Resolver): Promise<Verdict> {
  const { from, mailFrom, ip, signature } = arrival;
  const envelope = await spf({
    sender: `bounce@${mailFrom}`,
    ip,
    helo: "client.example",
    mta: "mx.receiver.example",
    resolver,
    strict: true,
  });
  const signatures = signature ? await verifySignature(from, signature, resolver) : [];
  const result = await dmarc({
    headerFrom: [`ceo@${from}`],
    spfDomains: envelope.status.result === "pass" ? [mailFrom] : [],
    dkimDomains: signatures
      .filter(({ status }) => status === "pass")
      .map(({ domain }) => ({ domain, aligned: domain })),
    resolver,
    strict: true,
  });
  if (!result) throw new Error(`mailauth finds no author in ${from}`);
  return {
    spf: envelope.status.result,
    dkim: signatures[0]?.status ?? "none",
    dmarc: result.status.result,
    disposition: result.policy,
  };
}

async function verifySignature(
  from: string,
  { domain, selector, privateKey, algorithm = "ed25519-sha256" }: Signature,
  resolver: Resolver,
): Promise<readonly { readonly domain: string; readonly status: string }[]> {
  const message = `From: <ceo@${from}>\r\nTo: <you@receiver.example>\r\nSubject: Invoice\r\n\r\nPlease pay.\r\n`;
  const signer = { signingDomain: domain, selector, privateKey, algorithm };
  // mailauth's types want the signer beside the list, its code reads the list alone.
  const { signatures, errors } = await dkimSign(message, { ...signer, signatureData: [signer] });
  if (errors.length > 0)
    throw new Error(`cannot sign as ${selector} of ${domain}: ${errors[0]?.err.message}`);
  const { results } = await dkimVerify(`${signatures}${message}`, { resolver, strict: true });
  return results.map((result) => ({ domain: result.signingDomain ?? "", status: result.status.result }));
}
