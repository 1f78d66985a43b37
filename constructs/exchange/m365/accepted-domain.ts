// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { GENERATED } from "./generated";

/** What M365AcceptedDomain is declared with. */
export interface M365AcceptedDomainProps extends TerraformMetaArguments {
  /** A verified domain. */
  readonly domain: string;
  /** Authoritative: all recipients are known to Exchange Online, others are refused. InternalRelay: mail for unknown recipients goes on, over an outbound connector. */
  readonly domainType: string;
  /** InternalRelay: takes mail for all subdomains too. */
  readonly matchSubDomains?: boolean | IResolvable;
}

/** How Exchange Online treats an accepted domain. The domain is there once it is verified in Microsoft 365; destroy leaves it and its settings as they are. */
export class M365AcceptedDomain extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_accepted_domain";

  constructor(
    scope: Construct,
    id: string,
    private readonly props: M365AcceptedDomainProps,
  ) {
    super(scope, id, {
      ...props,
      terraformResourceType: M365AcceptedDomain.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
  }

  /** A verified domain. */
  get domain(): string {
    return this.getStringAttribute("domain");
  }

  /** Authoritative: all recipients are known to Exchange Online, others are refused. InternalRelay: mail for unknown recipients goes on, over an outbound connector. */
  get domainType(): string {
    return this.getStringAttribute("domain_type");
  }

  /** InternalRelay: takes mail for all subdomains too. */
  get matchSubDomains(): IResolvable {
    return this.getBooleanAttribute("match_sub_domains");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { domain: props.domain, domain_type: props.domainType, match_sub_domains: props.matchSubDomains };
  }
}
