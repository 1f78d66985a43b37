// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, text, word } from "../config";
import { GENERATED } from "./generated";

/** What M365TenantAllowBlockListSpoofItem is declared with. */
export interface M365TenantAllowBlockListSpoofItemProps extends TerraformMetaArguments {
  /** The address or domain that is shown as the sender; * for any. */
  readonly spoofedUser: string;
  /** Who sends: the domain of its PTR, a domain that signed by DKIM, an IPv4 network /24, or *. */
  readonly sendingInfrastructure: string;
  /** Is the shown sender of your own domains (Internal), or of others? */
  readonly spoofType: "External" | "Internal";
  /** May they? What is blocked is treated as phishing. */
  readonly action: "Allow" | "Block";
}

const ATTRIBUTES = {
  spoofedUser: text,
  sendingInfrastructure: text,
  spoofType: word(["External", "Internal"]),
  action: word(["Allow", "Block"]),
};

/** A pair of the Tenant Allow/Block List: an address or domain, and who may, or may not, send as it without authentication. A tenant has at most 1024. */
export class M365TenantAllowBlockListSpoofItem extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_tenant_allow_block_list_spoof_item";

  private readonly props: M365TenantAllowBlockListSpoofItemProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365TenantAllowBlockListSpoofItemProps) {
    const config = readConfig("M365TenantAllowBlockListSpoofItem", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365TenantAllowBlockListSpoofItem.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** The address or domain that is shown as the sender; * for any. */
  get spoofedUser(): string {
    return this.getStringAttribute("spoofed_user");
  }

  /** Who sends: the domain of its PTR, a domain that signed by DKIM, an IPv4 network /24, or *. */
  get sendingInfrastructure(): string {
    return this.getStringAttribute("sending_infrastructure");
  }

  /** Is the shown sender of your own domains (Internal), or of others? */
  get spoofType(): string {
    return this.getStringAttribute("spoof_type");
  }

  /** May they? What is blocked is treated as phishing. */
  get action(): string {
    return this.getStringAttribute("action");
  }

  /** Exchange's id of the pair. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      spoofed_user: props.spoofedUser,
      sending_infrastructure: props.sendingInfrastructure,
      spoof_type: props.spoofType,
      action: props.action,
    };
  }
}
