/** A provider's entry in a dependency lock file. */
export interface LockedProvider {
  /** E.g. `registry.terraform.io/cloudflare/cloudflare`. */
  readonly address: string;
  readonly version: string;
  /** Checksums of its packages: `h1:` over the files of one, `zh:` over its archive. */
  readonly hashes: readonly string[];
  /** The entry as it stands in the file. */
  readonly text: string;
}

/**
 * The entries of a dependency lock file as Terraform and OpenTofu write it.
 * https://developer.hashicorp.com/terraform/language/files/dependency-lock
 */
export function lockedProviders(lock: string): readonly LockedProvider[] {
  return [...lock.matchAll(ENTRY)].map(([text, address = "", version = ""]) => ({
    address,
    version,
    hashes: text.match(/\b(?:h1|zh):[A-Za-z0-9+/=]+/g) ?? [],
    text,
  }));
}

/** Address and version become paths: neither has a part that begins with a dot. */
const ENTRY =
  /^provider "([^"/\s.][^"/\s]*(?:\/[^"/\s.][^"/\s]*){2})" \{\s*version\s*=\s*"(\d[\w.+-]*)"[\s\S]*?^\}/gm;

/** A lock file with more entries, where it has none for the same provider yet. */
export function withEntries(lock: string, more: readonly LockedProvider[]): string {
  const there = new Set(lockedProviders(lock).map(({ address }) => address));
  const added = more.filter(({ address }) => !there.has(address)).map(({ text }) => `\n${text}\n`);
  return lock + added.join("");
}

/**
 * Does a configuration's `source` name the provider at an address?
 * @param source with or without a host, e.g. `hashicorp/azuread`
 */
export function isAddressOf(source: string, address: string): boolean {
  return address === source || address.endsWith(`/${source}`);
}
