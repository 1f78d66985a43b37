import { type Resolve, txtText } from "../../dns/resolve";
import { isDmarc, parseDmarc } from "./parse";
import type { DmarcRecord } from "./record";

/** The record of a name on the way to the top of the tree. */
export interface MetRecord<N extends string = string> {
  readonly domain: N;
  readonly record: DmarcRecord;
}

/** A record that a walk up the tree of names has met. */
interface WalkedRecord extends MetRecord {
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
  for (const domain of walkPath(start)) {
    const found = await recordAt(domain, resolve);
    if (found === "unanswered") unanswered.push(domain);
    else if (typeof found === "string") {
      if (domain === start) ignored = found;
    } else if (found) {
      met.push({ domain, ...found });
      if (endsWalk(found.record)) break;
    }
  }
  const organization = organizationOf(start, met);
  return { start, met, unanswered, organization, ...(ignored === undefined ? {} : { ignored }) };
}

/** The names that a walk asks, from the name itself upwards. */
export function walkPath<N extends string>(start: N): readonly N[] {
  const labels = start.split(".");
  const rest = labels.slice(Math.max(1, labels.length - MOST_LABELS));
  return [start, ...rest.map((_, at) => rest.slice(at).join(".") as N)].slice(0, labels.length);
}

/** Does a record say where its organization begins, so that nobody asks above it? */
export function endsWalk({ psd }: DmarcRecord): boolean {
  return psd === "n" || psd === "y";
}

/** Of the records on the way that of the name itself, else its organization's, else that of the public suffix above (RFC 9989 §4.10.1). */
export function recordInForce<M extends MetRecord>(start: string, met: readonly M[]): M | undefined {
  const at = (domain: string) => met.find((each) => each.domain === domain);
  return at(start) ?? at(organizationOf(start, met)) ?? met.find(({ record }) => record.psd === "y");
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

function organizationOf(start: string, met: readonly MetRecord[]): string {
  const last = met.at(-1);
  if (!last) return start;
  if (last.record.psd === "y" && last.domain !== start) {
    const below = start.slice(0, -(last.domain.length + 1));
    return `${below.slice(below.lastIndexOf(".") + 1)}.${last.domain}`;
  }
  return last.domain;
}
