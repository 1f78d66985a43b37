import { below, type DnsName } from "../dns/name";
import { type Fault, type Result, settle, within } from "../fault";
import type { TlsRptOptions } from "../options";
import {
  formatTags,
  type KeptTag,
  readTags,
  shifted,
  splitValue,
  TLS_RPT_FIELDS,
  versionFaults,
} from "./tags";
import { parseRecordUri, type RecordUri } from "./uri";

/** A TLS reporting record (RFC 8460 §3). */
export interface TlsRptRecord {
  /** Where reports go: `mailto:` and `https:` URIs, at least one. */
  readonly rua: readonly RecordUri[];
  /** Fields that the RFC does not know, as written; senders ignore them. */
  readonly extensions: readonly KeptTag[];
}

/** `_smtp._tls.contoso.com`. */
export function tlsRptRecordName(domain: DnsName): DnsName {
  return below("_smtp._tls", domain);
}

/** Is this TXT value a TLS reporting record at all? Senders drop any other before they count (RFC 8460 §3). */
export function isTlsRpt(text: string): boolean {
  return /^v=TLSRPTv1[ \t]*;/.test(text);
}

/** The record that the options declare. */
export function buildTlsRpt(options: TlsRptOptions): Result<TlsRptRecord> {
  const faults: Fault[] = [];
  const rua: RecordUri[] = [];
  if (options.rua.length === 0) {
    faults.push({ path: ["rua"], message: "no report address", expected: "at least one URI" });
  }
  for (const [index, text] of options.rua.entries()) {
    const uri = parseRecordUri(text, ["mailto", "https"]);
    if (!uri.ok) faults.push(...uri.faults.map((fault) => within(fault, "rua", index)));
    else if (options.rua.indexOf(text) === index) rua.push(uri.value);
    else {
      faults.push({
        path: ["rua", index],
        message: "report address given twice",
        received: JSON.stringify(text),
      });
    }
  }
  return settle(faults, () => ({ rua, extensions: [] }));
}

/** Reads a TLS reporting record; a fault for every deviation from the grammar. */
export function parseTlsRpt(text: string): Result<TlsRptRecord> {
  const { tags, faults } = readTags(text, TLS_RPT_FIELDS);
  const found: Fault[] = [...versionFaults(tags, "TLSRPTv1"), ...faults];
  const rua: RecordUri[] = [];
  const field = tags.find(({ name }) => name === "rua");
  if (field === undefined) {
    found.push({ at: { offset: text.length, length: 0 }, message: "no rua field", expected: "rua=mailto:…" });
  } else {
    for (const { text: part, at } of splitValue(field, ",")) {
      const uri = parseRecordUri(part, ["mailto", "https"]);
      if (uri.ok) rua.push(uri.value);
      else found.push(...uri.faults.map((fault) => shifted(fault, at)));
    }
  }
  const extensions = tags
    .filter(({ name }) => name !== "v" && name !== "rua")
    .map(({ name, value }) => ({ name, value }));
  return settle(found, () => ({ rua, extensions }));
}

/** `v=TLSRPTv1; rua=mailto:tls@contoso.com;`. */
export function formatTlsRpt(record: TlsRptRecord): string {
  return formatTags([
    { name: "v", value: "TLSRPTv1" },
    { name: "rua", value: record.rua.map(({ uri }) => uri).join(",") },
    ...record.extensions,
  ]);
}
