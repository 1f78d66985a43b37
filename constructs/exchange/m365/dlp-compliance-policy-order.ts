// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365DlpCompliancePolicyOrder is declared with. */
export interface M365DlpCompliancePolicyOrderProps extends TerraformMetaArguments {
  /** Ids of m365_dlp_compliance_policy, the highest priority first. */
  readonly rules: readonly string[];
}

const ATTRIBUTES = { rules: texts };

/** The order of rules of kind DlpCompliancePolicy: the first that fits a message decides. Rules that are not named keep their places. Destroy leaves the order as it is. */
export class M365DlpCompliancePolicyOrder extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_dlp_compliance_policy_order";

  private readonly props: M365DlpCompliancePolicyOrderProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365DlpCompliancePolicyOrderProps) {
    const config = readConfig("M365DlpCompliancePolicyOrder", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365DlpCompliancePolicyOrder.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Ids of m365_dlp_compliance_policy, the highest priority first. */
  get rules(): string[] {
    return this.getListAttribute("rules");
  }

  /** Always DlpCompliancePolicy. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { rules: props.rules };
  }
}
