// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365DnssecForVerifiedDomain is declared with. */
export interface M365DnssecForVerifiedDomainProps extends TerraformMetaArguments {
  /** A verified domain that is an accepted domain. */
  readonly domain: string;
  /** Is it switched off on destroy? First bring the MX back, and switch SMTP DANE off. */
  readonly disableOnDestroy?: boolean | IResolvable;
}

const ATTRIBUTES = { domain: text, disableOnDestroy: may(flag) };

/** DNSSEC for mail to a verified domain: gives it a host under mx.microsoft, whose zone is signed. Nothing changes for mail before the MX names that host. Destroy leaves it on unless disable_on_destroy says otherwise: an MX may still name it. */
export class M365DnssecForVerifiedDomain extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_dnssec_for_verified_domain";

  private readonly props: M365DnssecForVerifiedDomainProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365DnssecForVerifiedDomainProps) {
    const config = readConfig("M365DnssecForVerifiedDomain", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365DnssecForVerifiedDomain.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** A verified domain that is an accepted domain. */
  get domain(): string {
    return this.getStringAttribute("domain");
  }

  /** Is it switched off on destroy? First bring the MX back, and switch SMTP DANE off. */
  get disableOnDestroy(): IResolvable {
    return this.getBooleanAttribute("disable_on_destroy");
  }

  /** The host that the domain's MX has to name. */
  get mxHost(): string {
    return this.getStringAttribute("mx_host");
  }

  /** The domain. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { domain: props.domain, disable_on_destroy: props.disableOnDestroy };
  }
}
