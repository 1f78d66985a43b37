// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365RestrictedSender is declared with. */
export interface M365RestrictedSenderProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
  /** May the account send again? It is released once, and after that only when it is stopped again. */
  readonly release?: boolean | IResolvable;
}

const ATTRIBUTES = { userPrincipalName: text, release: may(flag) };

/** Whether Exchange has stopped an account from sending, as it does with one that sends spam. One that is stopped since stands in restricted_again, and is a change. Nothing is released unless release is true; do that after the account was reviewed and cleaned: Exchange releases a sender a few times, after that only Microsoft Support does. Destroy changes nothing. */
export class M365RestrictedSender extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_restricted_sender";

  private readonly props: M365RestrictedSenderProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365RestrictedSenderProps) {
    const config = readConfig("M365RestrictedSender", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365RestrictedSender.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** May the account send again? It is released once, and after that only when it is stopped again. */
  get release(): IResolvable {
    return this.getBooleanAttribute("release");
  }

  /** Is it stopped from sending, as the last apply found it? */
  get restricted(): IResolvable {
    return this.getBooleanAttribute("restricted");
  }

  /** Why Exchange has stopped it since. Planned to be null: whatever stands here was not there before. */
  get restrictedAgain(): string {
    return this.getStringAttribute("restricted_again");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { user_principal_name: props.userPrincipalName, release: props.release };
  }
}
