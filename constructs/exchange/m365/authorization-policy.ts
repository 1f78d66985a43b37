// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365AuthorizationPolicy is declared with. */
export interface M365AuthorizationPolicyProps extends TerraformMetaArguments {
  /** May administrators reset their own passwords? For everybody else the portal says it. Left out, it stays as it is. */
  readonly allowedToUseSspr?: boolean | IResolvable;
  /** Who may invite guests. One of none, adminsAndGuestInviters, adminsGuestInvitersAndAllMembers, everyone. Left out, it stays as it is. */
  readonly allowInvitesFrom?:
    | "none"
    | "adminsAndGuestInviters"
    | "adminsGuestInvitersAndAllMembers"
    | "everyone";
  /** What guests may see: as much as members, less, or the least, in this order. One of a0b1b346-4d3e-4e8b-98f8-753987be4970, 10dae51f-b6af-4016-8d66-8c2a99b929b3, 2af84b1e-32c8-42b7-82bc-daa82404023b. Left out, it stays as it is. */
  readonly guestUserRoleId?:
    | "a0b1b346-4d3e-4e8b-98f8-753987be4970"
    | "10dae51f-b6af-4016-8d66-8c2a99b929b3"
    | "2af84b1e-32c8-42b7-82bc-daa82404023b";
  /** May people consent to applications that are held to be risky? Left out, it stays as it is. */
  readonly allowUserConsentForRiskyApps?: boolean | IResolvable;
  /** May people join the tenant by an address alone? Left out, it stays as it is. */
  readonly allowEmailVerifiedUsersToJoinOrganization?: boolean | IResolvable;
  /** May people sign up for trials by their address? Left out, it stays as it is. */
  readonly allowedToSignUpEmailBasedSubscriptions?: boolean | IResolvable;
  /** Is the old PowerShell module MSOnline kept out? Left out, it stays as it is. */
  readonly blockMsolPowerShell?: boolean | IResolvable;
  /** May everybody register applications? Left out, it stays as it is. */
  readonly allowedToCreateApps?: boolean | IResolvable;
  /** May everybody create security groups? Left out, it stays as it is. */
  readonly allowedToCreateSecurityGroups?: boolean | IResolvable;
  /** May everybody create tenants? Left out, it stays as it is. */
  readonly allowedToCreateTenants?: boolean | IResolvable;
  /** May people read the recovery keys of their own devices? Left out, it stays as it is. */
  readonly allowedToReadBitlockerKeysForOwnedDevice?: boolean | IResolvable;
  /** May people read about each other? Left out, it stays as it is. */
  readonly allowedToReadOtherUsers?: boolean | IResolvable;
  /** What people may grant applications in their own name, by policies such as ManagePermissionGrantsForSelf.microsoft-user-default-low. Empty: nothing. Left out, it stays as it is. */
  readonly userConsentPolicies?: readonly string[];
}

const ATTRIBUTES = {
  allowedToUseSspr: may(flag),
  allowInvitesFrom: may(
    word(["none", "adminsAndGuestInviters", "adminsGuestInvitersAndAllMembers", "everyone"]),
  ),
  guestUserRoleId: may(
    word([
      "a0b1b346-4d3e-4e8b-98f8-753987be4970",
      "10dae51f-b6af-4016-8d66-8c2a99b929b3",
      "2af84b1e-32c8-42b7-82bc-daa82404023b",
    ]),
  ),
  allowUserConsentForRiskyApps: may(flag),
  allowEmailVerifiedUsersToJoinOrganization: may(flag),
  allowedToSignUpEmailBasedSubscriptions: may(flag),
  blockMsolPowerShell: may(flag),
  allowedToCreateApps: may(flag),
  allowedToCreateSecurityGroups: may(flag),
  allowedToCreateTenants: may(flag),
  allowedToReadBitlockerKeysForOwnedDevice: may(flag),
  allowedToReadOtherUsers: may(flag),
  userConsentPolicies: may(texts),
};

