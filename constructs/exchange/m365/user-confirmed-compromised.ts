// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365UserConfirmedCompromised is declared with. */
export interface M365UserConfirmedCompromisedProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
  /** Does destroy dismiss the risk? False leaves it to whoever reviews the account. */
  readonly dismissOnDestroy?: boolean | IResolvable;
}

const ATTRIBUTES = { userPrincipalName: text, dismissOnDestroy: may(flag) };

/** An account that Identity Protection is told is compromised: its risk is high, and policies that ask for the risk of users bite, whoever opens it again. Needs Entra ID P2. A risk that somebody dismissed since is a change. Destroy dismisses the risk, unless dismiss_on_destroy is false. */
export class M365UserConfirmedCompromised extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_user_confirmed_compromised";

  private readonly props: M365UserConfirmedCompromisedProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365UserConfirmedCompromisedProps) {
    const config = readConfig("M365UserConfirmedCompromised", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365UserConfirmedCompromised.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** Does destroy dismiss the risk? False leaves it to whoever reviews the account. */
  get dismissOnDestroy(): IResolvable {
    return this.getBooleanAttribute("dismiss_on_destroy");
  }

  /** What Identity Protection says of the account. Planned to be confirmedCompromised. */
  get riskState(): string {
    return this.getStringAttribute("risk_state");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { user_principal_name: props.userPrincipalName, dismiss_on_destroy: props.dismissOnDestroy };
  }
}
