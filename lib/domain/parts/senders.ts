import { below, type DnsName, parseName } from "../../dns/name";
import { collect, type Fault, fail, type Result, settle } from "../../fault";
import type { SenderParts } from "../../senders/resolve";
import { type PartOptions, type PartRecord, type PartResult, readPart } from "./part";

export interface SenderRecordsOptions extends PartOptions {
  /** What the catalogue answered for each sender. */
  readonly senders: readonly SenderParts[];
}

/**
 * What the senders need beside their place in SPF: selectors with role `Dkim-<key>`, return paths with role
 * `ReturnPath-<sender>-<key>`, verification records with role `Verification-<sender>-<key>`.
 */
export function senderRecords(options: SenderRecordsOptions): PartResult {
  const faults: Fault[] = [];
  const part = readPart(options, faults);
  if (!part) return fail(...faults);
  const { domain, ttl } = part;
  const records: PartRecord[] = [];
  for (const [index, sender] of options.senders.entries()) {
    for (const { key, label, ...signer } of sender.dkim) {
      const name = collect(ownerBelow(label, domain), faults, "senders", index);
      if (!name) continue;
      records.push({
        role: `Dkim-${key}`,
        record:
          "target" in signer
            ? { type: "CNAME", name, ttl, target: signer.target }
            : { type: "TXT", name, ttl, value: signer.txt },
      });
    }
    for (const { purpose, key, label, ...data } of sender.records) {
      const name = collect(ownerBelow(label, domain), faults, "senders", index);
      if (!name) continue;
      const kind = purpose === "return-path" ? "ReturnPath" : "Verification";
      records.push({ role: `${kind}-${sender.name}-${key}`, record: { ...data, name, ttl } });
    }
  }
  return settle(faults, () => records);
}

function ownerBelow(label: string, domain: DnsName): Result<DnsName> {
  return label === "@" ? { ok: true, value: domain } : parseName(below(label, domain), "owner");
}
