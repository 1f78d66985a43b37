import type { ZoneInput } from "../../hosts/index";
import type { IdentityOptions } from "../identity/options";
import type {
  BimiOptions,
  Cloud,
  ExtraRecordOptions,
  MailDomainOptions,
  MtaStsOptions,
  OnPremisesOptions,
  TlsRptOptions,
} from "../options";
import type { RulePackName } from "../pack-names";

/** What an estate file holds; the same types serve estates written in TypeScript. */
export interface EstateInput {
  /** Version of the file's form. */
  readonly version: 1;
  /** What every domain and subdomain takes unless it says otherwise. */
  readonly defaults?: DefaultsInput;
  /** Microsoft 365 tenants by a name of your choice. */
  readonly tenants?: Readonly<Record<string, TenantInput>>;
  /** Where Terraform keeps the state of each stack. @default local, `state/{stack}.tfstate` */
  readonly state?: StateInput;
  /** Which rules the estate is held to, and which findings are accepted. */
  readonly rules?: RulesInput;
  /** What a review of Terraform plans asks for an explicit word. */
  readonly review?: ReviewInput;
  /** The mail domains by name. */
  readonly domains: Readonly<Record<string, DomainInput>>;
}

export interface RulesInput {
  /** @default ["recommended"] */
  readonly packs?: readonly RulePackName[];
  readonly suppress?: readonly SuppressionInput[];
}

/** A finding that is accepted. */
export interface SuppressionInput {
  /** The rule's id. */
  readonly rule: string;
  readonly reason: string;
  /** Globs of domains and tenants. @default all of them */
  readonly domains?: readonly string[];
  /** The last day on which this holds, `YYYY-MM-DD`. @default for good */
  readonly until?: string;
}

export interface ReviewInput {
  /** @default every limit holds */
  readonly limits?: ReviewLimitsInput;
}

/** What a plan may do without `review --allow`: `ask` for that word, or `allow` it always. */
export interface ReviewLimitsInput {
  /** Deletion of more than a share of a zone's records. @default { share: 0.3, records: 10 } */
  readonly deletions?: "allow" | DeletionLimitInput;
  /** A domain that had an MX and has none any more. @default "ask" */
  readonly mxRemoved?: "ask" | "allow";
  /** A DMARC policy that is milder than before. @default "ask" */
  readonly dmarcWeakened?: "ask" | "allow";
  /** A Conditional Access policy that asks for what report-only has not shown before. @default "ask" */
  readonly policyOn?: "ask" | "allow";
  /** Sign-ins that get in, or get in with less, than before. @default "ask" */
  readonly signInsWeakened?: "ask" | "allow";
  /** A change of the emergency accounts or of their group. @default "ask" */
  readonly breakGlass?: "ask" | "allow";
  /** A policy, condition or member that the plan does not show. @default "ask" */
  readonly notJudged?: "ask" | "allow";
}

export interface DeletionLimitInput {
  /** Of the zone's records that the plans manage, 0 to 1. @default 0.3 */
  readonly share?: number;
  /** Only zones with at least so many managed records. @default 10 */
  readonly records?: number;
}

export interface TenantInput {
  /** The tenant's directory id. */
  readonly tenantId?: string;
  /** The tenant's first domain, e.g. `contoso.onmicrosoft.com`. */
  readonly initialDomain: string;
  /** @default "worldwide" */
  readonly cloud?: Cloud;
  /** Self-service password reset and Conditional Access. @default left alone */
  readonly identity?: IdentityOptions;
  /** `managed`: provider m365 does the Exchange side of the tenant's domains. @default only DNS is declared */
  readonly exchange?: "managed";
}

