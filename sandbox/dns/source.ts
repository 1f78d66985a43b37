/** Types of records that Microsoft looks up. */
type LookedUpType = "CNAME" | "MX" | "TXT";

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
  /** The selectors of all DKIM configs that have keys. */
  dkimSelectors(): readonly DkimSelector[];
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
