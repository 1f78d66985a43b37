import type { Construct, IConstruct } from "constructs";
import type { DnsName } from "../../lib/dns/name";
import type { DnsRecord } from "../../lib/dns/record";

/** A text served over HTTPS under a fixed host name, such as an MTA-STS policy (RFC 8461 §3.3). */
export interface ServedPolicy {
  /** The host, e.g. `mta-sts.contoso.com`; the zone publishes its address and certificate. */
  readonly host: DnsName;
  /** Path of the only resource there, e.g. `/.well-known/mta-sts.txt`. */
  readonly path: string;
  /** The text, served as `text/plain; charset=utf-8`. */
  readonly body: string;
}

/**
 * Where a mail domain's records go. Mail constructs know no DNS host: whoever implements this decides how a
 * logical record is written down, and is the only one who does (chunks, quotes, escapes, dots, case).
 *
 * @typeParam R what a published record is: `DnsRecord` of `@cdktf/provider-cloudflare` in a `CloudflareZone`
 */
export interface MailZone<out R extends IConstruct = IConstruct> {
  /** The zone's apex. */
  readonly zoneName: DnsName;
  /**
   * Does the host answer an alias at the apex with the addresses of its target, so that it may stand beside the domain's
   * mail records (RFC 1034 §3.6.2 has none there)? @default false
   */
  readonly flattensApex?: boolean;

  /**
   * Publishes one record.
   * @param scope the mail construct that wants it
   * @param id the record's role: it becomes part of the address in state, so it never holds the value
   * @param after records that must be in place first
   * @throws FaultError if the record lies outside the zone, or the host cannot hold it
   */
  add(scope: Construct, id: string, record: DnsRecord, after?: readonly IConstruct[]): R;

  /** Serves a text over HTTPS at a host below the zone. */
  servePolicy(scope: Construct, id: string, policy: ServedPolicy): IConstruct;
}
