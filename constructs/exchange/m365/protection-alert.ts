// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text, texts, word, words } from "../config";
import { GENERATED } from "./generated";

/** What M365ProtectionAlert is declared with. */
export interface M365ProtectionAlertProps extends TerraformMetaArguments {
  /** Name of the policy, at most 64 characters. */
  readonly name: string;
  /** Where it stands in the portal, and who may see it. One of AccessGovernance, ComplianceManager, DataGovernance, MailFlow, Others, PrivacyManagement, Supervision, ThreatManagement. */
  readonly category:
    | "AccessGovernance"
    | "ComplianceManager"
    | "DataGovernance"
    | "MailFlow"
    | "Others"
    | "PrivacyManagement"
    | "Supervision"
    | "ThreatManagement";
  /** What it looks at: audited activities, or malware. One of Activity, Malware. */
  readonly threatType: "Activity" | "Malware";
  /** Who gets a message. */
  readonly notifyUser: readonly string[];
  /** The audited activity that it looks for, as the audit log calls it; one in practice. */
  readonly operation?: readonly string[];
  /** Does each event alert, more than a threshold, or an unusual number? One of None, SimpleAggregation, AnomalousAggregation. Default: SimpleAggregation. Needs Microsoft 365 E5, Defender for Office 365 Plan 2, or an E5 add-on for compliance or eDiscovery and audit, unless it is None. */
  readonly aggregationType?: "None" | "SimpleAggregation" | "AnomalousAggregation";
  /** How many events alert. */
  readonly threshold?: number;
  /** Within how many minutes. */
  readonly timeWindow?: number;
  /** What events are counted by: User of activities, the others of malware. One of User, Mail.Recipient, Mail.ThreatName. */
  readonly alertBy?: readonly ("User" | "Mail.Recipient" | "Mail.ThreatName")[];
  /** Which events, in OPATH. */
  readonly filter?: string;
  /** How bad it is. One of Low, Medium, High, Informational. Default: Low. */
  readonly severity?: "Low" | "Medium" | "High" | "Informational";
  /** Is it off? Default: false. */
  readonly disabled?: boolean | IResolvable;
  /** Are messages sent? Default: true. */
  readonly notificationEnabled?: boolean | IResolvable;
  /** Does each single event send a message too, where they are aggregated? Default: false. */
  readonly notifyUserOnFilterMatch?: boolean | IResolvable;
  /** How many messages at most within the window; left out, there is no limit. */
  readonly notifyUserThrottleThreshold?: number;
  /** The window, in minutes. */
  readonly notifyUserThrottleWindow?: number;
  /** Until when no messages are sent. */
  readonly notifyUserSuppressionExpiryDate?: string;
  /** Language of the messages. */
  readonly notificationCulture?: string;
  /** A note for administrators. */
  readonly comment?: string;
}

const ATTRIBUTES = {
  name: text,
  category: word([
    "AccessGovernance",
    "ComplianceManager",
    "DataGovernance",
    "MailFlow",
    "Others",
    "PrivacyManagement",
    "Supervision",
    "ThreatManagement",
  ]),
  threatType: word(["Activity", "Malware"]),
  notifyUser: texts,
  operation: may(texts),
  aggregationType: may(word(["None", "SimpleAggregation", "AnomalousAggregation"])),
  threshold: may(number),
  timeWindow: may(number),
  alertBy: may(words(["User", "Mail.Recipient", "Mail.ThreatName"])),
  filter: may(text),
  severity: may(word(["Low", "Medium", "High", "Informational"])),
  disabled: may(flag),
  notificationEnabled: may(flag),
  notifyUserOnFilterMatch: may(flag),
  notifyUserThrottleThreshold: may(number),
  notifyUserThrottleWindow: may(number),
  notifyUserSuppressionExpiryDate: may(text),
  notificationCulture: may(text),
  comment: may(text),
};

