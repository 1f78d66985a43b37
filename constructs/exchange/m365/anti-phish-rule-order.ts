// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365AntiPhishRuleOrder is declared with. */
export interface M365AntiPhishRuleOrderProps extends TerraformMetaArguments {
  /** Ids of m365_anti_phish_rule, the highest priority first. */
  readonly rules: readonly string[];
}

const ATTRIBUTES = { rules: texts };

/** The order of rules of kind AntiPhishRule: the first that fits a message decides. Rules that are not named keep their places. Destroy leaves the order as it is. */
export class M365AntiPhishRuleOrder extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_anti_phish_rule_order";

  private readonly props: M365AntiPhishRuleOrderProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365AntiPhishRuleOrderProps) {
    const config = readConfig("M365AntiPhishRuleOrder", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365AntiPhishRuleOrder.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Ids of m365_anti_phish_rule, the highest priority first. */
  get rules(): string[] {
    return this.getListAttribute("rules");
  }

  /** Always AntiPhishRule. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { rules: props.rules };
  }
}
