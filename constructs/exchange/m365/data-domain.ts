// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, TerraformDataSource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What DataM365Domain is declared with. */
export interface DataM365DomainProps extends TerraformMetaArguments {
  /** The domain's name. */
  readonly domain: string;
}

const ATTRIBUTES = { domain: text };

/** A domain of the tenant, as Entra ID knows it. */
export class DataM365Domain extends TerraformDataSource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_domain";

  private readonly props: DataM365DomainProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DataM365DomainProps) {
    const config = readConfig("DataM365Domain", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: DataM365Domain.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** The domain's name. */
  get domain(): string {
    return this.getStringAttribute("domain");
  }

  /** Has its ownership been proven? */
  get isVerified(): IResolvable {
    return this.getBooleanAttribute("is_verified");
  }

  /** Is it the one that new users get? */
  get isDefault(): IResolvable {
    return this.getBooleanAttribute("is_default");
  }

  /** Is it the tenant's onmicrosoft.com domain? */
  get isInitial(): IResolvable {
    return this.getBooleanAttribute("is_initial");
  }

  /** Managed or Federated. */
  get authenticationType(): string {
    return this.getStringAttribute("authentication_type");
  }

  /** Email, Sharepoint, … */
  get supportedServices(): string[] {
    return this.getListAttribute("supported_services");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { domain: props.domain };
  }
}
