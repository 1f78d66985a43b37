import { createHash } from "node:crypto";
import { below, type DnsName } from "../../dns/name";
import { type Fault, type Result, settle } from "../../fault";
import { formatTags, type KeptTag, MTA_STS_FIELDS, readTags, versionFaults } from "../tags";
import { formatMtaStsPolicy, type MtaStsPolicy } from "./policy";

/** The TXT record by which senders learn that a policy is there, and that it changed (RFC 8461 §3.1). */
export interface MtaStsRecord {
  /** 1 to 32 letters and digits. */
  readonly id: string;
  /** Fields that the RFC does not know, as written; senders ignore them. */
  readonly extensions: readonly KeptTag[];
}

/** `_mta-sts.contoso.com`. */
export function mtaStsRecordName(domain: DnsName): DnsName {
  return below("_mta-sts", domain);
}

/** The host that serves the policy: `mta-sts.contoso.com` (RFC 8461 §3.3). */
export function mtaStsPolicyHost(domain: DnsName): DnsName {
  return below("mta-sts", domain);
}

/** Where senders fetch the policy (RFC 8461 §3.3). */
export function mtaStsPolicyUrl(domain: DnsName): string {
  return `https://${mtaStsPolicyHost(domain)}/.well-known/mta-sts.txt`;
}

/**
 * The policy's id: the first 128 bits of its text's SHA-256, in hexadecimal. It changes exactly when the text does,
 * so that senders fetch a changed policy, and an unchanged one makes no diff.
 */
export function mtaStsId(policy: MtaStsPolicy): string {
  return createHash("sha256").update(formatMtaStsPolicy(policy)).digest("hex").slice(0, 32);
}

/** Is this TXT value an MTA-STS record at all? Senders drop any other before they count (RFC 8461 §3.1). */
export function isMtaSts(text: string): boolean {
  return /^v=STSv1[ \t]*;/.test(text);
}

/** `v=STSv1; id=…;` for an id such as that of {@link mtaStsId}, and whatever fields stood behind it. */
export function formatMtaStsRecord(id: string, extensions: readonly KeptTag[] = []): string {
  return formatTags([{ name: "v", value: "STSv1" }, { name: "id", value: id }, ...extensions]);
}

/** Reads an MTA-STS record; of a repeated field the first counts, every other deviation is a fault. */
export function parseMtaStsRecord(text: string): Result<MtaStsRecord> {
  const { tags, faults } = readTags(text, MTA_STS_FIELDS);
  const found: Fault[] = [...versionFaults(tags, "STSv1"), ...faults];
  const id = tags.find(({ name }) => name === "id");
  if (id === undefined) {
    found.push({
      at: { offset: text.length, length: 0 },
      message: "no id field",
      expected: "id=20260101T000000",
    });
  } else if (!/^[A-Za-z0-9]{1,32}$/.test(id.value)) {
    const received = JSON.stringify(id.value);
    found.push({
      at: id.valueAt,
      message: "id is not valid",
      received,
      expected: "1 to 32 letters and digits",
    });
  }
  return settle(found, () => ({
    id: id?.value ?? "",
    extensions: tags
      .filter(({ name }) => name !== "v" && name !== "id")
      .map(({ name, value }) => ({ name, value })),
  }));
}
