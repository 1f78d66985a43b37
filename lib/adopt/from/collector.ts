import type { DnsName } from "../../dns/name";
import { isRecordType, parseRecord } from "../../dns/parse-record";
import { LONGEST_TTL, recordData } from "../../dns/record";
import { type FoundRecord, type FoundZone, PROXIED_OBSTACLE, type UnreadRecord } from "../found";

/** A record as a source tells of it; data is logical: no quotes, no escapes. */
interface ToldRecord {
  readonly name: string;
  readonly type: string;
  readonly data: string;
  readonly ttl: number;
  readonly isProxied?: boolean;
  /** Why it is not one record with this data. Absent: it is. */
  readonly why?: string | undefined;
}

/** What name servers make themselves: the zone's own record, and signatures with what they prove (RFC 4034, RFC 5155). */
const MADE_BY_HOST: ReadonlySet<string> = new Set(["SOA", "RRSIG", "NSEC", "NSEC3", "NSEC3PARAM"]);

/** Gathers the records of one zone. Its SOA and NS records, and what signs it, are the host's and none of them. */
export class ZoneCollector {
  private readonly records: FoundRecord[] = [];
  private readonly unread: UnreadRecord[] = [];
  private hasComments = false;

  constructor(
    readonly name: DnsName,
    private readonly host: FoundZone["host"],
  ) {}

  add({ name, type, data, ttl, isProxied = false, why }: ToldRecord): void {
    const read = why === undefined && isRecordType(type) ? parseRecord(name, type, data, ttl) : undefined;
    if (read?.ok)
      this.addRecord({ record: read.value, ...(isProxied ? { obstacle: PROXIED_OBSTACLE } : {}) });
    else this.addUnread({ name, type, data, ...(why === undefined ? {} : { why }) });
  }

  addRecord(found: FoundRecord): void {
    const { name, type, ttl } = found.record;
    if (type === "NS" && name === this.name) return;
    if (Number.isInteger(ttl) && ttl >= 0 && ttl <= LONGEST_TTL) this.records.push(found);
    else {
      const why = `its TTL is ${ttl}; expected whole seconds from 0 to ${LONGEST_TTL}`;
      this.addUnread({ name, type, data: recordData(found.record), why });
    }
  }

  addUnread({ name, ...rest }: UnreadRecord): void {
    const bare = name.replace(/\.$/, "").toLowerCase();
    if (MADE_BY_HOST.has(rest.type) || (rest.type === "NS" && bare === this.name)) return;
    this.unread.push({ ...rest, name: bare });
  }

  /** Some record has a comment or a tag, which nobody declares. */
  addComment(): void {
    this.hasComments = true;
  }

  zone(): FoundZone {
    const { name, host, records, unread, hasComments } = this;
    const told = host.kind === "cloudflare" && hasComments ? { ...host, hasComments } : host;
    return { name, host: told, records, unread };
  }
}
