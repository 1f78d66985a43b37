import type { Construct } from "constructs";
import { OwnElement, type TerraformJson } from "../terraform/elements";
import { literal } from "../terraform/text";

/**
 * Stands where a resource may have stood before: if it is still in state, Terraform lets go of it and does not
 * destroy it (a `removed` block, Terraform 1.7). Without it, taking a group out of the estate would delete the group,
 * and with it what every policy excludes; `prevent_destroy` goes when the resource's block goes.
 */
export class Released extends OwnElement {
  /** @param type the resource's type, e.g. `azuread_group` */
  constructor(
    scope: Construct,
    id: string,
    private readonly type: string,
  ) {
    super(scope, id);
  }

  override toTerraform(): { readonly [block: string]: TerraformJson } {
    return {
      removed: [{ from: literal(`${this.type}.${this.friendlyUniqueId}`), lifecycle: { destroy: false } }],
    };
  }
}
