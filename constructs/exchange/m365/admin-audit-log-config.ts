// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig } from "../config";
import { GENERATED } from "./generated";

/** What M365AdminAuditLogConfig is declared with. */
export interface M365AdminAuditLogConfigProps extends TerraformMetaArguments {
  /** Is what users and administrators do recorded? Left out, it stays as it is. */
  readonly unifiedAuditLogIngestionEnabled?: boolean | IResolvable;
}

const ATTRIBUTES = { unifiedAuditLogIngestionEnabled: may(flag) };

/** The switch of the unified audit log, without which nothing that happened can be found out later. A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365AdminAuditLogConfig extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_admin_audit_log_config";

  private readonly props: M365AdminAuditLogConfigProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365AdminAuditLogConfigProps) {
    const config = readConfig("M365AdminAuditLogConfig", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365AdminAuditLogConfig.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Is what users and administrators do recorded? Left out, it stays as it is. */
  get unifiedAuditLogIngestionEnabled(): IResolvable {
    return this.getBooleanAttribute("unified_audit_log_ingestion_enabled");
  }

  /** Always AdminAuditLogConfig. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { unified_audit_log_ingestion_enabled: props.unifiedAuditLogIngestionEnabled };
  }
}
