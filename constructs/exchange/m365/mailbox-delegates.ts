// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365MailboxDelegates is declared with. */
export interface M365MailboxDelegatesProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
  /** A delegate who may stay, by its id or as present shows it. */
  readonly keep?: readonly string[];
}

const ATTRIBUTES = { userPrincipalName: text, keep: may(texts) };

/** A mailbox that nobody else may open or send from, but for those who are kept: Full Access, Send As, Send on Behalf, and rights on folders, those of Default and Anonymous included. Rights that come from above are not shown. Destroy gives no right back. What the account itself may open is m365_user_mailbox_rights. */
export class M365MailboxDelegates extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_mailbox_delegates";

  private readonly props: M365MailboxDelegatesProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365MailboxDelegatesProps) {
    const config = readConfig("M365MailboxDelegates", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365MailboxDelegates.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** A delegate who may stay, by its id or as present shows it. */
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
