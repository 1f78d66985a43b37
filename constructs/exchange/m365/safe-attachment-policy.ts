// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, word } from "../config";
import { GENERATED } from "./generated";

/** What M365SafeAttachmentPolicy is declared with. */
export interface M365SafeAttachmentPolicyProps extends TerraformMetaArguments {
  /** Name of the policy, at most 64 characters. */
  readonly name: string;
  /** A note for administrators. */
  readonly adminDisplayName?: string;
  /** Are attachments opened and looked at? Off unless it is said. Default: false. */
  readonly enable?: boolean | IResolvable;
  /** Allow delivers and only records; Block quarantines; DynamicDelivery delivers at once, the attachments later. One of Allow, Block, DynamicDelivery. Default: Block. */
  readonly action?: "Allow" | "Block" | "DynamicDelivery";
  /** Are copies of what was found sent on? With the action Allow alone. Default: false. */
  readonly redirect?: boolean | IResolvable;
  /** Where to. */
  readonly redirectAddress?: string;
  /** Quarantine policy for what was found: what users may do with it. Default: AdminOnlyAccessPolicy. */
  readonly quarantineTag?: string;
}

const ATTRIBUTES = {
  name: text,
  adminDisplayName: may(text),
  enable: may(flag),
  action: may(word(["Allow", "Block", "DynamicDelivery"])),
  redirect: may(flag),
  redirectAddress: may(text),
  quarantineTag: may(text),
};

/** What Safe Attachments does with attachments that misbehave when they are opened in a sandbox. */
export class M365SafeAttachmentPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_safe_attachment_policy";

  private readonly props: M365SafeAttachmentPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365SafeAttachmentPolicyProps) {
    const config = readConfig("M365SafeAttachmentPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365SafeAttachmentPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the policy, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** A note for administrators. */
  get adminDisplayName(): string {
    return this.getStringAttribute("admin_display_name");
  }

  /** Are attachments opened and looked at? Off unless it is said. Default: false. */
  get enable(): IResolvable {
    return this.getBooleanAttribute("enable");
  }

  /** Allow delivers and only records; Block quarantines; DynamicDelivery delivers at once, the attachments later. One of Allow, Block, DynamicDelivery. Default: Block. */
  get action(): string {
    return this.getStringAttribute("action");
  }

  /** Are copies of what was found sent on? With the action Allow alone. Default: false. */
  get redirect(): IResolvable {
    return this.getBooleanAttribute("redirect");
  }

  /** Where to. */
  get redirectAddress(): string {
    return this.getStringAttribute("redirect_address");
  }

  /** Quarantine policy for what was found: what users may do with it. Default: AdminOnlyAccessPolicy. */
  get quarantineTag(): string {
    return this.getStringAttribute("quarantine_tag");
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      admin_display_name: props.adminDisplayName,
      enable: props.enable,
      action: props.action,
      redirect: props.redirect,
      redirect_address: props.redirectAddress,
      quarantine_tag: props.quarantineTag,
    };
  }
}
