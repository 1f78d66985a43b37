// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { number, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365UserPasswordReset is declared with. */
export interface M365UserPasswordResetProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
  /** When the incident began, by RFC 3339. Another time is another incident: the act is done again. */
  readonly since: string;
  /** How long a change in Active Directory is waited for, in seconds. 0 is a single look. */
  readonly timeout?: number;
}

const ATTRIBUTES = { userPrincipalName: text, since: text, timeout: may(number) };

/** The password of an account, changed once for an incident to one that nobody knows: it is made here, sent, and forgotten. It is in no plan, state or log. Proven by lastPasswordChangeDateTime; a password that changes again is a change. An account that comes from Active Directory is not reset here: the error has the command, and the resource is made when the change has synchronized. Destroy changes nothing; the user gets a Temporary Access Pass or a new password from whoever releases the account. */
export class M365UserPasswordReset extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_user_password_reset";

  private readonly props: M365UserPasswordResetProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365UserPasswordResetProps) {
    const config = readConfig("M365UserPasswordReset", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365UserPasswordReset.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** When the incident began, by RFC 3339. Another time is another incident: the act is done again. */
  get since(): string {
    return this.getStringAttribute("since");
  }

  /** How long a change in Active Directory is waited for, in seconds. 0 is a single look. */
  get timeout(): number {
    return this.getNumberAttribute("timeout");
  }

  /** When the password changed, as the directory said after the act. */
  get changedAt(): string {
    return this.getStringAttribute("changed_at");
  }

  /** When somebody changed it since. Planned to be null: with a time, it is changed again. */
  get changedAgainAt(): string {
    return this.getStringAttribute("changed_again_at");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { user_principal_name: props.userPrincipalName, since: props.since, timeout: props.timeout };
  }
}
