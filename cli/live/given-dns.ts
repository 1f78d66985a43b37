import { dirname, resolve as resolvePath } from "node:path";
import * as v from "valibot";
import { isRecordType, parseRecord } from "../../lib/dns/parse-record";
import { formatFileFault, readZoneFile } from "../../lib/dns/read-zone-file";
import type { Resolve } from "../../lib/dns/resolve";
import { WHOLE, type Zone, type ZoneEntry, zonesOf } from "../../lib/dns/zone";
import { resolverOfZones } from "../../lib/dns/zone/resolve";
import { formatFault } from "../../lib/fault";
import { readJson } from "../../lib/json";
import { Misuse } from "../misuse";
import { readTextFile } from "../read-file";

/** In octets. */
const MOST_OF_FILE = 64 * 1024 * 1024;
const MOST_PROBLEMS = 20;

/** A row as `records --format json` prints it; other keys of a row say nothing here. */
const ROWS = v.array(v.object({ name: v.string(), type: v.string(), data: v.string() }));

/**
 * The DNS as files give it, and nothing besides: a zone file (RFC 1035 §5) tells all of its zone, a list of records as
 * `records --format json` prints it tells of these names and types alone.
 * @throws Misuse with every fault of every file
 */
export function givenDns(files: readonly string[], folder: string): Resolve {
  const problems: string[] = [];
  const zones: Zone<ZoneEntry>[] = [];
  const listed: ZoneEntry[] = [];
  for (const file of files) {
    const absolute = resolvePath(folder, file);
    const text = readTextFile(absolute, file, { most: MOST_OF_FILE, within: dirname(absolute) });
    const read = /^\s*[[{]/.test(text) ? readList(text, file) : readZone(text, file);
    // One by one: as arguments of a call, so many as a file may hold overflow the stack.
    for (const problem of read.problems) problems.push(problem);
    if (read.zone) zones.push(read.zone);
    for (const entry of read.listed) listed.push(entry);
  }
  if (problems.length > 0) {
    const more = problems.length - MOST_PROBLEMS;
    throw new Misuse(
      [...problems.slice(0, MOST_PROBLEMS), ...(more > 0 ? [`and ${more} more problems`] : [])].join("\n"),
    );
  }
  const known = new Set(listed.map(({ name, type }) => `${name} ${type}`));
  const aliases = new Set(listed.flatMap(({ name, type }) => (type === "CNAME" ? [name] : [])));
  const list: Zone<ZoneEntry> = {
    apex: "",
    entries: listed,
    knowledge: {
      ofRecords: (name, type) => known.has(`${name} ${type}`) || aliases.has(name),
      ofName: () => false,
    },
  };
  return resolverOfZones(zonesOf(listed.length > 0 ? [...zones, list] : zones));
}

interface ReadFile {
  readonly zone?: Zone<ZoneEntry>;
  readonly listed: readonly ZoneEntry[];
  readonly problems: readonly string[];
}

function readZone(text: string, file: string): ReadFile {
  const { origin, records, unread, faults } = readZoneFile(text);
  const problems = faults.map((fault) => formatFileFault(file, fault));
  if (origin === undefined) {
    problems.push(
      `${file}: a zone without a name; expected an SOA record; add it, or give the records as JSON`,
    );
    return { listed: [], problems };
  }
  const entries: readonly ZoneEntry[] = [
    ...records.map(({ record }) => ({ name: record.name, type: record.type, record })),
    // That there is such a record is known, what it says is not.
    ...unread.flatMap(({ name, type }) => (isRecordType(type) ? [{ name, type }] : [])),
  ];
  return { zone: { apex: origin, entries, knowledge: WHOLE }, listed: [], problems };
}

function readList(text: string, file: string): ReadFile {
  const expected = "a list of { name, type, data }, as records --format json prints it";
  const json = readJson(text, `${expected}, or a zone file`);
  if (!json.ok) return { listed: [], problems: json.faults.map((fault) => `${file}: ${formatFault(fault)}`) };
  const rows = v.safeParse(ROWS, json.value);
  if (!rows.success) {
    return {
      listed: [],
      problems: rows.issues.map(
        (issue) => `${file}: ${v.getDotPath(issue) ?? "the whole"}: expected ${expected}`,
      ),
    };
  }
  const problems: string[] = [];
  const listed = rows.output.flatMap(({ name, type, data }, at): readonly ZoneEntry[] => {
    const upper = type.toUpperCase();
    if (!isRecordType(upper)) {
      problems.push(`${file}: [${at}]: a type that is not read, got ${JSON.stringify(type)}`);
      return [];
    }
    const read = parseRecord(name, upper, data, 3600);
    if (read.ok) return [{ name: read.value.name, type: upper, record: read.value }];
    problems.push(...read.faults.map((fault) => `${file}: [${at}]: ${formatFault(fault)}`));
    return [];
  });
  return { listed, problems };
}
