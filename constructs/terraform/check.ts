import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";
import type { Reference } from "./text";

/** What a check block asserts. */
interface CheckConfig {
  /** An expression that is true where all is well. */
  readonly condition: Reference;
  /** What is said where it is not. */
  readonly errorMessage: Reference;
}

/**
 * A check block: Terraform evaluates it at each plan and apply, and warns where it does not hold. Nothing stops for it.
 * https://developer.hashicorp.com/terraform/language/block/check
 */
export class Check extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: CheckConfig,
  ) {
    super(scope, id, "check");
  }

  override toTerraform(): object {
    const { condition, errorMessage } = this.config;
    return { check: { [this.friendlyUniqueId]: { assert: [{ condition, error_message: errorMessage }] } } };
  }
}
