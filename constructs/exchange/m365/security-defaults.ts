// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig } from "../config";
import { GENERATED } from "./generated";

/** What M365SecurityDefaults is declared with. */
export interface M365SecurityDefaultsProps extends TerraformMetaArguments {
  /** Are they on? Left out, it stays as it is. */
  readonly enabled?: boolean | IResolvable;
}

const ATTRIBUTES = { enabled: may(flag) };

/** Microsoft's security defaults: a second factor for everybody, and no legacy authentication. For tenants without Conditional Access. It is there in every tenant: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365SecurityDefaults extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_security_defaults";

  private readonly props: M365SecurityDefaultsProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365SecurityDefaultsProps) {
    const config = readConfig("M365SecurityDefaults", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365SecurityDefaults.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Are they on? Left out, it stays as it is. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** Always SecurityDefaults. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { enabled: props.enabled };
  }
}
