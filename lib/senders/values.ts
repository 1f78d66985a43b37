import type { DnsName } from "../dns/name";
import { type Fault, type Result, settle, within } from "../fault";
import type { SenderParameter } from "./catalogue";
import { readForm } from "./form";
import { kindFaults, shapeFaults } from "./shape";
import { fill, type Scope } from "./template";
import type { NamedUse } from "./use";

/** A sender's values, checked and with the defaults filled in. */
export interface SenderValuesRead {
  /** Texts by parameter, and the places every template has: `domain`, `dashed`. */
  readonly scope: Scope;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** The estate's word on the include; `undefined` leaves it to the catalogue. */
  readonly spf: boolean | undefined;
}

/** Reads the values of a use against its catalogue entry; every fault is reported, with its path in the use. */
export function readValues(use: NamedUse, domain: DnsName): Result<SenderValuesRead> {
  const scope = new Map<string, string>([
    ["domain", domain],
    ["dashed", domain.replaceAll(".", "-")],
  ]);
  const lists = new Map<string, readonly string[]>();
  const faults: Fault[] = [...shapeFaults(use)];
  for (const [name, rule] of Object.entries(use.entry.parameters)) {
    const given = use.given[name] ?? expanded(rule.default, scope);
    if (given === undefined || kindFaults(given, rule).length > 0) continue;
    const read = rule.shape === "list" ? readList(given, rule, domain) : readText(given, rule, domain);
    if (!read.ok) faults.push(...read.faults.map((fault) => within(fault, ...use.path, name)));
    else if (typeof read.value === "string") scope.set(name, written(read.value, rule));
    else lists.set(name, read.value);
  }
  const { spf } = use.given;
  return settle(faults, () => ({ scope, lists, spf: typeof spf === "boolean" ? spf : undefined }));
}

function expanded(value: SenderParameter["default"], scope: Scope): unknown {
  return typeof value === "string" ? fill(value, scope) : value;
}

/** What stands in records for a value. */
function written(value: string, rule: SenderParameter): string {
  return rule.form === "choice" ? (rule.writes[value] ?? value) : value;
}

function readText(given: unknown, rule: SenderParameter, domain: DnsName): Result<string> {
  return readForm(String(given), rule, domain);
}

function readList(given: unknown, rule: SenderParameter, domain: DnsName): Result<readonly string[]> {
  const items: readonly unknown[] = Array.isArray(given) ? given : [];
  const faults: Fault[] = [];
  const texts: string[] = [];
  if (rule.count !== undefined && items.length !== rule.count) {
    faults.push({
      message: `list of ${items.length}`,
      received: `[${items.map(String).join(", ")}]`,
      expected: `${rule.count}: ${rule.means}`,
    });
  }
  for (const [index, item] of items.entries()) {
    const read = readText(item, rule, domain);
    if (!read.ok) {
      faults.push(...read.faults.map((fault) => within(fault, index)));
      continue;
    }
    if (texts.includes(read.value)) {
      faults.push({ path: [index], message: "value given twice", received: JSON.stringify(item) });
    }
    texts.push(read.value);
  }
  return settle(faults, () => texts);
}
