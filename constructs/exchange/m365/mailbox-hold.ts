// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365MailboxHold is declared with. */
export interface M365MailboxHoldProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
  /** Days that an item is held, counted from its own date, or unlimited. */
  readonly duration?: string;
  /** Does destroy end the hold? What was kept by it alone is then gone within weeks. */
  readonly releaseOnDestroy?: boolean | IResolvable;
}

const ATTRIBUTES = { userPrincipalName: text, duration: may(text), releaseOnDestroy: may(flag) };

/** Litigation hold of a mailbox: nothing that is in it can be destroyed, whoever deletes it. Works within four hours. Needs Exchange Online Plan 2 or Archiving, and the role Legal Hold. No text is set that the user would see. Destroy leaves the hold, unless release_on_destroy is true. */
export class M365MailboxHold extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_mailbox_hold";

  private readonly props: M365MailboxHoldProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365MailboxHoldProps) {
    const config = readConfig("M365MailboxHold", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365MailboxHold.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** Days that an item is held, counted from its own date, or unlimited. */
  get duration(): string {
    return this.getStringAttribute("duration");
  }

  /** Does destroy end the hold? What was kept by it alone is then gone within weeks. */
  get releaseOnDestroy(): IResolvable {
    return this.getBooleanAttribute("release_on_destroy");
  }

  /** Is the hold on? Planned to be true. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      user_principal_name: props.userPrincipalName,
      duration: props.duration,
      release_on_destroy: props.releaseOnDestroy,
    };
  }
}
