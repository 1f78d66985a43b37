import { guidOf } from "../guid";
import type { Row } from "../table";
import { mxHost, type Naming } from "./names";

/** A domain of a tenant, as far as it can differ. */
export interface Domain {
  readonly id: string;
  isVerified: boolean;
  isInitial: boolean;
  isDefault: boolean;
  /** Days until a password expires; null where nobody set it. */
  passwordValidityPeriodInDays?: number | null;
  passwordNotificationWindowInDays?: number | null;
  serviceConfigurationRecords: readonly Row[];
  /** What it is for: Email and others. */
  supportedServices: readonly string[];
}

/** What Graph gives for the mail of a domain: `domainDnsRecord` and its kinds. */
export function serviceRecords(domain: string, naming: Naming): readonly Row[] {
  const { spfInclude, autodiscover } = naming.cloud;
  return [
    dnsRecord("Mx", domain, { mailExchange: mxHost(domain, naming), preference: 0 }),
    dnsRecord("Txt", domain, { text: `v=spf1 include:${spfInclude} -all` }),
    dnsRecord("Cname", `autodiscover.${domain}`, { canonicalName: autodiscover, recordType: "CName" }),
  ];
}

/** What proves that a domain is one's own: either of the two. */
export function verificationRecords(domain: string, tenantId: string): readonly Row[] {
  const code = `ms${Number.parseInt(guidOf(tenantId, domain).slice(0, 8), 16) % 100_000_000}`;
  return [
    dnsRecord("Txt", domain, { text: `MS=${code}`, supportedService: null }),
    dnsRecord("Mx", domain, {
      mailExchange: `${code}.msv1.invalid`,
      preference: 32767,
      supportedService: null,
    }),
  ];
}

function dnsRecord(kind: "Mx" | "Txt" | "Cname", label: string, rest: Row): Row {
  return {
    "@odata.type": `#microsoft.graph.domainDns${kind}Record`,
    id: guidOf("domainDnsRecord", kind, label, JSON.stringify(rest)),
    isOptional: false,
    label,
    recordType: kind,
    supportedService: "Email",
    ttl: 3600,
    ...rest,
  };
}
