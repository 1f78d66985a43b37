// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365UserSignInBlock is declared with. */
export interface M365UserSignInBlockProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
  /** May the account sign in again after destroy? False for one that was blocked before. */
  readonly enableOnDestroy?: boolean | IResolvable;
}

const ATTRIBUTES = { userPrincipalName: text, enableOnDestroy: may(flag) };

/** An account that nobody signs in to. One that comes from Active Directory is blocked at once too, and the next sync writes what Active Directory says: a warning has the command. Destroy permits the sign-in again. */
export class M365UserSignInBlock extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_user_sign_in_block";

  private readonly props: M365UserSignInBlockProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365UserSignInBlockProps) {
    const config = readConfig("M365UserSignInBlock", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365UserSignInBlock.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** May the account sign in again after destroy? False for one that was blocked before. */
  get enableOnDestroy(): IResolvable {
    return this.getBooleanAttribute("enable_on_destroy");
  }

  /** May the account sign in? Planned to be false. */
  get accountEnabled(): IResolvable {
    return this.getBooleanAttribute("account_enabled");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { user_principal_name: props.userPrincipalName, enable_on_destroy: props.enableOnDestroy };
  }
}
