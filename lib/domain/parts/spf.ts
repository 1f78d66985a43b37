import { collect, type Fault, fail, settle } from "../../fault";
import { buildSpf } from "../../mail/spf/build";
import { formatSpf } from "../../mail/spf/format";
import type { SpfOptions } from "../../options";
import { type PartOptions, type PartResult, readPart } from "./part";

/** The domain's own SPF record, as declared. */
export interface SpfRecordOptions extends PartOptions, SpfOptions {}

/** One TXT record with role `Spf`. */
export function spfRecords(options: SpfRecordOptions): PartResult {
  const faults: Fault[] = [];
  const { domain: _domain, ttl: _ttl, ...spf } = options;
  const part = readPart(options, faults);
  const record = collect(buildSpf(spf), faults);
  if (!part || !record) return fail(...faults);
  const value = formatSpf(record);
  return settle(faults, () => [
    { role: "Spf", record: { type: "TXT", name: part.domain, ttl: part.ttl, value } },
  ]);
}
