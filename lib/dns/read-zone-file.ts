import { type Fault, formatFault } from "../fault";
import { type DnsName, isWithin, parseName } from "./name";
import { isRecordType, parseRecord } from "./parse-record";
import { type DnsRecord, LONGEST_TTL } from "./record";
import { unquoteTxt } from "./txt";

/** A record of a master file. */
interface FileRecord {
  readonly record: DnsRecord;
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** What stands behind it after a semicolon, where it begins. */
  readonly comment: string;
}

/** A record of a type, or with data, that is not read here. */
interface UnreadFileRecord {
  readonly name: string;
  readonly type: string;
  readonly data: string;
  readonly line: number;
}

/** A master file as it was read, with all its faults. */
export interface ZoneFile {
  /** The zone: the owner of the SOA record, else the origin that was given. */
  readonly origin: DnsName | undefined;
  readonly records: readonly FileRecord[];
  readonly unread: readonly UnreadFileRecord[];
  readonly faults: readonly (Fault & { readonly line: number })[];
}

interface Token {
  readonly text: string;
  readonly isQuoted: boolean;
  /** Does it follow the one before without a space, as in `alpn="h2,h3"`? */
  readonly isGlued: boolean;
}

interface Entry {
  readonly tokens: readonly Token[];
  readonly line: number;
  /** Does it begin with white space, so that the owner is the one before? */
  readonly isIndented: boolean;
  readonly comment: string;
}

/** Lines, those of entries over several as one; a zone of a hundred thousand records has fewer. */
const MOST_ENTRIES = 1_000_000;

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const CLASSES = /^(?:IN|CH|HS|CS)$/i;

/** Where a type's data has a name, by place. */
const NAMES: Readonly<Record<string, number>> = {
  CNAME: 0,
  NS: 0,
  PTR: 0,
  MX: 1,
  SRV: 3,
  SVCB: 1,
  HTTPS: 1,
  NAPTR: 5,
};

/**
 * Reads a master file (RFC 1035 §5) with `$ORIGIN` and `$TTL` (RFC 2308 §4). SOA and the zone's own NS records are not among
 * its records: they belong to the DNS host. `$INCLUDE`, `$GENERATE`, a second zone and records outside the zone are refused.
 * @param given origin that relative names begin with. @default the file says it
 */
