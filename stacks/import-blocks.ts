import type { Construct } from "constructs";
import { OwnElement, type TerraformJson } from "../constructs/terraform/elements";
import type { TerraformText } from "../constructs/terraform/text";

/** One record to take over: its address here, and its id at the DNS host. */
export interface ImportBlock {
  readonly to: TerraformText;
  readonly id: TerraformText;
}

/**
 * Import blocks (Terraform 1.5). `TerraformResource.importFrom` writes the same, but then runs `terraform version`
 * at every synth.
 */
export class ImportBlocks extends OwnElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly blocks: readonly ImportBlock[],
  ) {
    super(scope, id);
  }

  override toTerraform(): { readonly [block: string]: TerraformJson } {
    return { import: this.blocks.map(({ to, id }) => ({ to, id })) };
  }
}
