import type { Result } from "../../fault";
import { isBimi, parseBimi } from "../bimi";
import { isDmarc, parseDmarc } from "../dmarc/parse";
import { isMtaSts, parseMtaStsRecord } from "../mta-sts";
import { isSpf, parseSpf } from "../spf/parse";
import { isTlsRpt, parseTlsRpt } from "../tls-rpt";

/** The records of mail that are told from other texts by their version. A DKIM key needs none (RFC 6376 §3.6.1). */
export type VersionedKind = "spf" | "dmarc" | "mta-sts" | "tls-rpt" | "bimi";

/** What makes a text a record of a kind. */
export interface KindFacts {
  /** `an SPF record`: as a sentence names it. */
  readonly title: string;
  /** The value of `v`, as it must be written. */
  readonly version: string;
  /** What follows the version where anything does. */
  readonly separator: " " | "; ";
  /** Words that somebody may write for the version, without digits, in lower case. */
  readonly words: readonly string[];
  /** How a text begins that forgot the version, at a name that holds nothing else. */
  readonly headless?: RegExp;
  readonly is: (text: string) => boolean;
  readonly parse: (text: string) => Result<unknown>;
}

export const KINDS: Readonly<Record<VersionedKind, KindFacts>> = {
  spf: {
    title: "an SPF record",
    version: "spf1",
    separator: " ",
    words: ["spf"],
    is: isSpf,
    parse: parseSpf,
  },
  dmarc: {
    title: "a DMARC record",
    version: "DMARC1",
    separator: "; ",
    words: ["dmarc"],
    headless: /^(?:p|sp|np)\s*=\s*(?:none|quarantine|reject)\b|^ru[af]\s*=\s*mailto:/i,
    is: isDmarc,
    parse: parseDmarc,
  },
  "mta-sts": {
    title: "an MTA-STS record",
    version: "STSv1",
    separator: "; ",
    words: ["stsv", "sts", "mtasts", "mta-sts"],
    headless: /^id\s*=\s*[A-Za-z0-9]+/i,
    is: isMtaSts,
    parse: parseMtaStsRecord,
  },
  "tls-rpt": {
    title: "a TLS reporting record",
    version: "TLSRPTv1",
    separator: "; ",
    words: ["tlsrptv", "tlsrpt", "tls-rpt", "tls-rptv"],
    headless: /^rua\s*=\s*(?:mailto|https):/i,
    is: isTlsRpt,
    parse: parseTlsRpt,
  },
  bimi: {
    title: "a BIMI record",
    version: "BIMI1",
    separator: "; ",
    words: ["bimi"],
    headless: /^[la]\s*=\s*https:/i,
    is: isBimi,
    parse: parseBimi,
  },
};

/** Every kind. */
export const VERSIONED_KINDS = [
  "spf",
  "dmarc",
  "mta-sts",
  "tls-rpt",
  "bimi",
] as const satisfies readonly VersionedKind[];

/** Which record a text is to receivers, whatever is wrong behind its version. */
export function kindOf(text: string): VersionedKind | undefined {
  return VERSIONED_KINDS.find((kind) => KINDS[kind].is(text));
}
