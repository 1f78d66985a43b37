// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365UserMailboxRights is declared with. */
export interface M365UserMailboxRightsProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
  /** A right that may stay, by its id or as present shows it. */
  readonly keep?: readonly string[];
}

const ATTRIBUTES = { userPrincipalName: text, keep: may(texts) };

/** An account that may open no mailbox but its own and send from no other, but for those that are kept: Full Access, Send As, Send on Behalf. Full Access is looked for in 200 mailboxes; a warning says where there are more. Rights on single folders of others, and rights by groups, are not seen. Destroy gives no right back. */
export class M365UserMailboxRights extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_user_mailbox_rights";

  private readonly props: M365UserMailboxRightsProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365UserMailboxRightsProps) {
    const config = readConfig("M365UserMailboxRights", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365UserMailboxRights.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** A right that may stay, by its id or as present shows it. */
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
