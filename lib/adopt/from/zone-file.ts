import { formatFileFault, readZoneFile } from "../../dns/read-zone-file";
import { PROXIED_OBSTACLE } from "../found";
import { ZoneCollector } from "./collector";
import { refusal, refusals, type SourceReader } from "./source";

/** How Cloudflare's export marks records that its proxy answers for. */
const PROXIED = /\bcf-proxied:true\b/;

/** The zone of a master file (RFC 1035 §5), or of Cloudflare's export. */
export const zoneFromFile: SourceReader = (text, { file, host, origin }) => {
  const { origin: name, records, unread, faults } = readZoneFile(text, origin);
  const problems = faults.map((fault) => formatFileFault(file, fault));
  if (!name) {
    const isJson = /^\s*[[{]/.test(text);
    if (isJson) return refusal(`${file}: JSON, and no zone file; --from says which tool wrote it`);
    return refusals([...problems, `${file}: no SOA record says which zone it is; expected --origin <name>`]);
  }
  const zone = new ZoneCollector(name, host);
  for (const { record, comment } of records) {
    zone.addRecord({ record, ...(PROXIED.test(comment) ? { obstacle: PROXIED_OBSTACLE } : {}) });
  }
  for (const { name: owner, type, data } of unread) zone.addUnread({ name: owner, type, data });
  return { zones: [zone.zone()], problems };
};
