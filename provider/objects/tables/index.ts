import type { Table } from "../table";
import { adminAuditLogConfig } from "./admin-audit-log-config";
import { antiPhishPolicy } from "./anti-phish-policy";
import { antiPhishRule } from "./anti-phish-rule";
import { arcConfig } from "./arc-config";
import { atpPolicyForO365 } from "./atp-policy-for-o365";
import { atpProtectionPolicyRule } from "./atp-protection-policy-rule";
import { dlpCompliancePolicy } from "./dlp-compliance-policy";
import { dlpComplianceRule } from "./dlp-compliance-rule";
import { eopProtectionPolicyRule } from "./eop-protection-policy-rule";
import { externalInOutlook } from "./external-in-outlook";
import { globalQuarantinePolicy } from "./global-quarantine-policy";
import { hostedConnectionFilterPolicy } from "./hosted-connection-filter-policy";
import { hostedContentFilterPolicy } from "./hosted-content-filter-policy";
import { hostedContentFilterRule } from "./hosted-content-filter-rule";
import { hostedOutboundSpamFilterPolicy } from "./hosted-outbound-spam-filter-policy";
import { hostedOutboundSpamFilterRule } from "./hosted-outbound-spam-filter-rule";
import { irmConfiguration } from "./irm-configuration";
import { malwareFilterPolicy } from "./malware-filter-policy";
import { malwareFilterRule } from "./malware-filter-rule";
import { omeBrandingTemplate } from "./ome-branding-template";
import { omeConfiguration } from "./ome-configuration";
import { organizationConfig } from "./organization-config";
import { protectionAlert } from "./protection-alert";
import { quarantinePolicy } from "./quarantine-policy";
import { remoteDomain } from "./remote-domain";
import { reportSubmissionPolicy } from "./report-submission-policy";
import { reportSubmissionRule } from "./report-submission-rule";
import { roleGroup } from "./role-group";
import { safeAttachmentPolicy } from "./safe-attachment-policy";
import { safeAttachmentRule } from "./safe-attachment-rule";
import { safeLinksPolicy } from "./safe-links-policy";
import { safeLinksRule } from "./safe-links-rule";
import { sharingPolicy } from "./sharing-policy";
import { transportConfig } from "./transport-config";
import { transportRule } from "./transport-rule";
import { unifiedAuditLogRetentionPolicy } from "./unified-audit-log-retention-policy";

/** All objects that the kit manages. */
export const TABLES: readonly Table[] = [
  adminAuditLogConfig,
  antiPhishPolicy,
  antiPhishRule,
  arcConfig,
  atpPolicyForO365,
  atpProtectionPolicyRule,
  dlpCompliancePolicy,
  dlpComplianceRule,
  eopProtectionPolicyRule,
  externalInOutlook,
  globalQuarantinePolicy,
  hostedConnectionFilterPolicy,
  hostedContentFilterPolicy,
  hostedContentFilterRule,
  hostedOutboundSpamFilterPolicy,
  hostedOutboundSpamFilterRule,
  irmConfiguration,
  malwareFilterPolicy,
  malwareFilterRule,
  omeBrandingTemplate,
  omeConfiguration,
  organizationConfig,
  protectionAlert,
  quarantinePolicy,
  remoteDomain,
  reportSubmissionPolicy,
  reportSubmissionRule,
  roleGroup,
  safeAttachmentPolicy,
  safeAttachmentRule,
  safeLinksPolicy,
  safeLinksRule,
  sharingPolicy,
  transportConfig,
  transportRule,
  unifiedAuditLogRetentionPolicy,
];