/** The keys of the posture that the file and the constructs share, and that defaults can give in part. */
interface SharedInput
  extends Omit<
    MailDomainOptions,
    | "domain"
    | "profile"
    | "tenant"
    | "mtaSts"
    | "tlsRpt"
    | "bimi"
    | "onPremises"
    | "acceptsReportsFrom"
    | "reportAuthorization"
    | "subdomains"
  > {
  /** What the domain does with mail; required, here or in `defaults`. */
  readonly profile?: MailDomainOptions["profile"];
  /** A tenant's name under `tenants`. */
  readonly tenant?: string;
  /** `mode` is required, here or in `defaults`. */
  readonly mtaSts?: Partial<MtaStsOptions>;
  /** `rua` is required, here or in `defaults`. */
  readonly tlsRpt?: Partial<TlsRptOptions>;
  /** `logo` is required, here or in `defaults`. */
  readonly bimi?: Partial<BimiOptions>;
  /** `egress` is required, here or in `defaults`. */
  readonly onPremises?: Partial<OnPremisesOptions>;
}

/** A subdomain: its tenant, TTL and zone are its domain's unless it names another tenant or TTL. */
export type SubdomainInput = SharedInput;

/** What domains may take from `defaults`. */
export interface DefaultsInput extends SharedInput {
  readonly reportAuthorization?: "each" | "any";
  readonly zone?: ZoneInput;
}

export interface DomainInput extends DefaultsInput {
  /** Ids of existing Cloudflare records by role, to be taken over: `{ Spf: 372e67954025e0ba6aaa6d586b9e0b59 }`. */
  readonly import?: Readonly<Record<string, string>>;
  /**
   * Records of others at names and types at which the domain publishes its own, by a key of your choice. Route 53 keeps
   * all of them in one record set, so they are written beside ours; elsewhere they stay by themselves.
   */
  readonly keep?: Readonly<Record<string, ExtraRecordOptions>>;
  /** Mail domains below this one, by relative name. */
  readonly subdomains?: Readonly<Record<string, SubdomainInput>>;
}

/** One backend. Each key, path, prefix or workspace holds `{stack}`, so that no two stacks share a state. */
export type StateInput =
  | { readonly local: LocalStateInput }
  | { readonly s3: S3StateInput }
  | { readonly azurerm: AzurermStateInput }
  | { readonly gcs: GcsStateInput }
  | { readonly cloud: CloudStateInput };

export interface LocalStateInput {
  /** @default "state/{stack}.tfstate" */
  readonly path?: string;
}

export interface S3StateInput {
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
  /** Lock by a file beside the state (Terraform 1.10). @default true */
  readonly useLockfile?: boolean;
  /** @default true */
  readonly encrypt?: boolean;
  readonly kmsKeyId?: string;
  /** The role that Terraform assumes. */
  readonly roleArn?: string;
  /** An S3-compatible service, e.g. `https://<account>.r2.cloudflarestorage.com`. */
  readonly endpoint?: string;
  readonly usePathStyle?: boolean;
  readonly skipCredentialsValidation?: boolean;
  readonly skipRegionValidation?: boolean;
  readonly skipRequestingAccountId?: boolean;
  readonly skipMetadataApiCheck?: boolean;
  readonly skipS3Checksum?: boolean;
}

export interface AzurermStateInput {
  readonly resourceGroupName?: string;
  readonly storageAccountName: string;
  readonly containerName: string;
  readonly key: string;
  readonly useOidc?: boolean;
  /** Entra ID instead of the storage account's key. @default true */
  readonly useAzureadAuth?: boolean;
  readonly subscriptionId?: string;
  readonly tenantId?: string;
  readonly clientId?: string;
  readonly environment?: "public" | "usgovernment" | "china";
}

export interface GcsStateInput {
  readonly bucket: string;
  readonly prefix: string;
  readonly impersonateServiceAccount?: string;
}

/** HCP Terraform or Terraform Enterprise. */
export interface CloudStateInput {
  readonly organization: string;
  /** @default "app.terraform.io" */
  readonly hostname?: string;
  readonly workspace: string;
  readonly project?: string;
}