export function readZoneFile(text: string, given?: DnsName): ZoneFile {
  const faults: (Fault & { line: number })[] = [];
  const records: FileRecord[] = [];
  const unread: UnreadFileRecord[] = [];
  let origin = given;
  let zone: DnsName | undefined;
  /** As it is written, and in full: another $ORIGIN does not change the owner of the record before. */
  let owner: { readonly text: string; readonly name: DnsName | undefined } | undefined;
  let ttl: number | undefined;
  let lastTtl: number | undefined;
  const report = (line: number, fault: Fault) => void faults.push({ ...fault, line });
  for (const entry of entries(text, report)) {
    const { line } = entry;
    const [first, second] = entry.tokens;
    if (first === undefined) continue;
    if (!first.isQuoted && first.text.startsWith("$")) {
      const directive = first.text.toUpperCase();
      if (directive === "$ORIGIN") {
        const name = absolute(second?.text ?? "", origin);
        if (name === undefined) report(line, noName(second?.text ?? ""));
        else origin = name;
      } else if (directive === "$TTL") {
        ttl = duration(second?.text ?? "");
        if (ttl === undefined) report(line, noTtl(second?.text ?? ""));
      } else {
        report(line, {
          message: `${directive} is not read`,
          expected: "a file that holds its records itself",
          fix: "have the name server write the zone out, as named-compilezone does",
        });
      }
      continue;
    }
    const tokens = [...entry.tokens];
    if (!entry.isIndented) {
      const text = tokens.shift()?.text ?? "";
      owner = { text, name: absolute(text, origin) };
    }
    let own: number | undefined;
    // TTL and class come in either order (RFC 1035 §5.1).
    for (let next = tokens[0]; next !== undefined && !next.isQuoted; next = tokens[0]) {
      if (CLASSES.test(next.text)) tokens.shift();
      else if (own === undefined && /^\d/.test(next.text) && duration(next.text) !== undefined)
        own = duration(tokens.shift()?.text ?? "");
      else break;
    }
    const type = tokens.shift()?.text.toUpperCase();
    const name = owner?.name;
    if (type === undefined || !/^[A-Z][A-Z0-9-]*$/.test(type)) {
      report(line, {
        message: "not a record",
        // Not the whole line: another file than the one that was meant may hold anything.
        received: type === undefined ? "no type" : `type ${JSON.stringify(type.slice(0, 40))}`,
        expected: "owner, TTL, class, type and data (RFC 1035 §5.1)",
      });
      continue;
    }
    if (name === undefined) {
      report(line, owner === undefined ? { message: "a record before any owner" } : noName(owner.text));
      continue;
    }
    const time = own ?? ttl ?? lastTtl;
    if (own !== undefined) lastTtl = own;
    if (type === "SOA") {
      zone ??= name;
      if (name !== zone) {
        report(line, {
          message: "a second zone in the file",
          received: name,
          expected: `records of ${zone} alone`,
          fix: "a file for each zone",
        });
      }
      // Its last field is the TTL of those that have none, where nothing else says it (RFC 1035 §5.2).
      const minimum = duration(tokens.at(-1)?.text ?? "");
      if (ttl === undefined && minimum !== undefined) lastTtl = own ?? minimum;
      continue;
    }
    if (type === "NS" && name === (zone ?? given)) continue;
    const data = isRecordType(type) ? dataOf(type, tokens, origin) : undefined;
    const read =
      isRecordType(type) && data !== undefined && time !== undefined
        ? parseRecord(name, type, data, time)
        : undefined;
    if (time === undefined) {
      report(line, { message: "a record without a TTL", expected: "its own, or $TTL before it" });
    } else if (read?.ok) records.push({ record: read.value, line, comment: entry.comment });
    else unread.push({ name, type, data: tokens.map((token) => token.text).join(" "), line });
  }
  const apex = zone ?? given;
  for (const { name, type, line } of apex
    ? [...records.map(({ record, line }) => ({ ...record, line })), ...unread]
    : []) {
    // Old files have addresses of name servers elsewhere, which servers leave out (RFC 2181 §5.4.1).
    if (type === "A" || type === "AAAA" || isWithin(name as DnsName, apex as DnsName)) continue;
    report(line, { message: "a record outside the zone", received: name, expected: `a name within ${apex}` });
  }
  faults.sort((a, b) => a.line - b.line);
  const faulty = new Set(faults.map(({ line }) => line));
  return {
    origin: apex,
    records: records.filter(({ line }) => !faulty.has(line)),
    unread: unread.filter(({ line }) => !faulty.has(line)),
    faults,
  };
}

/** The data as `parseRecord` takes it, with names in full. */
function dataOf(type: string, tokens: readonly Token[], origin: DnsName | undefined): string | undefined {
  if (type === "TXT") {
    const read = unquoteTxt(tokens.map(({ text }) => (text.startsWith('"') ? text : `"${text}"`)).join(" "));
    return read.ok ? read.value : undefined;
  }
  const place = NAMES[type];
  const words = wordsOf(tokens).map(({ text, isQuoted }, at) => {
    if (at !== place || isQuoted) return text;
    return text === "." ? text : absolute(text, origin);
  });
  if (words.includes(undefined)) return undefined;
  if (type === "CAA") {
    const [flags, tag, ...value] = words;
    const read = unquoteTxt(value.join(" "));
    return read.ok ? `${flags} ${tag} ${read.value}` : undefined;
  }
  return words.join(" ");
}

