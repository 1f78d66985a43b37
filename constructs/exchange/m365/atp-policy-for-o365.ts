// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig } from "../config";
import { GENERATED } from "./generated";

/** What M365AtpPolicyForO365 is declared with. */
export interface M365AtpPolicyForO365Props extends TerraformMetaArguments {
  /** Are files in SharePoint, OneDrive and Teams looked at? Left out, it stays as it is. */
  readonly enableAtpForSpoTeamsOdb?: boolean | IResolvable;
  /** Are files looked at before Office leaves Protected View? Left out, it stays as it is. Needs Microsoft 365 E5 or E5 Security. */
  readonly enableSafeDocs?: boolean | IResolvable;
  /** May users open what was found to be malicious? Left out, it stays as it is. Needs Microsoft 365 E5 or E5 Security. */
  readonly allowSafeDocsOpen?: boolean | IResolvable;
}

const ATTRIBUTES = {
  enableAtpForSpoTeamsOdb: may(flag),
  enableSafeDocs: may(flag),
  allowSafeDocsOpen: may(flag),
};

/** Safe Attachments in SharePoint, OneDrive and Teams, and Safe Documents in Office. A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365AtpPolicyForO365 extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_atp_policy_for_o365";

  private readonly props: M365AtpPolicyForO365Props;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365AtpPolicyForO365Props) {
    const config = readConfig("M365AtpPolicyForO365", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365AtpPolicyForO365.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Are files in SharePoint, OneDrive and Teams looked at? Left out, it stays as it is. */
  get enableAtpForSpoTeamsOdb(): IResolvable {
    return this.getBooleanAttribute("enable_atp_for_spo_teams_odb");
  }

  /** Are files looked at before Office leaves Protected View? Left out, it stays as it is. Needs Microsoft 365 E5 or E5 Security. */
  get enableSafeDocs(): IResolvable {
    return this.getBooleanAttribute("enable_safe_docs");
  }

  /** May users open what was found to be malicious? Left out, it stays as it is. Needs Microsoft 365 E5 or E5 Security. */
  get allowSafeDocsOpen(): IResolvable {
    return this.getBooleanAttribute("allow_safe_docs_open");
  }

  /** Always AtpPolicyForO365. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      enable_atp_for_spo_teams_odb: props.enableAtpForSpoTeamsOdb,
      enable_safe_docs: props.enableSafeDocs,
      allow_safe_docs_open: props.allowSafeDocsOpen,
    };
  }
}
