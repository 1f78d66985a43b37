import { isJson } from "../../../http/answer";
import { refuse } from "../../cmdlets/cmdlet";
import type { TenantState } from "../../state";
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

/** https://learn.microsoft.com/purview/sit-sensitive-information-type-entity-definitions, a few of them. */
const SENSITIVE_TYPES: Readonly<Record<string, string>> = {
  "credit card number": "50842eb7-edc8-4019-85dd-5a5c1f2bb085",
  "u.s. social security number (ssn)": "a44669fe-0d48-453d-a9b1-2cc83f2cba77",
  "u.s. individual taxpayer identification number (itin)": "e55e2a32-f92d-4985-a35d-a0b269eb687b",
};

/** Locations are shown as objects, whatever they were given as. */
const LOCATION = /^(Add|Remove)?((?:\w+)Location(?:Exception)?)$/;

/** The parameters that add to a location and take from it, and those that say all of it. */
function located(given: Row, before: Row): Row {
  const next: Row = {};
  for (const [parameter, value] of Object.entries(given)) {
    const [, verb, property] = LOCATION.exec(parameter) ?? [];
    if (property === undefined) {
      next[parameter] = value;
      continue;
    }
    const names = (Array.isArray(value) ? value : []).map(String);
    const there = namesIn(next[property] ?? before[property]);
    const wanted =
      verb === "Add"
        ? [...new Set([...there, ...names])]
        : verb === "Remove"
          ? there.filter((one) => !names.some((name) => name.toLowerCase() === one.toLowerCase()))
          : names;
    next[property] = wanted.map((Name) => ({
      DisplayName: Name,
      Name,
      ImmutableIdentity: Name,
      Type: "Tenant",
    }));
  }
  return next;
}

const namesIn = (value: unknown) =>
  (Array.isArray(value) ? value.filter(isJson) : []).map(({ Name }) => String(Name));

/** What a policy shows of where it holds; ScubaGear looks for these words. */
const WORKLOADS: Readonly<Record<string, string>> = {
  ExchangeLocation: "Exchange",
  SharePointLocation: "SharePoint",
  OneDriveLocation: "OneDriveForBusiness",
  TeamsLocation: "Teams",
  EndpointDlpLocation: "EndpointDevices",
};

/** https://learn.microsoft.com/powershell/module/exchangepowershell/new-dlpcompliancepolicy */
function checkDlpPolicy(row: Row): void {
  const locations = Object.keys(row).filter((name) => /Location$/.test(name));
  if (!locations.some((name) => isSet(row[name]))) refuse("At least one location has to be specified.");
  const pairs = [
    ["ExchangeSenderMemberOf", "ExchangeSenderMemberOfException"],
    ["OneDriveSharedBy", "ExceptIfOneDriveSharedBy"],
  ];
  for (const [one = "", other = ""] of pairs) {
    if (isSet(row[one]) && isSet(row[other])) refuse(`'${one}' and '${other}' can't be used together.`);
  }
  for (const name of locations) {
    const exception = `${name}Exception`;
    if (isSet(row[exception]) && !namesIn(row[name]).includes("All"))
      refuse(`'${exception}' needs '${name}' All.`);
  }
  if (
    (isSet(row.ExchangeSenderMemberOf) || isSet(row.ExchangeSenderMemberOfException)) &&
    !isSet(row.ExchangeLocation)
  ) {
    refuse("The groups of senders need ExchangeLocation.");
  }
  row.Workload = locations.flatMap((name) => (isSet(row[name]) ? [WORKLOADS[name] ?? name] : [])).join(", ");
  row.Enabled = row.Mode !== "Disable";
}