/** Tokens with those joined that stand without a space between them. */
function wordsOf(tokens: readonly Token[]): readonly Token[] {
  const words: Token[] = [];
  for (const token of tokens) {
    const last = token.isGlued ? words.pop() : undefined;
    words.push(last ? { ...last, text: last.text + token.text } : token);
  }
  return words;
}

/** A name in full; `undefined` for one that cannot be read. */
function absolute(text: string, origin: DnsName | undefined): DnsName | undefined {
  // An escaped character is one that no name of mail has.
  if (text.includes("\\")) return undefined;
  if (text === "@") return origin;
  const whole = text.endsWith(".") ? text : origin === undefined ? undefined : `${text}.${origin}`;
  const read = whole === undefined ? undefined : parseName(whole, "owner");
  return read?.ok ? read.value : undefined;
}

/** Seconds, or BIND's `1h30m`. */
function duration(text: string): number | undefined {
  if (!/^(?:\d{1,10}|(?:\d{1,10}[smhdw])+)$/i.test(text)) return undefined;
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : [...text.toLowerCase().matchAll(/(\d+)([smhdw])/g)].reduce(
        (sum, [, number, unit = ""]) => sum + Number(number) * (UNITS[unit] ?? 0),
        0,
      );
  return seconds <= LONGEST_TTL ? seconds : undefined;
}

function noName(text: string): Fault {
  return {
    message: "a name that cannot be read",
    received: JSON.stringify(text),
    expected: "a name in full with a dot at its end, or a relative one after $ORIGIN",
  };
}

function noTtl(text: string): Fault {
  return { message: "not a TTL", received: JSON.stringify(text), expected: "seconds, such as 3600 or 1h" };
}

/** The entries of a file: lines, of which parentheses make several one, without comments. */
function* entries(text: string, report: (line: number, fault: Fault) => void): Generator<Entry> {
  let tokens: Token[] = [];
  let comment = "";
  let isIndented = false;
  let depth = 0;
  let line = 1;
  let start = 1;
  let count = 0;
  const pattern = /"(?:[^"\\\n]|\\.)*"|;[^\n]*|[()]|\r?\n|[ \t]+|(?:\\.|[^\s"();\\])+|./gsu;
  let isStart = true;
  let isGlued = false;
  for (const [piece] of text.matchAll(pattern)) {
    if (piece === "\n" || piece === "\r\n") {
      if (depth === 0) {
        if (tokens.length > 0) yield { tokens, line: start, isIndented, comment };
        tokens = [];
        comment = "";
        isStart = true;
        if (++count > MOST_ENTRIES) {
          report(line, { message: `more than ${MOST_ENTRIES} lines` });
          return;
        }
      }
      line++;
      isGlued = false;
      continue;
    }
    if (isStart) {
      isIndented = /^[ \t]/.test(piece);
      start = line;
      isStart = false;
    }
    if (piece.startsWith(";")) comment ||= piece.slice(1).trim();
    else if (piece === "(") depth++;
    else if (piece === ")") {
      if (depth === 0) report(line, { message: "a closing parenthesis without an opening one" });
      else depth--;
    } else if (piece.startsWith('"') && piece.length > 1)
      tokens.push({ text: piece, isQuoted: true, isGlued });
    else if (piece === '"') report(line, { message: "a quote that is not closed on its line" });
    else if (piece.trim() !== "") tokens.push({ text: piece, isQuoted: false, isGlued });
    isGlued = piece.trim() !== "" && !/^[;()]/.test(piece);
  }
  if (depth > 0) report(start, { message: "an opening parenthesis without a closing one" });
  if (tokens.length > 0) yield { tokens, line: start, isIndented, comment };
}

/** A fault of a file, with its line. */
export function formatFileFault(file: string, { line, ...fault }: Fault & { readonly line: number }): string {
  return `${file}:${line}: ${formatFault(fault)}`;
}
