/**
 * Microsoft's own alert policies that have to be on, as CISA's test of MS.SECURITYSUITE.4.1v1 asks:
 * https://github.com/cisagov/ScubaGear
 */
export const SYSTEM_ALERTS: readonly string[] = [
  "Suspicious email sending patterns detected",
  "Suspicious connector activity",
  "Suspicious Email Forwarding Activity",
  "Messages have been delayed",
  "Tenant restricted from sending unprovisioned email",
  "Tenant restricted from sending email",
];

/** There only with Microsoft 365 E5 or Defender for Office 365 Plan 2, and asked for where they are there. */
export const SYSTEM_ALERTS_WHERE_LICENSED: readonly string[] = [
  "A potentially malicious URL click was detected",
];
