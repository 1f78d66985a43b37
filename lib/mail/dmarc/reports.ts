import { below, type DnsName, isWithin, parseName } from "../../dns/name";
import type { Result } from "../../fault";
import type { DmarcRecord } from "./record";

/**
 * The value of an authorisation record: a policy record without a policy (RFC 9990 §4). The RFCs' own examples
 * write it with the semicolon (RFC 9989 appendix B.2.3, RFC 9991 appendix), as this project ends every list.
 */
export const REPORT_AUTHORIZATION = "v=DMARC1;";

/** The domains to which a record sends reports, aggregate or failure, each once, sorted. */
export function reportDomains(record: DmarcRecord): readonly DnsName[] {
  const domains = [...record.rua, ...record.ruf].flatMap(({ domain }) => domain ?? []);
  return [...new Set(domains)].sort();
}

/**
 * Of these, the ones that must authorise the reports. The RFC exempts destinations with the same Organizational
 * Domain, which only a DNS tree walk can tell; equal names, and names within one another, are sure to be exempt.
 * For any other an authorisation is asked for: one too many does no harm, one too few loses the reports.
 */
export function externalReportDomains(domain: DnsName, record: DmarcRecord): readonly DnsName[] {
  return reportDomains(record).filter(
    (destination) => !isWithin(destination, domain) && !isWithin(domain, destination),
  );
}

/**
 * Where the receiver of reports authorises a sender's: `contoso.com._report._dmarc.reports.example`.
 * Two long names together may pass the 253 octets of a DNS name, which is a fault.
 */
export function reportAuthorizationName(sender: DnsName, receiver: DnsName): Result<DnsName> {
  return parseName(`${sender}._report._dmarc.${receiver}`, "owner");
}

/** Where a receiver authorises everyone: `*._report._dmarc.reports.example`. */
export function anyReportAuthorizationName(receiver: DnsName): DnsName {
  return below("*._report._dmarc", receiver);
}
