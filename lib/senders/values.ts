import { closest } from "../closest";
import type { DnsName } from "../dns/name";
import { type Fault, fail, type Result, settle, within } from "../fault";
import type { SenderParameter } from "./catalogue";
import { readForm } from "./form";
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
  const faults: Fault[] = [...unknownFaults(use), ...relationFaults(use)];
  for (const [name, rule] of Object.entries(use.entry.parameters)) {
    const given = use.given[name] ?? expanded(rule.default, scope);
    if (given === undefined) continue;
    const read = rule.shape === "list" ? readList(given, rule, domain) : readText(given, rule, domain);
    if (!read.ok) faults.push(...read.faults.map((fault) => within(fault, ...use.path, name)));
    else if (typeof read.value === "string") scope.set(name, read.value);
    else lists.set(name, read.value);
  }
  const { spf } = use.given;
  if (spf !== undefined && typeof spf !== "boolean") {
    faults.push({
      path: [...use.path, "spf"],
      message: "spf of a sender is true or false",
      received: JSON.stringify(spf),
    });
  }
  return settle(faults, () => ({ scope, lists, spf: typeof spf === "boolean" ? spf : undefined }));
}

function expanded(value: SenderParameter["default"], scope: Scope): unknown {
  return typeof value === "string" ? fill(value, scope) : value;
}

function unknownFaults({ name, entry, given, path }: NamedUse): readonly Fault[] {
  const known = [...Object.keys(entry.parameters), "spf"];
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const meant = closest(key, known);
      return {
        path: [...path, key],
        message: `${name} has no parameter ${JSON.stringify(key)}`,
        expected: known.join(", "),
        ...(meant === undefined ? {} : { fix: `write ${meant}` }),
      };
    });
}

function relationFaults({ name, entry, given, path }: NamedUse): readonly Fault[] {
  const has = (parameter: string) => given[parameter] !== undefined;
  const faults: Fault[] = [];
  for (const [parameter, rule] of Object.entries(entry.parameters)) {
    const wanted = has(parameter) ? rule.needs.filter((other) => !has(other)) : [];
    for (const other of wanted) faults.push(missing(other, `beside ${parameter}`));
    if (rule.required && !has(parameter)) faults.push(missing(parameter, "by every use"));
  }
  if (entry.either.length > 0) faults.push(...eitherFaults());
  return faults;

  function missing(parameter: string, by: string): Fault {
    const example = entry.example[parameter];
    const rule = entry.parameters[parameter];
    return {
      path,
      message: `${name} lacks ${parameter}, which is needed ${by}`,
      ...(rule === undefined ? {} : { expected: rule.means }),
      ...(example === undefined ? {} : { fix: `add ${parameter}, such as ${show(example)}` }),
    };
  }

  function eitherFaults(): readonly Fault[] {
    const begun = entry.either.filter((set) => set.some(has));
    const choice = entry.either.map((set) => set.join(" and ")).join(", or ");
    if (begun.length > 1) {
      return [{ path, message: `${name} takes only one of its alternatives`, expected: choice }];
    }
    const [set] = begun;
    if (set === undefined) return [{ path, message: `${name} lacks its DKIM values`, expected: choice }];
    const given = set.filter(has).join(" and ");
    return set
      .filter((parameter) => !has(parameter))
      .map((parameter) => missing(parameter, `beside ${given}`));
  }
}

function readText(given: unknown, rule: SenderParameter, domain: DnsName): Result<string> {
  if (typeof given === "string") return readForm(given, rule, domain);
  return fail({
    message: "value is not a text",
    received: JSON.stringify(given),
    expected: rule.means,
    ...(typeof given === "number" ? { fix: `put it in quotes: "${given}"` } : {}),
  });
}

function readList(given: unknown, rule: SenderParameter, domain: DnsName): Result<readonly string[]> {
  if (!Array.isArray(given)) {
    return fail({ message: "value is not a list", received: JSON.stringify(given), expected: rule.means });
  }
  const faults: Fault[] = [];
  const texts: string[] = [];
  if (rule.count !== undefined && given.length !== rule.count) {
    faults.push({
      message: `list of ${given.length}`,
      received: show(given.map(String)),
      expected: `${rule.count}: ${rule.means}`,
    });
  }
  for (const [index, item] of given.entries()) {
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

function show(value: string | readonly string[]): string {
  return typeof value === "string" ? value : `[${value.join(", ")}]`;
}
