import { type FoundRecord, type FoundZone, PROXIED_OBSTACLE, type UnreadRecord } from "../../lib/adopt/found";
import type { DnsName } from "../../lib/dns/name";
import type { CloudflareAccess } from "./access";
import { type ListedRecord, listedRecords, liveRecord } from "./list-records";
import { requireWhole } from "./require-whole";

/**
 * What a zone at Cloudflare holds.
 * @throws Error that says why it cannot be read
 */
export async function foundZone(
  access: CloudflareAccess,
  { id, name }: { readonly id: string; readonly name: DnsName },
  signal: AbortSignal,
): Promise<FoundZone> {
  const { records: listed, counts } = await listedRecords(access, id, signal);
  requireWhole(listed, counts, "records");
  const records: FoundRecord[] = [];
  const unread: UnreadRecord[] = [];
  for (const one of listed) {
    const { record, name: owner, type, data } = liveRecord(one);
    if (!record) unread.push({ name: owner, type, data });
    else {
      records.push({
        record,
        id: one.id,
        ...(record.type === "TXT" ? { content: one.content } : {}),
        ...obstacleOf(one),
      });
    }
  }
  const hasComments = listed.some(({ comment, tags }) => Boolean(comment) || tags.length > 0);
  return {
    name,
    host: { kind: "cloudflare", zoneId: id, ...(hasComments ? { hasComments } : {}) },
    records,
    unread,
  };
}

/** Why a record is not published by an estate as it stands. */
function obstacleOf({ proxied }: ListedRecord): Pick<FoundRecord, "obstacle"> {
  return proxied ? { obstacle: PROXIED_OBSTACLE } : {};
}
