import type { ApiFault } from "../envelope";
import type { StoredRecord } from "../zone-store";
import { txtOctets } from "./txt-content";

/** All contents at one name and of one type together. */
const COMBINED_LIMIT = 8192;

const HELP =
  "For more details, refer to <https://developers.cloudflare.com/dns/manage-dns-records/troubleshooting/records-with-same-name/>.";
const ADDRESS = new Set(["A", "AAAA"]);

/** Why a record cannot stand beside those at its name; `undefined` where it can. */
export function conflict(record: StoredRecord, there: readonly StoredRecord[]): ApiFault | undefined {
  const others = there.filter(({ id }) => id !== record.id);
  if (others.some((other) => isSame(record, other))) {
    return { code: 81058, message: "An identical record already exists." };
  }
  const has = (types: (type: string) => boolean) => others.some(({ type }) => types(type));
  if (record.type === "CNAME" && has((type) => type === "CNAME" || ADDRESS.has(type))) {
    return {
      code: 81053,
      message: `An A, AAAA, or CNAME record with that host already exists. ${HELP}`,
    };
  }
  if (ADDRESS.has(record.type) && has((type) => type === "CNAME")) {
    return { code: 81054, message: `A CNAME record with that host already exists. ${HELP}` };
  }
  const combined = others.filter(({ type }) => type === record.type);
  if ([record, ...combined].reduce((sum, { content }) => sum + content.length, 0) > COMBINED_LIMIT) {
    return {
      code: 81061,
      message: `Combined content length of records with this name and type must not exceed ${COMBINED_LIMIT} characters.`,
    };
  }
  return undefined;
}

/** What would be the same record on the wire. */
function isSame(one: StoredRecord, other: StoredRecord): boolean {
  if (one.type !== other.type || one.priority !== other.priority) return false;
  if (one.type !== "TXT") return one.content === other.content;
  return Buffer.concat([...txtOctets(one.content)]).equals(Buffer.concat([...txtOctets(other.content)]));
}
