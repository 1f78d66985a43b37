// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365Domain is declared with. */
export interface M365DomainProps extends TerraformMetaArguments {
  /** The domain's name. */
  readonly domain: string;
  /** Is it removed from the tenant on destroy? Only if nothing uses it: what does is named. */
  readonly removeOnDestroy?: boolean | IResolvable;
}

const ATTRIBUTES = { domain: text, removeOnDestroy: may(flag) };

/** A domain in the tenant, and the TXT record that proves it the tenant's own: publish it, then m365_verified_domain has it verified. One that is there already is taken up as it is. Destroy leaves it in the tenant unless remove_on_destroy says otherwise, and then removes it only if nothing uses it. */
export class M365Domain extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_domain";

  private readonly props: M365DomainProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365DomainProps) {
    const config = readConfig("M365Domain", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365Domain.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** The domain's name. */
  get domain(): string {
    return this.getStringAttribute("domain");
  }

  /** Is it removed from the tenant on destroy? Only if nothing uses it: what does is named. */
  get removeOnDestroy(): IResolvable {
    return this.getBooleanAttribute("remove_on_destroy");
  }

  /** The text of the TXT record at the domain that proves it: MS=ms…. None where a domain above it is verified: then it needs none. */
  get verificationTxt(): string {
    return this.getStringAttribute("verification_txt");
  }

  /** The domain. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { domain: props.domain, remove_on_destroy: props.removeOnDestroy };
  }
}
