import type { ZoneInput } from "../../hosts/index";
import type { ExchangeOptions } from "../exchange/options";
import type { IdentityOptions } from "../identity/options";
import type {
  AsFoundOptions,
  BimiOptions,
  Cloud,
  CredentialsOptions,
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
  /**
   * Versions of the providers that stacks may be run with, as Terraform's constraints, e.g. `{ cloudflare: "~> 5.20" }`.
   * @default all versions that stacks are made for
   */
  readonly providers?: ProvidersInput;
  /** Which rules the estate is held to, and which findings are accepted. */
  readonly rules?: RulesInput;
  /** What a review of Terraform plans asks for an explicit word. */
  readonly review?: ReviewInput;
  /**
   * Ids of existing Cloudflare records to be taken over, by domain and role: `{ contoso.com: { Spf: 372e… } }`, as `adopt`
   * writes them into a file of its own. A domain's `import` says the same in its entry. @default none
   */
  readonly imports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * Records that stand in the zones otherwise than declared, by domain and role, and stay so until their line is taken
   * out: `{ contoso.com: { Dmarc: absent } }`. @default none: all are published as declared
   */
  readonly asFound?: Readonly<Record<string, Readonly<Record<string, AsFoundOptions>>>>;
  /** The mail domains by name. */
  readonly domains: Readonly<Record<string, DomainInput>>;
}

/** Versions of providers, as Terraform's constraints; each within those that stacks are made for. */
export interface ProvidersInput {
  /** Of cloudflare/cloudflare, for zones at Cloudflare. @default ">= 5.14.0, < 6.0.0" */
  readonly cloudflare?: string;
  /** Of hashicorp/azuread, for the identities of tenants. @default ">= 3.7.0, < 4.0.0" */
  readonly azuread?: string;
  /** Of hashicorp/azurerm, for zones at Azure DNS. @default ">= 4.55.0, < 5.0.0" */
  readonly azurerm?: string;
}

/** Which rules an estate is held to. */
export interface RulesInput {
  /** Which rules are run. @default ["recommended"] */
  readonly packs?: readonly RulePackName[];
  /** Findings that are accepted, each with its reason. @default none */
  readonly suppress?: readonly SuppressionInput[];
}

/** A finding that is accepted. */
export interface SuppressionInput {
  /** The rule's id, such as `dmarc-policy-none`. */
  readonly rule: string;
  /** Why the finding is accepted; it is shown beside it. */
  readonly reason: string;
  /** Globs of domains and tenants. @default all of them */
  readonly domains?: readonly string[];
  /** The last day on which this holds, `YYYY-MM-DD`. @default for good */
  readonly until?: string;
}

/** How plans are reviewed. */
export interface ReviewInput {
  /** What a plan may do only with `review --allow`. @default every limit holds */
  readonly limits?: ReviewLimitsInput;
}

/** What a plan may do without `review --allow`: `ask` for that word, or `allow` it always. */
export interface ReviewLimitsInput {
  /** Deletion of more than a share of a zone's records. @default { share: 0.3, records: 10 } */
  readonly deletions?: "allow" | DeletionLimitInput;
  /** A domain that had an MX and has none any more, or whose MX hosts lose their last address. @default "ask" */
  readonly mxRemoved?: "ask" | "allow";
  /** A domain that had an SPF record and has none any more. @default "ask" */
  readonly spfRemoved?: "ask" | "allow";
  /** A DMARC policy that is milder than before. @default "ask" */
  readonly dmarcWeakened?: "ask" | "allow";
  /** An enforced MTA-STS policy that goes in one step, or MX hosts that the policy which senders hold leaves out. @default "ask" */
  readonly mtaStsBroken?: "ask" | "allow";
  /** A name of mail that somebody else answers from now on, by an alias or by name servers. @default "ask" */
  readonly takenOver?: "ask" | "allow";
  /** A zone that is deleted or replaced, no longer signed, or led to other name servers. @default "ask" */
  readonly zoneChanged?: "ask" | "allow";
  /** A Conditional Access policy that asks for what report-only has not shown before. @default "ask" */
  readonly policyOn?: "ask" | "allow";
  /** Sign-ins that get in, or get in with less, than before. @default "ask" */
  readonly signInsWeakened?: "ask" | "allow";
  /** A change of the emergency accounts or of their group. @default "ask" */
  readonly breakGlass?: "ask" | "allow";
  /** Exchange lets more mail through, or records less, than before. @default "ask" */
  readonly protectionLoosened?: "ask" | "allow";
  /**
   * A policy, condition, member or record of mail that the plan does not show; a resource that is not read, a plan that is
   * not whole, a stack that has left the estate. @default "ask"
   */
  readonly notJudged?: "ask" | "allow";
  /** Records that the zone holds already where a plan creates one, or a zone that could not be read. @default "ask" */
  readonly existing?: "ask" | "allow";
}

