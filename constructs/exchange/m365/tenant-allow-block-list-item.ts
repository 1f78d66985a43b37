// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text, word } from "../config";
import { GENERATED } from "./generated";

/** What M365TenantAllowBlockListItem is declared with. */
export interface M365TenantAllowBlockListItemProps extends TerraformMetaArguments {
  /** What the value is. IP takes IPv6 alone. */
  readonly listType: "Sender" | "Url" | "FileHash" | "IP";
  /** An address or domain, a URL with * for any part, a SHA-256, an IPv6 address. */
  readonly value: string;
  /** Mail to a blocked sender is refused too. */
  readonly action: "Allow" | "Block";
  /** When it ends, by RFC 3339; of a block at most 90 days ahead. Left out: after 30 days, if nothing else is said. */
  readonly expirationDate?: string;
  /** Does it never end? For blocks, and for allowed IPs. */
  readonly noExpiration?: boolean | IResolvable;
  /** 45: an allowed entry ends 45 days after it was last used. */
  readonly removeAfter?: number;
  /** A note for administrators. */
  readonly notes?: string;
}

const ATTRIBUTES = {
  listType: word(["Sender", "Url", "FileHash", "IP"]),
  value: text,
  action: word(["Allow", "Block"]),
  expirationDate: may(text),
  noExpiration: may(flag),
  removeAfter: may(number),
  notes: may(text),
};

/** An entry of the Tenant Allow/Block List. One whose expiration_date is over is gone, and counts as done: it is not made again. */
export class M365TenantAllowBlockListItem extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_tenant_allow_block_list_item";

  private readonly props: M365TenantAllowBlockListItemProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365TenantAllowBlockListItemProps) {
    const config = readConfig("M365TenantAllowBlockListItem", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365TenantAllowBlockListItem.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** What the value is. IP takes IPv6 alone. */
  get listType(): string {
    return this.getStringAttribute("list_type");
  }

  /** An address or domain, a URL with * for any part, a SHA-256, an IPv6 address. */
  get value(): string {
    return this.getStringAttribute("value");
  }

  /** Mail to a blocked sender is refused too. */
  get action(): string {
    return this.getStringAttribute("action");
  }

  /** When it ends, by RFC 3339; of a block at most 90 days ahead. Left out: after 30 days, if nothing else is said. */
  get expirationDate(): string {
    return this.getStringAttribute("expiration_date");
  }

  /** Does it never end? For blocks, and for allowed IPs. */
  get noExpiration(): IResolvable {
    return this.getBooleanAttribute("no_expiration");
  }

  /** 45: an allowed entry ends 45 days after it was last used. */
  get removeAfter(): number {
    return this.getNumberAttribute("remove_after");
  }

  /** A note for administrators. */
  get notes(): string {
    return this.getStringAttribute("notes");
  }

  /** Exchange's long id of the entry. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      list_type: props.listType,
      value: props.value,
      action: props.action,
      expiration_date: props.expirationDate,
      no_expiration: props.noExpiration,
      remove_after: props.removeAfter,
      notes: props.notes,
    };
  }
}