/** https://learn.microsoft.com/powershell/module/exchangepowershell/new-dlpcompliancerule */
function checkDlpRule(row: Row, state: TenantState): void {
  const policy = state.objects.get("purview.DlpCompliancePolicy")?.find(row.Policy);
  const { Guid, Name } = policy ?? refuse(`The policy '${row.Policy}' couldn't be found.`);
  Object.assign(row, { Policy: Guid, ParentPolicyName: Name });
  const types = row.ContentContainsSensitiveInformation;
  if (Array.isArray(types)) row.ContentContainsSensitiveInformation = types.filter(isJson).map(sensitive);
  if (row.AccessScope === "None") row.AccessScope = null;
  const conditions = ["ContentContainsSensitiveInformation", "AccessScope", "FromScope", "From", "SentTo"];
  const more = [
    "SenderDomainIs",
    "RecipientDomainIs",
    "SubjectContainsWords",
    "ContentExtensionMatchesWords",
  ];
  if (
    ![...conditions, ...more].some((name) => isSet(row[name])) &&
    row.DocumentIsPasswordProtected !== true
  ) {
    refuse("A rule has to have at least one condition.");
  }
  if (isSet(row.IncidentReportContent) && !isSet(row.GenerateIncidentReport)) {
    refuse("IncidentReportContent needs GenerateIncidentReport.");
  }
}

function sensitive({ name, mincount, ...more }: Row): Row {
  const id = SENSITIVE_TYPES[String(name).toLowerCase()];
  if (id === undefined) refuse(`The sensitive information type '${name}' couldn't be found.`);
  return {
    name,
    id,
    mincount: String(mincount ?? 1),
    maxcount: "-1",
    minconfidence: "75",
    maxconfidence: "100",
    ...more,
  };
}

const DLP_LOCATIONS: Row = Object.fromEntries(
  [
    "Exchange",
    "SharePoint",
    "OneDrive",
    "Teams",
    "EndpointDlp",
    "OnPremisesScannerDlp",
    "PowerBIDlp",
    "ThirdPartyAppDlp",
  ]
    .flatMap((place) => [`${place}Location`, `${place}LocationException`])
    .map((name) => [name, []]),
);

/** https://learn.microsoft.com/powershell/module/exchangepowershell/new-unifiedauditlogretentionpolicy */
function checkRetention(row: Row, state: TenantState): void {
  const priority = Number(row.Priority);
  if (priority < 1 || priority > 10_000) refuse("Priority must be from 1 to 10000.");
  const others = state.objects.get("purview.UnifiedAuditLogRetentionPolicy")?.all() ?? [];
  if (others.some((one) => one.Guid !== row.Guid && one.Priority === priority)) {
    refuse(`The priority '${priority}' is already in use.`);
  }
  if (isSet(row.Operations) && [row.RecordTypes].flat().length !== 1)
    refuse("Operations need one record type.");
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
  DlpCompliancePolicy: {
    container: "Configuration",
    identityIsPath: true,
    rule: true,
    taken: located,
    defaults: {
      Type: "Dlp",
      Comment: "",
      Workload: "",
      Mode: "Enable",
      ...DLP_LOCATIONS,
      ExchangeSenderMemberOf: [],
      ExchangeSenderMemberOfException: [],
      OneDriveSharedBy: [],
      ExceptIfOneDriveSharedBy: [],
      DistributionStatus: "Pending",
    },
    check: checkDlpPolicy,
    // With all of its rules.
    removed: ({ Guid }, state) => {
      const rules = state.objects.get("purview.DlpComplianceRule");
      for (const rule of rules?.all() ?? []) if (rule.Policy === Guid) rules?.remove(rule.Name);
    },
  },
  DlpComplianceRule: {
    container: "Configuration",
    identityIsPath: true,
    defaults: {
      Comment: "",
      Disabled: false,
      IsAdvancedRule: false,
      AdvancedRule: null,
      Mode: "Enforce",
      Priority: 0,
      ContentContainsSensitiveInformation: null,
      AccessScope: null,
      FromScope: null,
      DocumentIsPasswordProtected: false,
      BlockAccess: false,
      BlockAccessScope: null,
      NotifyUser: [],
      NotifyUserType: "NotSet",
      NotifyAllowOverride: null,
      GenerateAlert: [],
      GenerateIncidentReport: [],
      IncidentReportContent: null,
      ReportSeverityLevel: "Low",
      Quarantine: false,
      StopPolicyProcessing: false,
      RuleErrorAction: null,
    },
    check: checkDlpRule,
  },
  UnifiedAuditLogRetentionPolicy: {
    container: "Configuration",
    identityIsPath: true,
    defaults: {
      Description: "",
      RecordTypes: [],
      Operations: [],
      UserIds: [],
      Enabled: true,
      Mode: "Enforce",
    },
    check: checkRetention,
  },
};

const isSet = (value: unknown) =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
