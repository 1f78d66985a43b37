/** Types of records that Microsoft looks up. */
export type LookedUpType = "CNAME" | "MX" | "TXT";

/** The public DNS as another part of the sandbox sees it. */
export interface DnsSource {
  /**
   * The data of all records of that type at exactly that name; no CNAME is followed. Names are in lower case and
   * without a trailing dot, TXT is joined to one text, MX reads `0 contoso-com.mail.protection.outlook.com`.
   */
  lookUp(name: string, type: LookedUpType): readonly string[];
}

/** What the DNS server asks Microsoft's part for, at every question. */
export interface MicrosoftNames {
  readonly tenants: { all(): readonly TenantNames[] };
  /** The selectors of all DKIM configs that have keys. */
  dkimSelectors(): readonly DkimSelector[];
  /** The keys of a domain's selectors. They may have to be made first, which takes up to a second. */
  dkimKeys(domain: string): readonly (DkimSelector & { readonly publicKey: string })[];
}

interface TenantNames {
  /** `contoso`, of `contoso.onmicrosoft.com`. */
  readonly initialPrefix: string;
  /** By name; what Graph says has to be published for them. */
  readonly domains: ReadonlyMap<string, { readonly serviceConfigurationRecords: readonly object[] }>;
}

export interface DkimSelector {
  /** Whose mail is signed. */
  readonly domain: string;
  readonly selector: string;
  /** Where Microsoft publishes the key: what the domain's CNAME has to point to. */
  readonly target: string;
  /** 1024 or 2048. */
  readonly bits: number;
}
