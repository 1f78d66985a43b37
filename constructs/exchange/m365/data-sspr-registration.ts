// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, TerraformDataSource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What DataM365SsprRegistration is declared with. */
export interface DataM365SsprRegistrationProps extends TerraformMetaArguments {
  /** Object id of the group. */
  readonly groupId: string;
  /** Is a member who is not enabled an error? Default: false, it is a value. */
  readonly assert?: boolean | IResolvable;
}

const ATTRIBUTES = { groupId: text, assert: may(flag) };

/** Are the members of a group enabled for self-service password reset, registered for it and able to use it? Proves the switch of the portal, which has no API. The report is up to a day behind. Needs Entra ID P1, and the application permissions AuditLog.Read.All, GroupMember.Read.All and User.Read.All. */
export class DataM365SsprRegistration extends TerraformDataSource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_sspr_registration";

  private readonly props: DataM365SsprRegistrationProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DataM365SsprRegistrationProps) {
    const config = readConfig("DataM365SsprRegistration", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: DataM365SsprRegistration.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Object id of the group. */
  get groupId(): string {
    return this.getStringAttribute("group_id");
  }

  /** Is a member who is not enabled an error? Default: false, it is a value. */
  get assert(): IResolvable {
    return this.getBooleanAttribute("assert");
  }

  /** Is every member that the report shows enabled, and is there one? */
  get passed(): IResolvable {
    return this.getBooleanAttribute("passed");
  }

  /** Users in the group, nested groups included, whose accounts are not disabled. */
  get members(): number {
    return this.getNumberAttribute("members");
  }

  /** Those of them that the report shows. */
  get reported(): number {
    return this.getNumberAttribute("reported");
  }

  /** Those of the reported who may reset their passwords. */
  get enabled(): number {
    return this.getNumberAttribute("enabled");
  }

  /** Those who registered methods for it. */
  get registered(): number {
    return this.getNumberAttribute("registered");
  }

  /** Those who can do it now. */
  get capable(): number {
    return this.getNumberAttribute("capable");
  }

  /** User principal names of those who may not, at most 20. */
  get notEnabled(): string[] {
    return this.getListAttribute("not_enabled");
  }

  /** For whom the portal has it on, by what the report shows of the others: none, selected, all, unknown. */
  get scope(): string {
    return this.getStringAttribute("scope");
  }

  /** All of it in a sentence. */
  get summary(): string {
    return this.getStringAttribute("summary");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { group_id: props.groupId, assert: props.assert };
  }
}