/** An alert policy: who is told when something happens in the tenant. */
export class M365ProtectionAlert extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_protection_alert";

  private readonly props: M365ProtectionAlertProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365ProtectionAlertProps) {
    const config = readConfig("M365ProtectionAlert", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365ProtectionAlert.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the policy, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** Where it stands in the portal, and who may see it. One of AccessGovernance, ComplianceManager, DataGovernance, MailFlow, Others, PrivacyManagement, Supervision, ThreatManagement. */
  get category(): string {
    return this.getStringAttribute("category");
  }

  /** What it looks at: audited activities, or malware. One of Activity, Malware. */
  get threatType(): string {
    return this.getStringAttribute("threat_type");
  }

  /** Who gets a message. */
  get notifyUser(): string[] {
    return Fn.tolist(this.getListAttribute("notify_user"));
  }

  /** The audited activity that it looks for, as the audit log calls it; one in practice. */
  get operation(): string[] {
    return Fn.tolist(this.getListAttribute("operation"));
  }

  /** Does each event alert, more than a threshold, or an unusual number? One of None, SimpleAggregation, AnomalousAggregation. Default: SimpleAggregation. Needs Microsoft 365 E5, Defender for Office 365 Plan 2, or an E5 add-on for compliance or eDiscovery and audit, unless it is None. */
  get aggregationType(): string {
    return this.getStringAttribute("aggregation_type");
  }

  /** How many events alert. */
  get threshold(): number {
    return this.getNumberAttribute("threshold");
  }

  /** Within how many minutes. */
  get timeWindow(): number {
    return this.getNumberAttribute("time_window");
  }

  /** What events are counted by: User of activities, the others of malware. One of User, Mail.Recipient, Mail.ThreatName. */
  get alertBy(): string[] {
    return Fn.tolist(this.getListAttribute("alert_by"));
  }

  /** Which events, in OPATH. */
  get filter(): string {
    return this.getStringAttribute("filter");
  }

  /** How bad it is. One of Low, Medium, High, Informational. Default: Low. */
  get severity(): string {
    return this.getStringAttribute("severity");
  }

  /** Is it off? Default: false. */
  get disabled(): IResolvable {
    return this.getBooleanAttribute("disabled");
  }

  /** Are messages sent? Default: true. */
  get notificationEnabled(): IResolvable {
    return this.getBooleanAttribute("notification_enabled");
  }

  /** Does each single event send a message too, where they are aggregated? Default: false. */
  get notifyUserOnFilterMatch(): IResolvable {
    return this.getBooleanAttribute("notify_user_on_filter_match");
  }

  /** How many messages at most within the window; left out, there is no limit. */
  get notifyUserThrottleThreshold(): number {
    return this.getNumberAttribute("notify_user_throttle_threshold");
  }

  /** The window, in minutes. */
  get notifyUserThrottleWindow(): number {
    return this.getNumberAttribute("notify_user_throttle_window");
  }

  /** Until when no messages are sent. */
  get notifyUserSuppressionExpiryDate(): string {
    return this.getStringAttribute("notify_user_suppression_expiry_date");
  }

  /** Language of the messages. */
  get notificationCulture(): string {
    return this.getStringAttribute("notification_culture");
  }

  /** A note for administrators. */
  get comment(): string {
    return this.getStringAttribute("comment");
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      category: props.category,
      threat_type: props.threatType,
      notify_user: props.notifyUser,
      operation: props.operation,
      aggregation_type: props.aggregationType,
      threshold: props.threshold,
      time_window: props.timeWindow,
      alert_by: props.alertBy,
      filter: props.filter,
      severity: props.severity,
      disabled: props.disabled,
      notification_enabled: props.notificationEnabled,
      notify_user_on_filter_match: props.notifyUserOnFilterMatch,
      notify_user_throttle_threshold: props.notifyUserThrottleThreshold,
      notify_user_throttle_window: props.notifyUserThrottleWindow,
      notify_user_suppression_expiry_date: props.notifyUserSuppressionExpiryDate,
      notification_culture: props.notificationCulture,
      comment: props.comment,
    };
  }
}
