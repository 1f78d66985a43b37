import { refuse } from "../../cmdlets/cmdlet";
import type { Row } from "../../table";
import type { Kind } from "../kind";
import { PURVIEW_ROLE_GROUPS } from "./role-groups";

// Security & Compliance, as a tenant's export shows it. Containers and Identities are paths there.

const system = (Severity: string, Operation: string, facts: Row = {}): Row => ({
  IsSystemRule: true,
  Category: "ThreatManagement",
  Severity,
  Operation: [Operation],
  NotifyUser: ["TenantAdmins"],
  ...facts,
});

/** https://learn.microsoft.com/defender-xdr/alert-policies, Threat management and mail flow; names and operations of an export. */
const SYSTEM_ALERTS: Readonly<Record<string, Row>> = {
  "Suspicious email sending patterns detected": system("Medium", "CompromisedWarningAccount"),
  "Suspicious connector activity": system("High", "ConnectorAbuse"),
  "Suspicious Email Forwarding Activity": system("High", "SuspiciousForwarding"),
  "Messages have been delayed": system("High", "", {
    Category: "MailFlow",
    ThreatType: "MailFlow",
    AggregationType: "CustomAggregation",
    Threshold: 2000,
    Operation: null,
  }),
  "Tenant restricted from sending unprovisioned email": system(
    "High",
    "CompromisedUnprovisionedTenantAccount",
  ),
  "Tenant restricted from sending email": system("High", "CompromisedTenantAccount"),
  "User restricted from sending email": system("High", "CompromisedAccount"),
};

const ALERT: Row = {
  Filter: null,
  Operation: null,
  LogicalOperationName: null,
  NotificationEnabled: true,
  NotifyUser: [],
  Severity: "Low",
  Threshold: null,
  VolumeThreshold: null,
  TimeWindow: null,
  NotifyUserOnFilterMatch: false,
  StreamType: "Activity",
  ThreatType: "Activity",
  AlertBy: null,
  AlertFor: null,
  AlertScenario: "Activity",
  Scenario: "AuditProtectionAlert",
  NotifyUserThrottleThreshold: null,
  NotifyUserThrottleWindow: null,
  NotifyUserSuppressionExpiryDate: null,
  NotificationCulture: null,
  AggregationType: "SimpleAggregation",
  Category: "Others",
  IsSystemRule: false,
  CustomProperties: null,
  UseCreatedDateTime: null,
  CorrelationPolicyId: "00000000-0000-0000-0000-000000000000",
  ReadOnly: false,
  Priority: 0,
  Workload: "AuditAlerting",
  Comment: "",
  Disabled: false,
  Mode: "Enforce",
};

/** https://learn.microsoft.com/powershell/module/exchangepowershell/new-protectionalert */
function checkAlert(row: Row): void {
  const { ThreatType, AggregationType, Operation, Threshold, TimeWindow } = row;
  if (row.IsSystemRule === true) refuse("The default alert policies can't be changed.");
  if (isSet(Operation) && ThreatType !== "Activity") refuse("Operation needs the ThreatType Activity.");
  if ((isSet(Threshold) || isSet(TimeWindow)) && AggregationType !== "SimpleAggregation") {
    refuse("Threshold and TimeWindow need the AggregationType SimpleAggregation.");
  }
  if (isSet(Threshold) && Number(Threshold) < 3) refuse("Threshold must be 3 or more.");
  if (isSet(TimeWindow) && Number(TimeWindow) <= 60) refuse("TimeWindow must be more than 60 minutes.");
  if (isSet(row.AlertBy)) {
    if (AggregationType === "None") refuse("AlertBy can't be used with the AggregationType None.");
    const known = ThreatType === "Activity" ? ["User"] : ["Mail.Recipient", "Mail.ThreatName"];
    const unknown = [row.AlertBy].flat().find((one) => !known.includes(String(one)));
    if (unknown !== undefined) refuse(`AlertBy '${unknown}' is invalid for the ThreatType ${ThreatType}.`);
  }
  if (row.NotificationEnabled === true && !isSet(row.NotifyUser)) refuse("NotifyUser is empty.");
  row.StreamType = ThreatType;
  row.AlertScenario = ThreatType;
}

export const PURVIEW: Readonly<Record<string, Kind>> = {
  ProtectionAlert: {
    container: "Configuration",
    identityIsPath: true,
    initial: SYSTEM_ALERTS,
    // A description is taken, and never shown.
    taken: ({ Description: _, ...given }) => given,
    defaults: ALERT,
    check: checkAlert,
  },
  RoleGroup: PURVIEW_ROLE_GROUPS,
};

const isSet = (value: unknown) =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
