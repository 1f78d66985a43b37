// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, text, word } from "../config";
import { GENERATED } from "./generated";

/** What M365RoleGroupMember is declared with. */
export interface M365RoleGroupMemberProps extends TerraformMetaArguments {
  /** Where the group is: Exchange Online, or Microsoft Purview and Defender (Security & Compliance). */
  readonly service: "exchange" | "purview";
  /** The group, by name or Guid. Microsoft's own are named, as Service Assurance User. */
  readonly roleGroup: string;
  /** Who: an address, a name, or the id in Entra ID, of a user, a mail-enabled security group or a service principal. */
  readonly member: string;
}

const ATTRIBUTES = { service: word(["exchange", "purview"]), roleGroup: text, member: text };

/** One member of a role group. Others stay. Destroy takes it out. */
export class M365RoleGroupMember extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_role_group_member";

  private readonly props: M365RoleGroupMemberProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365RoleGroupMemberProps) {
    const config = readConfig("M365RoleGroupMember", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365RoleGroupMember.tfResourceType,
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

  /** Who: an address, a name, or the id in Entra ID, of a user, a mail-enabled security group or a service principal. */
  get member(): string {
    return this.getStringAttribute("member");
  }

  /** The member's id, which stays when its name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { service: props.service, role_group: props.roleGroup, member: props.member };
  }
}
