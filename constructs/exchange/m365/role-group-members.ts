// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365RoleGroupMembers is declared with. */
export interface M365RoleGroupMembersProps extends TerraformMetaArguments {
  /** Where the group is: Exchange Online, or Microsoft Purview and Defender (Security & Compliance). */
  readonly service: "exchange" | "purview";
  /** The group, by name or Guid. Microsoft's own are named, as Service Assurance User. */
  readonly roleGroup: string;
  /** Who: addresses, names, or ids in Entra ID. Purview shows no addresses: name members by their id or their name there. */
  readonly members: readonly string[];
}

const ATTRIBUTES = { service: word(["exchange", "purview"]), roleGroup: text, members: texts };

/** All members of a role group: whoever is not named is taken out, but for groups that Entra ID feeds in, as TenantAdmins_…. Destroy leaves the members. */
export class M365RoleGroupMembers extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_role_group_members";

  private readonly props: M365RoleGroupMembersProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365RoleGroupMembersProps) {
    const config = readConfig("M365RoleGroupMembers", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365RoleGroupMembers.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Where the group is: Exchange Online, or Microsoft Purview and Defender (Security & Compliance). */
  get service(): string {
    return this.getStringAttribute("service");
  }

  /** The group, by name or Guid. Microsoft's own are named, as Service Assurance User. */
  get roleGroup(): string {
    return this.getStringAttribute("role_group");
  }

  /** Who: addresses, names, or ids in Entra ID. Purview shows no addresses: name members by their id or their name there. */
  get members(): string[] {
    return Fn.tolist(this.getListAttribute("members"));
  }

  /** The service and the group. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { service: props.service, role_group: props.roleGroup, members: props.members };
  }
}
