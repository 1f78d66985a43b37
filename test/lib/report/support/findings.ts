import type { DnsName } from "../../../../lib/dns/name";
import type { Finding } from "../../../../lib/rules/finding";

/** A finding with everything that one can have. */
export const SPF: Finding = {
  rule: "spf-missing",
  level: "warning",
  source: "declared",
  of: "domain",
  subject: "contoso.net",
  message: "contoso.net has no SPF record",
  expected: "a TXT record at contoso.net that begins with v=spf1",
  instead: [{ type: "TXT", name: "contoso.net" as DnsName, ttl: 3600, value: "v=spf1 -all" }],
  where: { file: "estate.yaml", line: 7, column: 3, path: ["domains", "contoso.net"] },
};

/** One that stands in a plan. */
export const POLICY: Finding = {
  rule: "ca-report-only",
  level: "note",
  source: "planned",
  of: "tenant",
  subject: "contoso",
  message: 'the policy "MFA" only reports',
  where: { address: "azuread_conditional_access_policy.mfa" },
};
