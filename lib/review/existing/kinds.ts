import { isBimi } from "../../mail/bimi";
import { isDmarc } from "../../mail/dmarc/parse";
import { isMtaSts } from "../../mail/mta-sts/record";
import { isSpf } from "../../mail/spf/parse";
import { isTlsRpt } from "../../mail/tls-rpt";

/** A kind of text of which a name may hold one alone. */
export interface SoleText {
  readonly title: string;
  /** What receivers make of two. */
  readonly two: string;
}

interface Kind extends SoleText {
  at(name: string): boolean;
  is(text: string): boolean;
}

const KINDS: readonly Kind[] = [
  {
    title: "SPF record",
    two: "with two, nobody's mail passes SPF (RFC 7208 §4.5)",
    at: () => true,
    is: isSpf,
  },
  {
    title: "DMARC record",
    two: "with two, receivers act on none (RFC 9989 §4.10.1)",
    at: (name) => name.startsWith("_dmarc."),
    is: isDmarc,
  },
  {
    title: "MTA-STS record",
    two: "with two, senders take it that there is no policy (RFC 8461 §3.1)",
    at: (name) => name.startsWith("_mta-sts."),
    is: isMtaSts,
  },
  {
    title: "TLS-RPT record",
    two: "with two, nobody reports (RFC 8460 §3)",
    at: (name) => name.startsWith("_smtp._tls."),
    is: isTlsRpt,
  },
  {
    title: "BIMI record",
    two: "with two, no logo is shown",
    at: (name) => name.includes("._bimi."),
    is: isBimi,
  },
  {
    title: "DKIM key",
    two: "with two, verifiers take either (RFC 6376 §3.6.2.2)",
    at: (name) => name.includes("._domainkey."),
    is: () => true,
  },
];

/** The kind of text of which there may be one at a name; `undefined` for texts of which there may be many. */
export function soleText(name: string, text: string): SoleText | undefined {
  return KINDS.find((kind) => kind.at(name) && kind.is(text));
}

/** The same of a text whose value is not known yet, by its name alone; at a domain itself it may be any. */
export function soleTextAt(name: string): SoleText | undefined {
  return KINDS.find((kind) => kind.title !== "SPF record" && kind.at(name));
}
