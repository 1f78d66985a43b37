// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { TerraformDataSource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import { readConfig } from "../config";
import { GENERATED } from "./generated";

/** What DataM365RmsTemplates is declared with. */
export interface DataM365RmsTemplatesProps extends TerraformMetaArguments {}

const ATTRIBUTES = {};

/** The names that apply_rights_protection_template of a transport rule takes. None: Azure RMS is not active, or internal licensing is off. */
export class DataM365RmsTemplates extends TerraformDataSource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_rms_templates";

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DataM365RmsTemplatesProps) {
    const config = readConfig("DataM365RmsTemplates", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: DataM365RmsTemplates.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
  }

  /** Encrypt, Do Not Forward, and those of labels; sorted. */
  get names(): string[] {
    return this.getListAttribute("names");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return {};
  }
}
