// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365AgentRiskPolicy is declared with. */
export interface M365AgentRiskPolicyProps extends TerraformMetaArguments {
  /** The policy's name in the tenant. */
  readonly name: string;
  /** Is it in force, off, or does it only report? */
  readonly state?: "enabled" | "disabled" | "enabledForReportingButNotEnforced";
  /** At which risk an agent is blocked: low, medium, high. */
  readonly agentRiskLevels: readonly string[];
}

const ATTRIBUTES = {
  name: text,
  state: may(word(["enabled", "disabled", "enabledForReportingButNotEnforced"])),
  agentRiskLevels: texts,
};

/** A Conditional Access policy that blocks AI agents at risk, whatever they want to reach. Graph's beta alone has its conditions. Needs Entra ID P2. */
export class M365AgentRiskPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_agent_risk_policy";

  private readonly props: M365AgentRiskPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365AgentRiskPolicyProps) {
    const config = readConfig("M365AgentRiskPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365AgentRiskPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** The policy's name in the tenant. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** Is it in force, off, or does it only report? */
  get state(): string {
    return this.getStringAttribute("state");
  }

  /** At which risk an agent is blocked: low, medium, high. */
  get agentRiskLevels(): string[] {
    return Fn.tolist(this.getListAttribute("agent_risk_levels"));
  }

  /** The policy's object id. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { name: props.name, state: props.state, agent_risk_levels: props.agentRiskLevels };
  }
}
