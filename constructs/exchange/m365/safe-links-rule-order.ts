// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365SafeLinksRuleOrder is declared with. */
export interface M365SafeLinksRuleOrderProps extends TerraformMetaArguments {
  /** Ids of m365_safe_links_rule, the highest priority first. */
  readonly rules: readonly string[];
}

const ATTRIBUTES = { rules: texts };

/** The order of rules of kind SafeLinksRule: the first that fits a message decides. Rules that are not named keep their places. Destroy leaves the order as it is. */
export class M365SafeLinksRuleOrder extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_safe_links_rule_order";

  private readonly props: M365SafeLinksRuleOrderProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365SafeLinksRuleOrderProps) {
    const config = readConfig("M365SafeLinksRuleOrder", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365SafeLinksRuleOrder.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Ids of m365_safe_links_rule, the highest priority first. */
  get rules(): string[] {
    return this.getListAttribute("rules");
  }

  /** Always SafeLinksRule. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { rules: props.rules };
  }
}
