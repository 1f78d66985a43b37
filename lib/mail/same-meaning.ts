import type { Result } from "../fault";
import { formatBimi, isBimi, parseBimi } from "./bimi";
import { dkimMeaning, parseDkimKey } from "./dkim";
import { formatDmarc } from "./dmarc/format";
import { isDmarc, parseDmarc } from "./dmarc/parse";
import { formatMtaStsRecord, isMtaSts, parseMtaStsRecord } from "./mta-sts";
import { formatSpf } from "./spf/format";
import { isSpf, parseSpf } from "./spf/parse";
import { formatTlsRpt, isTlsRpt, parseTlsRpt } from "./tls-rpt";

/**
 * Do receivers read the same in two texts, such as `v=DMARC1; p=reject` and `v=DMARC1;p=reject;`? Texts that are no
 * records of mail, or that cannot be read whole, are the same only when they are equal.
 */
export function meansTheSame(one: string, other: string): boolean {
  if (one === other) return true;
  const meaning = meaningOf(one);
  return meaning !== undefined && meaning === meaningOf(other);
}

/** What is read of a text, in one form that no text of another kind has. */
function meaningOf(text: string): string | undefined {
  if (isSpf(text)) return formed(parseSpf(text), formatSpf);
  if (isDmarc(text))
    return formed(parseDmarc(text), (record) => (record.invalid ? undefined : formatDmarc(record)));
  if (isMtaSts(text))
    return formed(parseMtaStsRecord(text), ({ id, extensions }) => formatMtaStsRecord(id, extensions));
  if (isTlsRpt(text)) return formed(parseTlsRpt(text), formatTlsRpt);
  if (isBimi(text)) return formed(parseBimi(text), formatBimi);
  return formed(parseDkimKey(text), (key) => JSON.stringify(dkimMeaning(key)));
}

function formed<T>(read: Result<T>, form: (value: T) => string | undefined): string | undefined {
  return read.ok ? form(read.value) : undefined;
}
