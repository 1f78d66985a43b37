// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text } from "../config";
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

const ATTRIBUTES = { domain: text, domainType: text, matchSubDomains: may(flag) };

/** How Exchange Online treats an accepted domain. The domain is there once it is verified in Microsoft 365; destroy leaves it and its settings as they are. */
export class M365AcceptedDomain extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_accepted_domain";

  private readonly props: M365AcceptedDomainProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365AcceptedDomainProps) {
    const config = readConfig("M365AcceptedDomain", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365AcceptedDomain.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
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
