// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365UserAppConsents is declared with. */
export interface M365UserAppConsentsProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
  /** A consent or an assignment that may stay, by its id or as present shows it. */
  readonly keep?: readonly string[];
}

const ATTRIBUTES = { userPrincipalName: text, keep: may(texts) };

/** An account in whose name no application may act, but for those that are kept: delegated permissions that the user has consented to, and assignments to applications. What administrators consented to for everybody is not the account's, nor what it has by a group. Destroy gives nothing back. */
export class M365UserAppConsents extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_user_app_consents";

  private readonly props: M365UserAppConsentsProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365UserAppConsentsProps) {
    const config = readConfig("M365UserAppConsents", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365UserAppConsents.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** A consent or an assignment that may stay, by its id or as present shows it. */
  get keep(): string[] {
    return Fn.tolist(this.getListAttribute("keep"));
  }

  /** What is there and may not be. Planned to be empty: whatever stands here goes. */
  get present(): string[] {
    return Fn.tolist(this.getListAttribute("present"));
  }

  /** What was ended, in order, since this resource was made. */
  get removed(): string[] {
    return this.getListAttribute("removed");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { user_principal_name: props.userPrincipalName, keep: props.keep };
  }
}
