import { isWithin, parseName } from "../../dns/name";
import { collect, type Fault, fail, settle } from "../../fault";
import { buildDmarc, dmarcRecordName } from "../../mail/dmarc/build";
import { formatDmarc } from "../../mail/dmarc/format";
import {
  anyReportAuthorizationName,
  REPORT_AUTHORIZATION,
  reportAuthorizationName,
} from "../../mail/dmarc/reports";
import type { DmarcOptions, ReportAuthorization } from "../../options";
import { hostedRecord } from "./hosted";
import { type PartOptions, type PartRecord, type PartResult, readPart } from "./part";

/** A domain's DMARC policy, as declared. */
export interface DmarcPolicyOptions extends PartOptions, DmarcOptions {}

/** One TXT record at `_dmarc` with role `Dmarc`, or the alias to the one that somebody else publishes. */
export function dmarcRecords(options: DmarcPolicyOptions): PartResult {
  const faults: Fault[] = [];
  const { domain: _domain, ttl: _ttl, hosted, ...dmarc } = options;
  const part = readPart(options, faults);
  const record = collect(buildDmarc(dmarc), faults);
  if (!part || !record) return fail(...faults);
  if (hosted !== undefined) return hostedRecord("Dmarc", dmarcRecordName(part.domain), part.ttl, hosted);
  return settle(faults, () => [
    {
      role: "Dmarc",
      record: { type: "TXT", name: dmarcRecordName(part.domain), ttl: part.ttl, value: formatDmarc(record) },
    },
  ]);
}

export interface ReportAuthorizationOptions extends PartOptions {
  /** Sending domains: `fabrikam.com`, or `fabrikam.com@reports.contoso.com` for a receiver below the domain. */
  readonly acceptsReportsFrom: readonly string[];
  /** A record for each sending domain, or one for all. @default "each" */
  readonly reportAuthorization?: ReportAuthorization;
}

/**
 * What lets other domains send their DMARC reports to addresses in this one (RFC 9990 §4): a record for each
 * sender with role `DmarcReports-<sender>`, or one wildcard a receiver with role `DmarcReports`.
 */
export function reportAuthorizationRecords(options: ReportAuthorizationOptions): PartResult {
  const faults: Fault[] = [];
  const part = readPart(options, faults);
  if (!part) return fail(...faults);
  const records = new Map<string, PartRecord>();
  for (const [index, entry] of options.acceptsReportsFrom.entries()) {
    const at = entry.indexOf("@");
    const [senderText, receiverText] = at < 0 ? [entry] : [entry.slice(0, at), entry.slice(at + 1)];
    const sender = collect(parseName(senderText), faults, "acceptsReportsFrom", index);
    const receiver =
      receiverText === undefined
        ? part.domain
        : collect(parseName(receiverText), faults, "acceptsReportsFrom", index);
    if (!sender || !receiver) continue;
    if (!isWithin(receiver, part.domain)) {
      faults.push({
        path: ["acceptsReportsFrom", index],
        message: "the receiver of the reports lies outside the domain",
        received: receiver,
        expected: `${part.domain} or a name below it`,
      });
      continue;
    }
    const suffix = receiverText === undefined ? "" : `@${receiver}`;
    const [role, name] =
      options.reportAuthorization === "any"
        ? [`DmarcReports${suffix}`, anyReportAuthorizationName(receiver)]
        : [
            `DmarcReports-${sender}${suffix}`,
            collect(reportAuthorizationName(sender, receiver), faults, "acceptsReportsFrom", index),
          ];
    if (!name) continue;
    records.set(role, { role, record: { type: "TXT", name, ttl: part.ttl, value: REPORT_AUTHORIZATION } });
  }
  return settle(faults, () => [...records.values()].sort((a, b) => (a.role < b.role ? -1 : 1)));
}