/** How much of a zone a plan may delete. */
export interface DeletionLimitInput {
  /** A plan that deletes more than this share of a zone's managed records, 0 to 1, is stopped. @default 0.3 */
  readonly share?: number;
  /** Only zones with at least so many managed records. @default 10 */
  readonly records?: number;
}

/** A Microsoft 365 tenant. */
export interface TenantInput {
  /** The tenant's directory id, a GUID. */
  readonly tenantId?: string;
  /** The tenant's first domain, e.g. `contoso.onmicrosoft.com`. */
  readonly initialDomain: string;
  /** Microsoft's cloud. @default "worldwide" */
  readonly cloud?: Cloud;
  /**
   * Every domain of the tenant here whose `mx` is `auto` was added to it before this day, YYYY-MM-DD, at the latest
   * 2026-07-01. Microsoft may place later ones below mx.microsoft (MC1048624): give those a partition or a host.
   * @default each domain says it
   */
  readonly domainsAddedBefore?: string;
  /** Self-service password reset and Conditional Access. @default left alone */
  readonly identity?: IdentityOptions;
  /**
   * `managed`: provider m365 does the Exchange side of the tenant's domains. MX and DKIM targets come from Microsoft, and
   * signing is switched on. A mapping with `managed: true` declares protection, mail flow rules and encryption too, in a
   * stack of their own. @default only DNS is declared
   */
  readonly exchange?: "managed" | ExchangeOptions;
  /**
   * `managed`: the tenant's domains are added to it and verified by their stacks, before mail asks for them; those that are
   * in it are taken up. Needs `exchange`. @default they are in the tenant already
   */
  readonly domains?: "managed";
  /** Which credentials of the environment open it, where there are those of several tenants. @default `ARM_*` */
  readonly credentials?: CredentialsOptions;
}

/**
 * A subdomain, and what domains and defaults share with it: the keys that the file and the constructs have in common, of
 * which defaults can give a part. A subdomain's tenant and TTL are its domain's unless it names others; its zone always.
 */
export interface SubdomainInput
  extends Omit<
    MailDomainOptions,
    | "domain"
    | "profile"
    | "tenant"
    | "mtaSts"
    | "tlsRpt"
    | "bimi"
    | "onPremises"
    | "asFound"
    | "acceptsReportsFrom"
    | "reportAuthorization"
    | "subdomains"
  > {
  /** What the domain does with mail; required, here or in `defaults`. */
  readonly profile?: MailDomainOptions["profile"];
  /** The domain's Microsoft 365 tenant: a name under `tenants`. */
  readonly tenant?: string;
  /** MTA-STS: senders insist on TLS. `mode` is required, here or in `defaults`. @default no policy */
  readonly mtaSts?: Partial<MtaStsOptions>;
  /** TLS-RPT: where reports on TLS failures go. `rua` is required, here or in `defaults`. @default none are asked for */
  readonly tlsRpt?: Partial<TlsRptOptions>;
  /** BIMI: the logo that mail clients show. `logo` is required, here or in `defaults`. @default no record */
  readonly bimi?: Partial<BimiOptions>;
  /** Mail servers on the premises; only with profiles `on-premises` and `eop-onpremises`. `egress` is required, here or in `defaults`. */
  readonly onPremises?: Partial<OnPremisesOptions>;
}

