import { type Resolve, txtText } from "../../dns/resolve";
import { isDmarc, parseDmarc } from "./parse";
import type { DmarcRecord } from "./record";

/** A record that a walk up the tree of names has met. */
interface WalkedRecord {
  readonly domain: string;
  readonly record: DmarcRecord;
  readonly text: string;
  /** It ends the search, and asks for nothing: it has neither a policy that can be read nor an address for reports. */
  readonly isEmpty?: true;
}

/** What a walk has met, from the name itself upwards. */
export interface DmarcWalk {
  readonly start: string;
  readonly met: readonly WalkedRecord[];
  /** Names for which nobody answered: there may be records too. */
  readonly unanswered: readonly string[];
  /** Records at the name itself that receivers ignore, since there are several. */
  readonly ignored?: string;
  /** The organization's domain (RFC 9989 §4.10.2): the one that a walk comes to, the name itself where it meets nothing. */
  readonly organization: string;
}

/** Labels from which a walk goes on in single steps (RFC 9989 §4.10). */
const MOST_LABELS = 7;

/** Walks from a name to the top of the tree for records of DMARC (RFC 9989 §4.10): at most eight questions. */
export async function walkDmarc(start: string, resolve: Resolve): Promise<DmarcWalk> {
  const met: WalkedRecord[] = [];
  const unanswered: string[] = [];
  let ignored: string | undefined;
  for (const domain of pathOf(start)) {
    const found = await recordAt(domain, resolve);
    if (found === "unanswered") unanswered.push(domain);
    else if (typeof found === "string") {
      if (domain === start) ignored = found;
    } else if (found) {
      met.push({ domain, ...found });
      if (found.record.psd === "n" || found.record.psd === "y") break;
    }
  }
  const organization = organizationOf(start, met);
  return { start, met, unanswered, organization, ...(ignored === undefined ? {} : { ignored }) };
}

function pathOf(start: string): readonly string[] {
  const labels = start.split(".");
  const rest = labels.slice(Math.max(1, labels.length - MOST_LABELS));
  return [start, ...rest.map((_, at) => rest.slice(at).join("."))].slice(0, labels.length);
}

async function recordAt(
  domain: string,
  resolve: Resolve,
): Promise<"unanswered" | string | Omit<WalkedRecord, "domain"> | undefined> {
  const answer = await resolve(`_dmarc.${domain}`, "TXT");
  if (answer.kind === "failure") return "unanswered";
  if (answer.kind !== "records") return undefined;
  const texts = answer.records.map(txtText).filter(isDmarc);
  const [text] = texts;
  if (text === undefined) return undefined;
  if (texts.length > 1) return `${texts.length} DMARC records, all of which receivers ignore`;
  const read = parseDmarc(text);
  if (read.ok) {
    const isEmpty = read.value.policy === undefined && read.value.rua.length === 0;
    return { record: read.value, text, ...(isEmpty ? { isEmpty: true as const } : {}) };
  }
  // A policy that cannot be read counts as none where reports are asked for, else the record as nothing (RFC 9989 §4.10.1).
  const rest = parseDmarc(text.replace(/;\s*(?:p|sp|np)\s*=[^;]*/g, ""));
  const record = rest.ok ? rest.value : NOTHING;
  return record.rua.length > 0
    ? { record: { ...record, policy: "none" }, text }
    : { record, text, isEmpty: true };
}

const NOTHING: DmarcRecord = { rua: [], ruf: [], obsolete: [], unknown: [] };

function organizationOf(start: string, met: readonly WalkedRecord[]): string {
  const last = met.at(-1);
  if (!last) return start;
  if (last.record.psd === "y" && last.domain !== start) {
    const below = start.slice(0, -(last.domain.length + 1));
    return `${below.slice(below.lastIndexOf(".") + 1)}.${last.domain}`;
  }
  return last.domain;
}
