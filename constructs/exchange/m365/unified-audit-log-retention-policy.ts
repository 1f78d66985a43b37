// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { number, readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365UnifiedAuditLogRetentionPolicy is declared with. */
export interface M365UnifiedAuditLogRetentionPolicyProps extends TerraformMetaArguments {
  /** Name of the policy, at most 64 characters. */
  readonly name: string;
  /** What it is for. */
  readonly description?: string;
  /** Its place: 1 comes first. No two policies have the same. */
  readonly priority: number;
  /** For how long. TenYears needs an add-on. One of ThreeMonths, SixMonths, NineMonths, TwelveMonths, TenYears. */
  readonly retentionDuration: "ThreeMonths" | "SixMonths" | "NineMonths" | "TwelveMonths" | "TenYears";
  /** Kinds of records, as AuditLogRecordType names them. */
  readonly recordTypes?: readonly string[];
  /** Activities, of the one kind of record. */
  readonly operations?: readonly string[];
  /** Only what these people did. */
  readonly userIds?: readonly string[];
}

const ATTRIBUTES = {
  name: text,
  description: may(text),
  priority: number,
  retentionDuration: word(["ThreeMonths", "SixMonths", "NineMonths", "TwelveMonths", "TenYears"]),
  recordTypes: may(texts),
  operations: may(texts),
  userIds: may(texts),
};

/** How long records of the audit log are kept. */
export class M365UnifiedAuditLogRetentionPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_unified_audit_log_retention_policy";

  private readonly props: M365UnifiedAuditLogRetentionPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365UnifiedAuditLogRetentionPolicyProps) {
    const config = readConfig("M365UnifiedAuditLogRetentionPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365UnifiedAuditLogRetentionPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the policy, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** What it is for. */
  get description(): string {
    return this.getStringAttribute("description");
  }

  /** Its place: 1 comes first. No two policies have the same. */
  get priority(): number {
    return this.getNumberAttribute("priority");
  }

  /** For how long. TenYears needs an add-on. One of ThreeMonths, SixMonths, NineMonths, TwelveMonths, TenYears. */
  get retentionDuration(): string {
    return this.getStringAttribute("retention_duration");
  }

  /** Kinds of records, as AuditLogRecordType names them. */
  get recordTypes(): string[] {
    return Fn.tolist(this.getListAttribute("record_types"));
  }

  /** Activities, of the one kind of record. */
  get operations(): string[] {
    return Fn.tolist(this.getListAttribute("operations"));
  }

  /** Only what these people did. */
  get userIds(): string[] {
    return Fn.tolist(this.getListAttribute("user_ids"));
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      description: props.description,
      priority: props.priority,
      retention_duration: props.retentionDuration,
      record_types: props.recordTypes,
      operations: props.operations,
      user_ids: props.userIds,
    };
  }
}
