import { type DeclaredDomain, declareDomains } from "../lib/declare/domains";
import { displayName } from "../lib/dns/name";
import { recordData } from "../lib/dns/record";
import { visibleLine } from "../lib/visible";
import type { Console } from "./console";
import { Misuse } from "./misuse";
import { accepted, readEstate } from "./read-estate";
import type { RecordRow } from "./record-row";
import { selectStacks } from "./select-stacks";
import { columnsOf, formatTable } from "./table";

export interface RecordsOptions {
  readonly domain?: readonly string[];
  readonly format: "table" | "zone" | "json";
}

/** `mail-hygiene records`: what the estate would publish. Of its tenants no plan is made: they publish no records. */
export async function records(path: string, options: RecordsOptions, console: Console): Promise<0 | 1> {
  const estate = readEstate(path, console, declareDomains);
  if (!estate) return 1;
  const names = estate.domains.map(({ name }) => name);
  const declared = accepted(declareDomains(estate, selectStacks(names, options.domain)), console);
  if (!declared) return 1;
  const format = { table: asTable, zone: asZone, json: asJson }[options.format];
  console.out(await format(declared.domains, console.columns));
  return 0;
}

/** The records of the domains, sorted by domain, name, type and data. */
function recordRows(domains: readonly DeclaredDomain[]): readonly RecordRow[] {
  return domains
    .flatMap(({ declaration }) => declaration.records)
    .map(({ domain, role, record }) => ({
      domain,
      role,
      name: record.name,
      type: record.type,
      ttl: record.ttl,
      data: recordData(record),
    }))
    .sort(
      (a, b) =>
        compare(a.domain, b.domain) ||
        compare(a.name, b.name) ||
        compare(a.type, b.type) ||
        compare(a.data, b.data),
    );
}

function asJson(domains: readonly DeclaredDomain[]): string {
  return `${JSON.stringify(recordRows(domains), undefined, 2)}\n`;
}

async function asTable(domains: readonly DeclaredDomain[], width: number | undefined): Promise<string> {
  // Escaped before it is measured.
  const records = recordRows(domains).map((row) => ({ ...row, data: visibleLine(row.data) }));
  const rows = records.map(({ role, name, type, ttl, data }) => [
    displayName(name),
    String(ttl),
    type,
    role,
    data,
  ]);
  const table = formatTable(HEAD, rows);
  if (width === undefined || table.split("\n").every((line) => columnsOf(line) <= width)) return table;
  const { narrowRecords } = await import("./narrow-records.js");
  return narrowRecords(HEAD, rows, records, width);
}

const HEAD = ["NAME", "TTL", "TYPE", "ROLE", "DATA"];

/**
 * A file holds one zone. The records of a single domain are one by themselves, wherever they are published; domains
 * that share a zone go into one file, and more zones cannot be told apart in a file.
 */
async function asZone(domains: readonly DeclaredDomain[]): Promise<string> {
  const zones = [...new Set(domains.map(({ estate }) => estate.zone.name))];
  const [only] = domains;
  const zone = domains.length === 1 ? only?.estate.name : zones[0];
  if (zone === undefined || zones.length > 1) {
    throw new Misuse(
      `a zone file holds one zone, and these domains are in ${zones.length}; choose one with --domain`,
    );
  }
  const all = domains.flatMap(({ declaration }) => declaration.records.map(({ record }) => record));
  const { formatZoneFile } = await import("../lib/dns/zone-file.js");
  return formatZoneFile(
    zone,
    all.sort(
      (a, b) => compare(a.name, b.name) || compare(a.type, b.type) || compare(recordData(a), recordData(b)),
    ),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
