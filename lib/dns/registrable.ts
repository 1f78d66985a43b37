import { getDomain, getPublicSuffix } from "tldts";
import { type DnsName, parseName } from "./name";

/** Of the public suffix list its part for registries alone, not that of companies which hand out names below theirs. */
const REGISTRIES = { allowPrivateDomains: false, validateHostname: false };

/** The domain that somebody registers, by the public suffix list. */
export function registrableDomain(name: string): DnsName | undefined {
  const found = getDomain(name, REGISTRIES);
  const read = found === null ? undefined : parseName(found, "owner");
  return read?.ok ? read.value : undefined;
}

/** Below which name domains are registered: `co.uk` of `www.contoso.co.uk`. Empty for none. */
export function publicSuffix(name: string): string {
  return getPublicSuffix(name, REGISTRIES) ?? "";
}
