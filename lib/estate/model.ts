import type { ZoneChoice } from "../../hosts/index";
import type { DnsName } from "../dns/name";
import type { ExchangeOptions } from "../exchange/options";
import type { Path } from "../fault";
import type { IdentityOptions } from "../identity/options";
import type { Place } from "../located-fault";
import type { Cloud, CredentialsOptions, ExtraRecordOptions, MailDomainOptions } from "../options";
import type {
  AzurermStateInput,
  CloudStateInput,
  GcsStateInput,
  ProvidersInput,
  ReviewInput,
  RulesInput,
  S3StateInput,
} from "./input";

/** An estate with every default merged, every name looked up and every reference resolved. */
export interface Estate {
  readonly version: 1;
  /** By the name that the estate gives them, sorted. */
  readonly tenants: Readonly<Record<string, Tenant>>;
  readonly state: StateBackend;
  /** Versions of providers that stacks may be run with; where none are given, all that they are made for. */
  readonly providers: ProvidersInput;
  /** As it is written; what it means `chooseRules` of lib/rules says. */
  readonly rules: RulesInput;
  /** As it is written; what it means `reviewLimits` of lib/review says. */
  readonly review: ReviewInput;
  /** Sorted by name. */
  readonly domains: readonly EstateDomain[];
  /** Where a value of a domain's options was written; see {@link EstateDomain.source}. */
  locate(domain: string, path: Path): EstatePlace;
  /** Where a value of a tenant's entry was written, e.g. `["identity", "sspr", "group"]`, or the nearest around it. */
  locateTenant(tenant: string, path: Path): EstatePlace;
  /** Where a value under `rules` was written, e.g. `["suppress", 0, "rule"]`. */
  locateRules(path: Path): EstatePlace;
}

/** A Microsoft 365 tenant of an estate. */
export interface Tenant {
  readonly tenantId?: string;
  readonly initialDomain: DnsName;
  readonly cloud: Cloud;
  /** The day before which its domains with `mx: auto` were added to it. */
  readonly domainsAddedBefore?: string;
  /** As it is written; `planIdentity` makes the decisions. */
  readonly identity?: IdentityOptions;
  /** Does provider m365 do the Exchange side of its domains? What else it does is as it is written; `planExchange` decides. */
  readonly exchange?: "managed" | ExchangeOptions;
  /** Do the stacks of its domains add them to it? */
  readonly domains?: "managed";
  /** Which credentials of the environment open it. @default those without a prefix */
  readonly credentials?: CredentialsOptions;
}

/** A mail domain of an estate, with its defaults merged and its tenant and zone found. */
export interface EstateDomain {
  readonly name: DnsName;
  readonly zone: ZoneChoice;
  /** What `MailDomain` takes. */
  readonly options: MailDomainOptions;
  /** Existing Cloudflare record ids by role. */
  readonly import: Readonly<Record<string, string>>;
  /** Records of others at our names, by key; a host that keeps them beside ours in one set is told of them. */
  readonly keep: Readonly<Record<string, ExtraRecordOptions>>;
  /**
   * Where a value of `options` was written: the domain's own value, else the value in `defaults` that it came
   * from, else the nearest value around it that exists.
   */
  source(path: Path): EstatePlace;
}

/** A value's path from the root of the estate, with its place when the estate was read from files. */
export interface EstatePlace extends Partial<Place> {
  readonly path: Path;
}

/** A Terraform backend, defaults filled in. Patterns hold `{stack}`. */
export type StateBackend =
  | { readonly type: "local"; readonly path: string }
  | ({ readonly type: "s3"; readonly useLockfile: boolean; readonly encrypt: boolean } & S3StateInput)
  | ({ readonly type: "azurerm"; readonly useAzureadAuth: boolean } & AzurermStateInput)
  | ({ readonly type: "gcs" } & GcsStateInput)
  | ({ readonly type: "cloud" } & CloudStateInput);
