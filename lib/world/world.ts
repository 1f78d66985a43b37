/**
 * What exists in the clouds outside Terraform: what a sandbox starts with, what it keeps in its state file, and what an
 * estate presupposes. Plain JSON.
 */
export interface World {
  readonly zones: readonly WorldZone[];
  readonly tenants: readonly WorldTenant[];
  /** Whose credentials open what, where there are several. @default one opens everything */
  readonly credentials?: readonly WorldCredentials[];
  /** What else there is, in the sandbox's own words: only a state file has it. */
  readonly objects?: { readonly [kind: string]: unknown };
}

/** What the credentials of one prefix open, or those without. */
export interface WorldCredentials {
  /** What stands before the names of their variables. @default nothing does */
  readonly prefix?: string;
  /** Ids of accounts at Cloudflare. */
  readonly accounts: readonly string[];
  /** Ids of tenants. */
  readonly tenants: readonly string[];
  /** What the token at Cloudflare may do, as its page calls it: `Zone › DNS › Edit`. @default everything */
  readonly permissions?: readonly string[];
}

/** A zone at Cloudflare. */
export interface WorldZone {
  /** Its apex, e.g. `contoso.com`. */
  readonly name: string;
  /** 32 hexadecimal digits. @default made from the name, the same each time */
  readonly id?: string;
  /** 32 hexadecimal digits. @default one account for all such zones */
  readonly accountId?: string;
  readonly records?: readonly WorldRecord[];
  /** Is the zone signed? @default false */
  readonly dnssec?: boolean;
  /** Does the domain's registrar delegate to Cloudflare? @default true */
  readonly active?: boolean;
  /** RFC 3339. @default when the sandbox starts */
  readonly createdOn?: string;
}

/** A record as Cloudflare's API shows it. */
export interface WorldRecord {
  /** 32 hexadecimal digits. @default made from zone, type, name and place in the list */
  readonly id?: string;
  /** `MX`, `TXT`, … */
  readonly type: string;
  /** Fully qualified, without a trailing dot. */
  readonly name: string;
  /** As the API shows it: TXT with its quotes. Left out where `data` says it. */
  readonly content?: string;
  readonly data?: { readonly [field: string]: unknown };
  readonly priority?: number;
  /** Seconds; 1 is Cloudflare's "automatic". @default 1 */
  readonly ttl?: number;
  /** @default false */
  readonly proxied?: boolean;
  readonly comment?: string;
  readonly tags?: readonly string[];
  readonly settings?: { readonly [setting: string]: unknown };
  /** What Cloudflare itself says about the record. */
  readonly meta?: { readonly [fact: string]: unknown };
  /** RFC 3339. @default when the sandbox starts */
  readonly createdOn?: string;
  /** RFC 3339. @default when the sandbox starts */
  readonly modifiedOn?: string;
}

/** A Microsoft 365 tenant. */
export interface WorldTenant {
  /** GUID. */
  readonly tenantId: string;
  /** `contoso.onmicrosoft.com`. */
  readonly initialDomain: string;
  /** By its name in an estate. @default "worldwide" */
  readonly cloud?: string;
  /** Custom domains that are verified. */
  readonly domains?: readonly string[];
  readonly users?: readonly WorldUser[];
  readonly groups?: readonly WorldGroup[];
  /** Client ids of applications that the tenant has beside those of Microsoft's that every tenant has. */
  readonly applications?: readonly string[];
  /**
   * The letters of Microsoft's newer host names: the j of `contoso-com.j-v1.mx.microsoft`, the n of
   * `….n-v1.dkim.mail.microsoft`. @default classic names
   */
  readonly partitions?: { readonly mx?: string; readonly dkim?: string };
  /** Names that single domains have otherwise, by domain: Microsoft hands them out, and no rule tells which. */
  readonly hosts?: { readonly [domain: string]: WorldHosts };
  /** Custom domains whose DKIM signing an administrator has switched on by hand: Microsoft has keys for them. */
  readonly signed?: readonly string[];
  /** Graph's application permissions that whoever signs in has. @default all */
  readonly permissions?: readonly string[];
  /** Do its users come from Active Directory, a moment ago? @default it is cloud-only */
  readonly synchronized?: boolean;
  /** What else there is, in the sandbox's own words: only a state file has it. */
  readonly objects?: { readonly [kind: string]: unknown };
}

/** Microsoft's host names for one domain. */
export interface WorldHosts {
  /** Where mail is delivered, e.g. `contoso-com.j-v1.mx.microsoft`. */
  readonly mx?: string;
  /** Where the CNAME of `selector1._domainkey` has to point. */
  readonly selector1?: string;
  /** Where the CNAME of `selector2._domainkey` has to point. */
  readonly selector2?: string;
}

export interface WorldUser {
  readonly userPrincipalName: string;
  /** @default the part before the @ */
  readonly displayName?: string;
  /** GUID. @default made from tenant and name, the same each time */
  readonly id?: string;
}

export interface WorldGroup {
  readonly displayName: string;
  /** GUID. @default made from tenant and name, the same each time */
  readonly id?: string;
  /** User principal names. */
  readonly members?: readonly string[];
  /** @default false */
  readonly isAssignableToRole?: boolean;
}
