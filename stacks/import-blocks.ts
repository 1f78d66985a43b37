import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";

/** One record to take over: its address here, and its id at the DNS host. */
export interface ImportBlock {
  readonly to: string;
  readonly id: string;
}

/**
 * Import blocks (Terraform 1.5). `TerraformResource.importFrom` writes the same, but then runs `terraform version`
 * at every synth.
 */
export class ImportBlocks extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly blocks: readonly ImportBlock[],
  ) {
    super(scope, id);
  }

  override toTerraform(): object {
    return { import: this.blocks.map(({ to, id }) => ({ to, id })) };
  }
}
