// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365MailboxInboxRules is declared with. */
export interface M365MailboxInboxRulesProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
  /** A rule that may stay, by its id or as present shows it. */
  readonly keep?: readonly string[];
}

const ATTRIBUTES = { userPrincipalName: text, keep: may(texts) };

/** A mailbox in which no inbox rule and no sweep rule works, hidden ones included, but for those that are kept. Rules are switched off and not deleted: they are evidence. Exchange deletes rules of Outlook's own side with any change. The rules for junk mail, automatic replies and delegates stay, unless they forward, redirect or delete as theirs never do. Destroy switches none on. */
export class M365MailboxInboxRules extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_mailbox_inbox_rules";

  private readonly props: M365MailboxInboxRulesProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365MailboxInboxRulesProps) {
    const config = readConfig("M365MailboxInboxRules", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365MailboxInboxRules.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** A rule that may stay, by its id or as present shows it. */
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