/** What everybody in the tenant may do without a role: register applications, invite guests, consent. It is there in every tenant: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365AuthorizationPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_authorization_policy";

  private readonly props: M365AuthorizationPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365AuthorizationPolicyProps) {
    const config = readConfig("M365AuthorizationPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365AuthorizationPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** May administrators reset their own passwords? For everybody else the portal says it. Left out, it stays as it is. */
  get allowedToUseSspr(): IResolvable {
    return this.getBooleanAttribute("allowed_to_use_sspr");
  }

  /** Who may invite guests. One of none, adminsAndGuestInviters, adminsGuestInvitersAndAllMembers, everyone. Left out, it stays as it is. */
  get allowInvitesFrom(): string {
    return this.getStringAttribute("allow_invites_from");
  }

  /** What guests may see: as much as members, less, or the least, in this order. One of a0b1b346-4d3e-4e8b-98f8-753987be4970, 10dae51f-b6af-4016-8d66-8c2a99b929b3, 2af84b1e-32c8-42b7-82bc-daa82404023b. Left out, it stays as it is. */
  get guestUserRoleId(): string {
    return this.getStringAttribute("guest_user_role_id");
  }

  /** May people consent to applications that are held to be risky? Left out, it stays as it is. */
  get allowUserConsentForRiskyApps(): IResolvable {
    return this.getBooleanAttribute("allow_user_consent_for_risky_apps");
  }

  /** May people join the tenant by an address alone? Left out, it stays as it is. */
  get allowEmailVerifiedUsersToJoinOrganization(): IResolvable {
    return this.getBooleanAttribute("allow_email_verified_users_to_join_organization");
  }

  /** May people sign up for trials by their address? Left out, it stays as it is. */
  get allowedToSignUpEmailBasedSubscriptions(): IResolvable {
    return this.getBooleanAttribute("allowed_to_sign_up_email_based_subscriptions");
  }

  /** Is the old PowerShell module MSOnline kept out? Left out, it stays as it is. */
  get blockMsolPowerShell(): IResolvable {
    return this.getBooleanAttribute("block_msol_power_shell");
  }

  /** May everybody register applications? Left out, it stays as it is. */
  get allowedToCreateApps(): IResolvable {
    return this.getBooleanAttribute("allowed_to_create_apps");
  }

  /** May everybody create security groups? Left out, it stays as it is. */
  get allowedToCreateSecurityGroups(): IResolvable {
    return this.getBooleanAttribute("allowed_to_create_security_groups");
  }

  /** May everybody create tenants? Left out, it stays as it is. */
  get allowedToCreateTenants(): IResolvable {
    return this.getBooleanAttribute("allowed_to_create_tenants");
  }

  /** May people read the recovery keys of their own devices? Left out, it stays as it is. */
  get allowedToReadBitlockerKeysForOwnedDevice(): IResolvable {
    return this.getBooleanAttribute("allowed_to_read_bitlocker_keys_for_owned_device");
  }

  /** May people read about each other? Left out, it stays as it is. */
  get allowedToReadOtherUsers(): IResolvable {
    return this.getBooleanAttribute("allowed_to_read_other_users");
  }

  /** What people may grant applications in their own name, by policies such as ManagePermissionGrantsForSelf.microsoft-user-default-low. Empty: nothing. Left out, it stays as it is. */
  get userConsentPolicies(): string[] {
    return Fn.tolist(this.getListAttribute("user_consent_policies"));
  }

  /** Always AuthorizationPolicy. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      allowed_to_use_sspr: props.allowedToUseSspr,
      allow_invites_from: props.allowInvitesFrom,
      guest_user_role_id: props.guestUserRoleId,
      allow_user_consent_for_risky_apps: props.allowUserConsentForRiskyApps,
      allow_email_verified_users_to_join_organization: props.allowEmailVerifiedUsersToJoinOrganization,
      allowed_to_sign_up_email_based_subscriptions: props.allowedToSignUpEmailBasedSubscriptions,
      block_msol_power_shell: props.blockMsolPowerShell,
      allowed_to_create_apps: props.allowedToCreateApps,
      allowed_to_create_security_groups: props.allowedToCreateSecurityGroups,
      allowed_to_create_tenants: props.allowedToCreateTenants,
      allowed_to_read_bitlocker_keys_for_owned_device: props.allowedToReadBitlockerKeysForOwnedDevice,
      allowed_to_read_other_users: props.allowedToReadOtherUsers,
      user_consent_policies: props.userConsentPolicies,
    };
  }
}
