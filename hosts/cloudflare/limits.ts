import { quoteTxt } from "../../lib/dns/txt";
import type { Fault } from "../../lib/fault";
import type { HostedDomain, HostedRecord } from "../host";
import type { CloudflareZoneChoice } from "./zone-choice";

/** The longest content of one TXT record at Cloudflare, in characters. */
export const TXT_CONTENT_LIMIT = 2048;
/** The longest sum of all TXT contents at one name at Cloudflare, in characters. */
const TXT_NAME_LIMIT = 8192;

/** What Cloudflare or a Terraform stack cannot do of what a domain declares. */
export function cloudflareFaults(domain: HostedDomain<CloudflareZoneChoice>): readonly Fault[] {
  return [...txtLimitFaults(domain.records), ...(domain.isWhole ? importFaults(domain) : [])];
}

/** TXT records that Cloudflare would refuse at apply for their length, singly or together. */
export function txtLimitFaults(records: readonly Pick<HostedRecord, "record" | "path">[]): readonly Fault[] {
  const faults: Fault[] = [];
  const lengthAt = new Map<string, number>();
  for (const { record, path } of records) {
    if (record.type !== "TXT") continue;
    const { length } = quoteTxt(record.value);
    const sum = (lengthAt.get(record.name) ?? 0) + length;
    lengthAt.set(record.name, sum);
    if (length > TXT_CONTENT_LIMIT) {
      faults.push({
        path,
        message: `the TXT record at ${record.name} is too long for Cloudflare`,
        received: `${length} characters`,
        expected: `at most ${TXT_CONTENT_LIMIT} with quotes`,
      });
    } else if (sum > TXT_NAME_LIMIT && sum - length <= TXT_NAME_LIMIT) {
      faults.push({
        path,
        message: `the TXT records at ${record.name} are too long for Cloudflare together`,
        received: `${sum} characters or more`,
        expected: `at most ${TXT_NAME_LIMIT}`,
      });
    }
  }
  return faults;
}

function importFaults({ zone, records, import: ids }: HostedDomain<CloudflareZoneChoice>): readonly Fault[] {
  const roles = new Set(records.map(({ rolePath }) => rolePath));
  return Object.keys(ids).flatMap((role): readonly Fault[] => {
    const path = ["import", role];
    if (!roles.has(role)) {
      return [
        {
          path,
          message: "no record of this domain has this role",
          received: JSON.stringify(role),
          expected: [...roles].sort().join(" | "),
        },
      ];
    }
    if (zone.source.by === "id") return [];
    return [
      {
        path,
        message: "an import needs the zone's id",
        expected: "zone: { cloudflare: { zoneId: … } }",
      },
    ];
  });
}
