// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365QuarantinePolicy is declared with. */
export interface M365QuarantinePolicyProps extends TerraformMetaArguments {
  /** Name of the policy, at most 64 characters. */
  readonly name: string;
  /** What users may do, as a sum: 1 delete, 2 preview, 4 release, 8 ask for release, 16 block the sender, 32 allow the sender, 128 view headers. 0 is nothing, 43 limited, 39 full access. Default: 0. */
  readonly endUserQuarantinePermissions?: number;
  /** Are users notified? Default: false. */
  readonly esnEnabled?: boolean | IResolvable;
  /** Of mail from senders they blocked too? Default: false. */
  readonly includeMessagesFromBlockedSenderAddress?: boolean | IResolvable;
}

const ATTRIBUTES = {
  name: text,
  endUserQuarantinePermissions: may(number),
  esnEnabled: may(flag),
  includeMessagesFromBlockedSenderAddress: may(flag),
};

/** What users may do with their mail in quarantine, and whether they are told of it. */
export class M365QuarantinePolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_quarantine_policy";

  private readonly props: M365QuarantinePolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365QuarantinePolicyProps) {
    const config = readConfig("M365QuarantinePolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365QuarantinePolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the policy, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** What users may do, as a sum: 1 delete, 2 preview, 4 release, 8 ask for release, 16 block the sender, 32 allow the sender, 128 view headers. 0 is nothing, 43 limited, 39 full access. Default: 0. */
  get endUserQuarantinePermissions(): number {
    return this.getNumberAttribute("end_user_quarantine_permissions");
  }

  /** Are users notified? Default: false. */
  get esnEnabled(): IResolvable {
    return this.getBooleanAttribute("esn_enabled");
  }

  /** Of mail from senders they blocked too? Default: false. */
  get includeMessagesFromBlockedSenderAddress(): IResolvable {
    return this.getBooleanAttribute("include_messages_from_blocked_sender_address");
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      end_user_quarantine_permissions: props.endUserQuarantinePermissions,
      esn_enabled: props.esnEnabled,
      include_messages_from_blocked_sender_address: props.includeMessagesFromBlockedSenderAddress,
    };
  }
}
