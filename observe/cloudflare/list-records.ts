import * as v from "valibot";
import { isRecordType, parseRecord } from "../../lib/dns/parse-record";
import { recordData } from "../../lib/dns/record";
import { unquoteTxt } from "../../lib/dns/txt";
import type { LiveRecord } from "../../lib/review/existing/live";
import type { CloudflareAccess } from "./access";
import { getJson } from "./get-json";

/** https://developers.cloudflare.com/api/resources/dns/subresources/records/methods/list/ */
const RecordPage = v.object({
  success: v.literal(true),
  result: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      type: v.string(),
      content: v.optional(v.string(), ""),
      priority: v.optional(v.nullable(v.number())),
      ttl: v.optional(v.number(), 1),
      proxied: v.optional(v.boolean(), false),
      comment: v.optional(v.nullable(v.string())),
      tags: v.optional(v.array(v.string()), []),
    }),
  ),
  result_info: v.optional(
    v.object({ total_pages: v.optional(v.number(), 1), total_count: v.optional(v.number()) }),
    { total_pages: 1 },
  ),
});

/** A record as Cloudflare's API shows it. */
export type ListedRecord = v.InferOutput<typeof RecordPage>["result"][number];

/** The most that one answer holds; a zone with more takes several. */
const PAGE = 5000;
const MOST_PAGES = 40;

/**
 * All records of a zone, with their ids.
 * @param signal ends the wait for all answers together
 * @throws Error that says why they cannot be had, without credentials
 */
export async function listRecords(
  access: CloudflareAccess,
  zoneId: string,
  signal: AbortSignal,
): Promise<readonly LiveRecord[]> {
  return (await listedRecords(access, zoneId, signal)).records.map(liveRecord);
}

/**
 * The same as Cloudflare writes them, with how many there are by each of its answers.
 * @throws Error that says why they cannot be had
 */
export async function listedRecords(
  access: CloudflareAccess,
  zoneId: string,
  signal: AbortSignal,
): Promise<{ readonly records: readonly ListedRecord[]; readonly counts: ReadonlySet<number> }> {
  const found: ListedRecord[] = [];
  const counts = new Set<number>();
  for (let page = 1, pages = 1; page <= pages; page++) {
    if (page > MOST_PAGES) throw new Error(`the zone has more than ${PAGE * MOST_PAGES} records`);
    const path = `zones/${encodeURIComponent(zoneId)}/dns_records?per_page=${PAGE}&page=${page}`;
    const { result, result_info } = await getJson(access, path, RecordPage, signal);
    for (const listed of result) found.push(listed);
    pages = result_info.total_pages;
    if (result_info.total_count !== undefined) counts.add(result_info.total_count);
  }
  return { records: found, counts };
}

/** What stands before the content as Cloudflare writes it. */
const PREFERRED: ReadonlySet<string> = new Set(["MX", "SRV", "URI"]);

export function liveRecord({ id, name, type, content, priority, ttl }: ListedRecord): LiveRecord {
  const text = PREFERRED.has(type) && typeof priority === "number" ? `${priority} ${content}` : content;
  const unquoted = type === "TXT" && text.startsWith('"') ? unquoteTxt(text) : undefined;
  const data = unquoted?.ok ? unquoted.value : text;
  const read = isRecordType(type) ? parseRecord(name, type, data, ttl) : undefined;
  if (!read?.ok) return { id, name: name.toLowerCase(), type, data };
  return { id, name: read.value.name, type, data: recordData(read.value), record: read.value };
}