/** What domains may take from `defaults`. */
export interface DefaultsInput extends SubdomainInput {
  /** How other domains of the estate are allowed to send DMARC reports here. @default "each" */
  readonly reportAuthorization?: "each" | "any";
  /** The DNS zone. @default the zone of the estate that encloses the domain */
  readonly zone?: ZoneInput;
}

/** A mail domain of an estate. */
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
  | {
      /** State files beside the estate. */
      readonly local: LocalStateInput;
    }
  | {
      /** An S3 bucket, or a service that speaks S3. */
      readonly s3: S3StateInput;
    }
  | {
      /** An Azure blob container. */
      readonly azurerm: AzurermStateInput;
    }
  | {
      /** A Google Cloud Storage bucket. */
      readonly gcs: GcsStateInput;
    }
  | {
      /** HCP Terraform or Terraform Enterprise. */
      readonly cloud: CloudStateInput;
    };

/** State in files. */
export interface LocalStateInput {
  /** Path of each stack's state file. @default "state/{stack}.tfstate" */
  readonly path?: string;
}

/** State in S3 (https://developer.hashicorp.com/terraform/language/backend/s3). */
export interface S3StateInput {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Key of each stack's state, e.g. `mail/{stack}.tfstate`. */
  readonly key: string;
  /** Region of the bucket, e.g. `eu-central-1`; `auto` for Cloudflare R2. */
  readonly region: string;
  /** Lock by a file beside the state (Terraform 1.10). @default true */
  readonly useLockfile?: boolean;
  /** Server-side encryption. @default true */
  readonly encrypt?: boolean;
  /** ARN of the KMS key. @default the bucket's own encryption */
  readonly kmsKeyId?: string;
  /** ARN of the role that Terraform assumes. */
  readonly roleArn?: string;
  /** An S3-compatible service, e.g. `https://<account>.r2.cloudflarestorage.com`. */
  readonly endpoint?: string;
  /** Path-style addresses, for S3-compatible services. */
  readonly usePathStyle?: boolean;
  /** For S3-compatible services without STS. */
  readonly skipCredentialsValidation?: boolean;
  /** For S3-compatible services with regions of their own. */
  readonly skipRegionValidation?: boolean;
  /** For S3-compatible services without IAM. */
  readonly skipRequestingAccountId?: boolean;
  /** Do not ask the EC2 metadata service. */
  readonly skipMetadataApiCheck?: boolean;
  /** For S3-compatible services without checksums. */
  readonly skipS3Checksum?: boolean;
}

/** State in Azure (https://developer.hashicorp.com/terraform/language/backend/azurerm). */
export interface AzurermStateInput {
  /** Resource group of the storage account. */
  readonly resourceGroupName?: string;
  /** Name of the storage account. */
  readonly storageAccountName: string;
  /** Name of the blob container. */
  readonly containerName: string;
  /** Name of each stack's blob, e.g. `{stack}.tfstate`. */
  readonly key: string;
  /** Sign in with a workload identity token. */
  readonly useOidc?: boolean;
  /** Entra ID instead of the storage account's key. @default true */
  readonly useAzureadAuth?: boolean;
  /** Subscription of the storage account. */
  readonly subscriptionId?: string;
  /** Tenant of the storage account. */
  readonly tenantId?: string;
  /** Client id of the identity that signs in. */
  readonly clientId?: string;
  /** Azure cloud. @default "public" */
  readonly environment?: "public" | "usgovernment" | "china";
}

/** State in Google Cloud (https://developer.hashicorp.com/terraform/language/backend/gcs). */
export interface GcsStateInput {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Folder of each stack's state, e.g. `mail/{stack}`. */
  readonly prefix: string;
  /** The service account to act as. */
  readonly impersonateServiceAccount?: string;
}

/** HCP Terraform or Terraform Enterprise. */
export interface CloudStateInput {
  /** Name of the organization. */
  readonly organization: string;
  /** Host of a Terraform Enterprise. @default "app.terraform.io" */
  readonly hostname?: string;
  /** Name of each stack's workspace, e.g. `mail-{stack}`. */
  readonly workspace: string;
  /** The project in which workspaces are created. */
  readonly project?: string;
}
