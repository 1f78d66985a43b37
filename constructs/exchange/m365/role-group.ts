// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365RoleGroup is declared with. */
export interface M365RoleGroupProps extends TerraformMetaArguments {
  /** Where it is: Exchange Online, or Microsoft Purview and Defender (Security & Compliance). Groups of the same name are not the same. One of exchange, purview. */
  readonly service: "exchange" | "purview";
  /** Name of the group, at most 64 characters. */
  readonly name: string;
  /** Management roles that its members have, by name. */
  readonly roles: readonly string[];
  /** Its name in the portal. */
  readonly displayName?: string;
  /** What it is for. */
  readonly description?: string;
  /** Who may change it. Left out, it is what Exchange makes of it. */
  readonly managedBy?: readonly string[];
  /** Management scope of the recipients that its members may change; of Exchange. */
  readonly customRecipientWriteScope?: string;
}

const ATTRIBUTES = {
  service: word(["exchange", "purview"]),
  name: text,
  roles: texts,
  displayName: may(text),
  description: may(text),
  managedBy: may(texts),
  customRecipientWriteScope: may(text),
};

/** A role group: what its members may administer. */
export class M365RoleGroup extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_role_group";

  private readonly props: M365RoleGroupProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365RoleGroupProps) {
    const config = readConfig("M365RoleGroup", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365RoleGroup.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Where it is: Exchange Online, or Microsoft Purview and Defender (Security & Compliance). Groups of the same name are not the same. One of exchange, purview. */
  get service(): string {
    return this.getStringAttribute("service");
  }

  /** Name of the group, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** Management roles that its members have, by name. */
  get roles(): string[] {
    return Fn.tolist(this.getListAttribute("roles"));
  }

  /** Its name in the portal. */
  get displayName(): string {
    return this.getStringAttribute("display_name");
  }

  /** What it is for. */
  get description(): string {
    return this.getStringAttribute("description");
  }

  /** Who may change it. Left out, it is what Exchange makes of it. */
  get managedBy(): string[] {
    return Fn.tolist(this.getListAttribute("managed_by"));
  }

  /** Management scope of the recipients that its members may change; of Exchange. */
  get customRecipientWriteScope(): string {
    return this.getStringAttribute("custom_recipient_write_scope");
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      service: props.service,
      name: props.name,
      roles: props.roles,
      display_name: props.displayName,
      description: props.description,
      managed_by: props.managedBy,
      custom_recipient_write_scope: props.customRecipientWriteScope,
    };
  }
}
