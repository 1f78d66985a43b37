import { collect, type Fault, fail, settle } from "../../fault";
import { bimiRecordName, buildBimi, formatBimi } from "../../mail/bimi";
import { buildTlsRpt, formatTlsRpt, tlsRptRecordName } from "../../mail/tls-rpt";
import type { BimiOptions, TlsRptOptions } from "../../options";
import { hostedRecord } from "./hosted";
import { type PartOptions, type PartResult, readPart } from "./part";

/** Where TLS reports go (RFC 8460). */
export interface TlsReportingOptions extends PartOptions, TlsRptOptions {}

/** One TXT record at `_smtp._tls` with role `TlsRpt`, or the alias to the one that somebody else publishes. */
export function tlsRptRecords(options: TlsReportingOptions): PartResult {
  const faults: Fault[] = [];
  const { rua, hosted } = options;
  const part = readPart(options, faults);
  const isBuilt = hosted === undefined || rua.length > 0;
  const record = isBuilt ? collect(buildTlsRpt({ rua }), faults) : undefined;
  if (!part || (isBuilt && !record)) return fail(...faults);
  if (!record || hosted !== undefined) {
    return hostedRecord("TlsRpt", tlsRptRecordName(part.domain), part.ttl, hosted ?? "");
  }
  const value = formatTlsRpt(record);
  return settle(faults, () => [
    { role: "TlsRpt", record: { type: "TXT", name: tlsRptRecordName(part.domain), ttl: part.ttl, value } },
  ]);
}

/** A brand's logo beside its mail. */
export interface BimiPartOptions extends PartOptions, BimiOptions {}

/** One TXT record at `<selector>._bimi` with role `Bimi`. */
export function bimiRecords(options: BimiPartOptions): PartResult {
  const faults: Fault[] = [];
  const { domain: _domain, ttl: _ttl, ...bimi } = options;
  const part = readPart(options, faults);
  const record = collect(buildBimi(bimi), faults);
  if (!part || !record) return fail(...faults);
  const name = collect(bimiRecordName(part.domain, options.selector), faults, "selector");
  if (!name) return fail(...faults);
  return settle(faults, () => [
    { role: "Bimi", record: { type: "TXT", name, ttl: part.ttl, value: formatBimi(record) } },
  ]);
}
