// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365SharingPolicy is declared with. */
export interface M365SharingPolicyProps extends TerraformMetaArguments {
  /** Name of the policy, at most 64 characters. */
  readonly name: string;
  /** Domain:action, as fabrikam.com:CalendarSharingFreeBusySimple; * for every organization, Anonymous for everyone. */
  readonly domains: readonly string[];
  /** Is the policy in use? Default: true. */
  readonly enabled?: boolean | IResolvable;
}

const ATTRIBUTES = { name: text, domains: texts, enabled: may(flag) };

/** With whom outside users may share their calendars, and how much of them. */
export class M365SharingPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_sharing_policy";

  private readonly props: M365SharingPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365SharingPolicyProps) {
    const config = readConfig("M365SharingPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365SharingPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the policy, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** Domain:action, as fabrikam.com:CalendarSharingFreeBusySimple; * for every organization, Anonymous for everyone. */
  get domains(): string[] {
    return Fn.tolist(this.getListAttribute("domains"));
  }

  /** Is the policy in use? Default: true. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { name: props.name, domains: props.domains, enabled: props.enabled };
  }
}
