import { formatTags, type KeptTag } from "../tags";
import type { DmarcRecord, DmarcUri } from "./record";

/**
 * Writes a DMARC record. `p` stands second, where RFC 7489 §6.4 readers want it, and every tag, also the last,
 * ends in `;`: CISA's ScubaGear looks for the literal `p=reject;`.
 */
export function formatDmarc(record: DmarcRecord): string {
  const { adkim, aspf, test } = record;
  return formatTags([
    { name: "v", value: "DMARC1" },
    ...tag("p", record.policy),
    ...tag("sp", record.subdomainPolicy),
    ...tag("np", record.nonExistentPolicy),
    ...tag("adkim", adkim && (adkim === "strict" ? "s" : "r")),
    ...tag("aspf", aspf && (aspf === "strict" ? "s" : "r")),
    ...tag("t", test === undefined ? undefined : test ? "y" : "n"),
    ...tag("psd", record.psd),
    ...tag("rua", uris(record.rua)),
    ...tag("ruf", uris(record.ruf)),
    ...tag("fo", record.fo?.join(":")),
    ...record.obsolete,
    ...record.unknown,
  ]);
}

function tag(name: string, value: string | undefined): readonly KeptTag[] {
  return value === undefined ? [] : [{ name, value }];
}

function uris(list: readonly DmarcUri[]): string | undefined {
  if (list.length === 0) return undefined;
  return list
    .map(({ uri, obsoleteSize }) => (obsoleteSize === undefined ? uri : `${uri}!${obsoleteSize}`))
    .join(",");
}
