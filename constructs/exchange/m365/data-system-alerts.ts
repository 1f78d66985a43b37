// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, TerraformDataSource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, texts } from "../config";
import { GENERATED } from "./generated";

/** What DataM365SystemAlerts is declared with. */
export interface DataM365SystemAlertsProps extends TerraformMetaArguments {
  /** Which ones. Default: Suspicious email sending patterns detected; Suspicious connector activity; Suspicious Email Forwarding Activity; Messages have been delayed; Tenant restricted from sending unprovisioned email; Tenant restricted from sending email; and, where the tenant has it, A potentially malicious URL click was detected. */
  readonly names?: readonly string[];
  /** Who has to be notified by each, as Exchange names them: TenantAdmins, or addresses. Default: anyone. */
  readonly recipients?: readonly string[];
  /** Is what is wrong an error? Default: false, it is a value. */
  readonly assert?: boolean | IResolvable;
}

const ATTRIBUTES = { names: may(texts), recipients: may(texts), assert: may(flag) };

/** The alert policies that Microsoft made, which no cmdlet may change: is each there, on, and does it notify? For a check block; with assert, what is wrong is an error. */
export class DataM365SystemAlerts extends TerraformDataSource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_system_alerts";

  private readonly props: DataM365SystemAlertsProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DataM365SystemAlertsProps) {
    const config = readConfig("DataM365SystemAlerts", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: DataM365SystemAlerts.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Which ones. Default: Suspicious email sending patterns detected; Suspicious connector activity; Suspicious Email Forwarding Activity; Messages have been delayed; Tenant restricted from sending unprovisioned email; Tenant restricted from sending email; and, where the tenant has it, A potentially malicious URL click was detected. */
  get names(): string[] {
    return this.getListAttribute("names");
  }

  /** Who has to be notified by each, as Exchange names them: TenantAdmins, or addresses. Default: anyone. */
  get recipients(): string[] {
    return Fn.tolist(this.getListAttribute("recipients"));
  }

  /** Is what is wrong an error? Default: false, it is a value. */
  get assert(): IResolvable {
    return this.getBooleanAttribute("assert");
  }

  /** Is nothing wrong? */
  get passed(): IResolvable {
    return this.getBooleanAttribute("passed");
  }

  /** Those that are not there. */
  get missing(): string[] {
    return this.getListAttribute("missing");
  }

  /** Those that are off. */
  get disabled(): string[] {
    return this.getListAttribute("disabled");
  }

  /** Those that are on and notify nobody, or not all recipients. */
  get silent(): string[] {
    return this.getListAttribute("silent");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { names: props.names, recipients: props.recipients, assert: props.assert };
  }
}
