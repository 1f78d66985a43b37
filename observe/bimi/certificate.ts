import { X509Certificate } from "node:crypto";
import type { DnsName } from "../../lib/dns/name";
import { unpacked } from "./logo";

const DAY = 24 * 60 * 60 * 1000;
const MOST_CERTIFICATES = 10;
/** id-kp-BrandIndicatorforMessageIdentification (draft-fetch-validation-vmc-wchuang §4.1). */
const BRAND_INDICATOR = "1.3.6.1.5.5.7.3.31";
/** RFC 3709: the extension `id-pe-logotype`, 1.3.6.1.5.5.7.1.12, as DER writes its name. */
const LOGOTYPE = Buffer.from("06082b0601050507010c", "hex");

/** What is wrong with a mark certificate, and how long it is valid. */
export interface MarkCertificate {
  readonly faults: readonly string[];
  /** Whole days; below 0 it has ended. Absent: there is no certificate. */
  readonly days?: number;
}

/**
 * Looks at the chain of a mark certificate (draft-fetch-validation-vmc-wchuang §5): its form, signatures, times, what it is
 * for, whose it is, and whether its logo is the one that is published. Whether receivers trust its root, each decides by
 * itself, and whether it was withdrawn is not asked.
 * @param names the domain, and the name of the BIMI record
 * @param logo the published one, where it could be fetched
 */
export function markCertificate(
  file: Buffer,
  names: readonly DnsName[],
  logo: Buffer | undefined,
  now: Date,
): MarkCertificate {
  const blocks = file
    .toString("latin1")
    .match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g);
  if (!blocks) return { faults: ["it holds no certificate in PEM"] };
  if (blocks.length > MOST_CERTIFICATES) return { faults: [`it holds ${blocks.length} certificates`] };
  const chain = blocks.flatMap((block) => parsed(block) ?? []);
  const [leaf] = chain;
  if (!leaf || chain.length < blocks.length) return { faults: ["a certificate in it cannot be read"] };
  const days = Math.floor((Date.parse(leaf.validTo) - now.getTime()) / DAY);
  return {
    faults: [
      ...faultsOfChain(chain, now),
      ...(leaf.keyUsage?.includes(BRAND_INDICATOR) ? [] : ["it is not one for brand indicators"]),
      ...(isFor(leaf, names) ? [] : [`it is for ${sanOf(leaf).join(", ") || "nobody"}, not for ${names[0]}`]),
      ...faultsOfLogo(leaf, logo),
    ],
    days,
  };
}

function parsed(block: string): X509Certificate | undefined {
  try {
    return new X509Certificate(block);
  } catch {
    return undefined;
  }
}

function faultsOfChain(chain: readonly X509Certificate[], now: Date): readonly string[] {
  const faults: string[] = [];
  const ordered = chain.slice(0, -1).every((one, at) => {
    const issuer = chain[at + 1];
    return issuer?.ca === true && one.checkIssued(issuer) && one.verify(issuer.publicKey);
  });
  if (!ordered) faults.push("its chain is not in order: each certificate has to be signed by the next");
  if (chain.length < 2) faults.push("its issuer's certificate is not in the file");
  chain.forEach((one, at) => {
    const [from, to] = [Date.parse(one.validFrom), Date.parse(one.validTo)];
    const what = at === 0 ? "it" : `certificate ${at + 1} of its chain`;
    if (!(from <= now.getTime())) faults.push(`${what} is not valid yet`);
    else if (!(now.getTime() <= to)) faults.push(`${what} has expired`);
  });
  return faults;
}

/** Names of the subject, a few of them. */
function sanOf({ subjectAltName = "" }: X509Certificate): readonly string[] {
  return subjectAltName
    .split(/,\s*/)
    .filter((name) => name.startsWith("DNS:"))
    .map((name) => name.slice(4).toLowerCase())
    .slice(0, 20);
}

/** It may be for the domain, for one above it, or for the name of the record with its selector alone. */
function isFor(leaf: X509Certificate, names: readonly DnsName[]): boolean {
  return sanOf(leaf).some((name) => names.some((own) => own === name || own.endsWith(`.${name}`)));
}

function faultsOfLogo(leaf: X509Certificate, logo: Buffer | undefined): readonly string[] {
  if (!leaf.raw.includes(LOGOTYPE)) return ["it holds no logo"];
  const [, base64 = ""] =
    /data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)/.exec(leaf.raw.toString("latin1")) ?? [];
  const held = base64 === "" ? undefined : unpacked(Buffer.from(base64, "base64"));
  const published = logo && unpacked(logo);
  if (!held) return ["the logo in it cannot be read"];
  return published && !published.equals(held) ? ["the logo in it is not the one that is published"] : [];
}
