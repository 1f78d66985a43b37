// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365UserSignInMethods is declared with. */
export interface M365UserSignInMethodsProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
  /** A method that may stay, by its id or as present shows it. */
  readonly keep?: readonly string[];
}

const ATTRIBUTES = { userPrincipalName: text, keep: may(texts) };

/** An account without a method of sign-in beside its password, but for those that are kept: phones, authenticator apps, keys, passes, mail addresses. Which one the user registered and which one somebody else did, Graph does not say. Destroy adds none. */
export class M365UserSignInMethods extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_user_sign_in_methods";

  private readonly props: M365UserSignInMethodsProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365UserSignInMethodsProps) {
    const config = readConfig("M365UserSignInMethods", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365UserSignInMethods.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** A method that may stay, by its id or as present shows it. */
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
