import { collect, type Fault, fail, settle } from "../../fault";
import { bimiRecordName, buildBimi, formatBimi } from "../../mail/bimi";
import { buildTlsRpt, formatTlsRpt, tlsRptRecordName } from "../../mail/tls-rpt";
import type { BimiOptions, TlsRptOptions } from "../../options";
import { type PartOptions, type PartResult, readPart } from "./part";

/** Where TLS reports go (RFC 8460). */
export interface TlsReportingOptions extends PartOptions, TlsRptOptions {}

/** One TXT record at `_smtp._tls` with role `TlsRpt`. */
export function tlsRptRecords(options: TlsReportingOptions): PartResult {
  const faults: Fault[] = [];
  const part = readPart(options, faults);
  const record = collect(buildTlsRpt({ rua: options.rua }), faults);
  if (!part || !record) return fail(...faults);
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
