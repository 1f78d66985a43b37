// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, TerraformDataSource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What DataM365AccountExposure is declared with. */
export interface DataM365AccountExposureProps extends TerraformMetaArguments {
  /** Whose account it is: the user principal name. */
  readonly userPrincipalName: string;
}

const ATTRIBUTES = { userPrincipalName: text };

/** An account as an intruder may use it: who it is, its roles, and all ways in and out. What cannot be read stands in unknown, and is not taken for empty. */
export class DataM365AccountExposure extends TerraformDataSource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_account_exposure";

  private readonly props: DataM365AccountExposureProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DataM365AccountExposureProps) {
    const config = readConfig("DataM365AccountExposure", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: DataM365AccountExposure.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Whose account it is: the user principal name. */
  get userPrincipalName(): string {
    return this.getStringAttribute("user_principal_name");
  }

  /** The object id. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  /** As it calls itself. */
  get displayName(): string {
    return this.getStringAttribute("display_name");
  }

  /** May it sign in? */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** Does it come from Active Directory? */
  get synced(): IResolvable {
    return this.getBooleanAttribute("synced");
  }

  /** Its name in Active Directory. */
  get samAccountName(): string {
    return this.getStringAttribute("sam_account_name");
  }

  /** When it last came from Active Directory. */
  get lastSync(): string {
    return this.getStringAttribute("last_sync");
  }

  /** When its password last changed. */
  get passwordChanged(): string {
    return this.getStringAttribute("password_changed");
  }

  /** Roles of the directory that it holds, also by groups. */
  get roles(): string[] {
    return Fn.tolist(this.getListAttribute("roles"));
  }

  /** Groups it is in that roles can be assigned to. */
  get privilegedGroups(): string[] {
    return Fn.tolist(this.getListAttribute("privileged_groups"));
  }

  /** All groups it is in, also by others. */
  get groups(): string[] {
    return Fn.tolist(this.getListAttribute("groups"));
  }

  /** Has it a mailbox in Exchange Online? */
  get hasMailbox(): IResolvable {
    return this.getBooleanAttribute("has_mailbox");
  }

  /** Is its mailbox on litigation hold? */
  get hold(): IResolvable {
    return this.getBooleanAttribute("hold");
  }

  /** Addresses that all of its mail goes to. */
  get forwarding(): string[] {
    return Fn.tolist(this.getListAttribute("forwarding"));
  }

  /** Rules of its mailbox that work, hidden ones included. */
  get inboxRules(): string[] {
    return Fn.tolist(this.getListAttribute("inbox_rules"));
  }

  /** Who else may open the mailbox or send from it. */
  get delegates(): string[] {
    return Fn.tolist(this.getListAttribute("delegates"));
  }

  /** Mailboxes of others that it may open or send from. */
  get mailboxRights(): string[] {
    return Fn.tolist(this.getListAttribute("mailbox_rights"));
  }

  /** Rules of mail flow that are about what it sends or receives: each Guid and name. */
  get mailFlowRules(): string[] {
    return Fn.tolist(this.getListAttribute("mail_flow_rules"));
  }

  /** What opens the mailbox. */
  get protocols(): string[] {
    return Fn.tolist(this.getListAttribute("protocols"));
  }

  /** Phones that are partnered with the mailbox. */
  get mobileDevices(): string[] {
    return Fn.tolist(this.getListAttribute("mobile_devices"));
  }

  /** Applications that may act in its name. */
  get appConsents(): string[] {
    return Fn.tolist(this.getListAttribute("app_consents"));
  }

  /** Methods of sign-in beside the password. */
  get signInMethods(): string[] {
    return Fn.tolist(this.getListAttribute("sign_in_methods"));
  }

  /** Registered devices that are on. */
  get devices(): string[] {
    return Fn.tolist(this.getListAttribute("devices"));
  }

  /** The last 10 interactive sign-ins, failed ones too. */
  get signIns(): string[] {
    return this.getListAttribute("sign_ins");
  }

  /** Has Exchange stopped it from sending? */
  get restricted(): IResolvable {
    return this.getBooleanAttribute("restricted");
  }

  /** What could not be read, and why. */
  get unknown(): string[] {
    return Fn.tolist(this.getListAttribute("unknown"));
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { user_principal_name: props.userPrincipalName };
  }
}
