// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365HostedConnectionFilterPolicy is declared with. */
export interface M365HostedConnectionFilterPolicyProps extends TerraformMetaArguments {
  /** A note for administrators. Left out, it stays as it is. */
  readonly adminDisplayName?: string;
  /** IPv4 addresses, ranges a-b of at most 256, or networks of /24 to /32 whose mail skips spam filtering and sender authentication. Baselines want none. Left out, it stays as it is. */
  readonly ipAllowList?: readonly string[];
  /** The same, refused. Left out, it stays as it is. */
  readonly ipBlockList?: readonly string[];
  /** Trust senders of a list that Microsoft keeps and nobody can see? Baselines want false. Left out, it stays as it is. */
  readonly enableSafeList?: boolean | IResolvable;
}

const ATTRIBUTES = {
  adminDisplayName: may(text),
  ipAllowList: may(texts),
  ipBlockList: may(texts),
  enableSafeList: may(flag),
};

/** Servers whose mail skips spam filtering, or is refused, by their address. A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365HostedConnectionFilterPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_hosted_connection_filter_policy";

  private readonly props: M365HostedConnectionFilterPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365HostedConnectionFilterPolicyProps) {
    const config = readConfig("M365HostedConnectionFilterPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365HostedConnectionFilterPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** A note for administrators. Left out, it stays as it is. */
  get adminDisplayName(): string {
    return this.getStringAttribute("admin_display_name");
  }

  /** IPv4 addresses, ranges a-b of at most 256, or networks of /24 to /32 whose mail skips spam filtering and sender authentication. Baselines want none. Left out, it stays as it is. */
  get ipAllowList(): string[] {
    return Fn.tolist(this.getListAttribute("ip_allow_list"));
  }

  /** The same, refused. Left out, it stays as it is. */
  get ipBlockList(): string[] {
    return Fn.tolist(this.getListAttribute("ip_block_list"));
  }

  /** Trust senders of a list that Microsoft keeps and nobody can see? Baselines want false. Left out, it stays as it is. */
  get enableSafeList(): IResolvable {
    return this.getBooleanAttribute("enable_safe_list");
  }

  /** Always HostedConnectionFilterPolicy. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      admin_display_name: props.adminDisplayName,
      ip_allow_list: props.ipAllowList,
      ip_block_list: props.ipBlockList,
      enable_safe_list: props.enableSafeList,
    };
  }
}
