// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { readConfig, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365ArcConfig is declared with. */
export interface M365ArcConfigProps extends TerraformMetaArguments {
  /** Domains as in d= of the ARC-Seal header. [] trusts none. Left out, it stays as it is. */
  readonly arcTrustedSealers?: readonly string[];
}

const ATTRIBUTES = { arcTrustedSealers: may(texts) };

/** Whose ARC seals are trusted: services that change mail on its way in, and break its DKIM signature. A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365ArcConfig extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_arc_config";

  private readonly props: M365ArcConfigProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365ArcConfigProps) {
    const config = readConfig("M365ArcConfig", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365ArcConfig.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Domains as in d= of the ARC-Seal header. [] trusts none. Left out, it stays as it is. */
  get arcTrustedSealers(): string[] {
    return Fn.tolist(this.getListAttribute("arc_trusted_sealers"));
  }

  /** Always ArcConfig. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { arc_trusted_sealers: props.arcTrustedSealers };
  }
}
