import * as v from "valibot";
import type { CloudflareAccess } from "./access";
import { getJson } from "./get-json";
import { requireWhole } from "./require-whole";

/** https://developers.cloudflare.com/api/resources/zones/methods/list/ */
const ZonePage = v.object({
  success: v.literal(true),
  result: v.array(
    v.object({
      id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      name: v.string(),
    }),
  ),
  result_info: v.object({ total_pages: v.number(), total_count: v.number() }),
});

/** A zone as Cloudflare lists it. */
export type ListedZone = v.InferOutput<typeof ZonePage>["result"][number];

const PAGE = 50;
const MOST_PAGES = 2000;

/**
 * All zones that the credentials show.
 * @throws Error that says why they cannot be had, also where the answers are not one whole list
 */
export async function listZones(
  access: CloudflareAccess,
  signal: AbortSignal,
  account?: string,
): Promise<readonly ListedZone[]> {
  const found: ListedZone[] = [];
  const counts = new Set<number>();
  const ofAccount = account === undefined ? "" : `&account.id=${encodeURIComponent(account)}`;
  for (let page = 1, pages = 1; page <= pages; page++) {
    if (page > MOST_PAGES) throw new Error(`there are more than ${PAGE * MOST_PAGES} zones`);
    const path = `zones?per_page=${PAGE}&page=${page}${ofAccount}`;
    const { result, result_info } = await getJson(access, path, ZonePage, signal);
    for (const zone of result) found.push(zone);
    pages = result_info.total_pages;
    counts.add(result_info.total_count);
  }
  requireWhole(found, counts, "zones");
  return found;
}
