import { inEstate, type Value } from "../../lib/exchange/objects";
import type { ExchangeKind } from "../../lib/exchange/values";
import type { Mapping } from "../../lib/mapping";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import type { ReadObject } from "../../lib/tenant-reading/reading";
import type { ObjectAttribute } from "../objects/attribute";
import { isUnset } from "../objects/codec/codec";
import { idOf, isShown } from "../objects/rows";
import {
  type ObjectTable,
  type Service,
  type SingletonTable,
  type Table,
  titleOf,
  typeName,
} from "../objects/table";
import { TABLES } from "../objects/tables/index";
import { type Answered, membersIn, together, unreadable } from "./answers";
import { sourcesOf } from "./sources";

/** `safe-links-policy` of `SafeLinksPolicy`. */
export function kindOf(table: Pick<Table, "noun" | "called">): ExchangeKind {
  return typeName(table)
    .replace(/^m365_/, "")
    .replaceAll("_", "-") as ExchangeKind;
}

/** All objects of a table that the evidence shows; of what rules are, in their order. */
export function objectsIn(table: Table, evidence: Evidence): Answered<readonly ReadObject[]> {
  const answers = sourcesOf(table).map(({ file, service }): Answered<readonly ReadObject[]> => {
    const rows = membersIn(evidence, file);
    if (rows.is === "not read") return rows;
    const shown = rows.value.filter(isShown);
    // Every tenant has the one object, but for those that have to be made; and a row that says nothing of itself is at most one.
    const isWhole = rows.value.filter(({ Identity, Name }) => !(Identity ?? Name)).length <= 1;
    const value = table.kind === "singleton" ? only(table, shown) : several(table, shown, service);
    if (!isWhole || (table.kind === "singleton" && table.made === undefined && value.length === 0)) {
      return unreadable(file, `what ${table.noun} is documented to be`);
    }
    return { is: "known", value };
  });
  const all = together(answers);
  return all.is === "known" ? { is: "known", value: all.value.flat() } : all;
}

/** The one object; none where it has to be made first. Of others that are shown beside it, it has its name. */
function only(table: SingletonTable, rows: readonly Mapping[]): readonly ReadObject[] {
  const { identity } = table;
  const named = identity === undefined ? undefined : rows.find((row) => isCalled(row, identity));
  const row = named ?? (rows.length === 1 && table.made === undefined ? rows[0] : undefined);
  return row === undefined ? [] : [objectOf(table, row, { id: titleOf(table), name: titleOf(table) })];
}

function several(table: ObjectTable, rows: readonly Mapping[], service: Service): readonly ReadObject[] {
  const { builtIn = [] } = table;
  const inOthers = TABLES.flatMap((other) =>
    other.kind === "singleton" && other.noun === table.noun && other.asked === undefined && other.identity
      ? [other.identity]
      : [],
  );
  const own = rows.filter((row) => !inOthers.some((identity) => isCalled(row, identity)));
  return own
    .map((row) => {
      const name = nameOf(row);
      const id = idOf(table, row);
      const isTheirs =
        row.IsSystemRule === true ||
        row.IsDefault === true ||
        isPreset(row.RecommendedPolicyType) ||
        builtIn.some((one) => one.toLowerCase() === name.toLowerCase());
      const priority = row.Priority === null || row.Priority === "" ? Number.NaN : Number(row.Priority);
      return {
        ...objectOf(table, row, { id: table.service === "chosen" ? `${service}/${id}` : id, name }, service),
        ...(table.kind === "rule" && Number.isInteger(priority) ? { priority } : {}),
        ...(isTheirs ? { builtIn: true as const } : {}),
      };
    })
    .sort(inOrder);
}

const isPreset = (type: unknown) => typeof type === "string" && type !== "" && type !== "Custom";

function nameOf({ Name, Identity }: Mapping): string {
  return String(Name ?? Identity ?? "");
}

function isCalled(row: Mapping, name: string): boolean {
  return nameOf(row).toLowerCase() === name.toLowerCase();
}

function inOrder(a: ReadObject, b: ReadObject): number {
  const [one, other] = [a.priority ?? 0, b.priority ?? 0];
  if (one !== other) return one - other;
  return a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
}

function objectOf(
  table: Table,
  row: Mapping,
  called: Pick<ReadObject, "id" | "name">,
  service?: Service,
): ReadObject {
  const values: Record<string, Value> = {};
  const unknown: string[] = [];
  for (const [attribute, facts] of Object.entries(table.attributes)) {
    const name = inEstate(attribute);
    if (facts.local && attribute === "service" && service !== undefined) values[name] = service;
    else if (facts.local || facts.unread) unknown.push(name);
    else
      put(
        name,
        facts,
        { has: Object.hasOwn(row, facts.property), raw: row[facts.property] },
        values,
        unknown,
      );
  }
  return { kind: kindOf(table), ...called, values, unknown: unknown.sort() };
}

/**
 * Decodes one value. What the tenant leaves out altogether, as it does with what it has no licence for, is not known, nor is
 * what cannot be read: neither passes for what is not set.
 */
export function put(
  name: string,
  { codec }: Pick<ObjectAttribute, "codec">,
  { has, raw }: { readonly has: boolean; readonly raw: unknown },
  values: Record<string, Value>,
  unknown: string[],
): void {
  const read = has ? codec.decode(raw) : null;
  if (!isUnset(read)) values[name] = typeof read === "object" && !codec.ordered ? [...read].sort() : read;
  else if (!has || !isNothing(raw)) unknown.push(name);
}

/** The ways to say that nothing is set. */
function isNothing(raw: unknown): boolean {
  if (raw === null || raw === undefined || raw === "" || raw === "<>") return true;
  return Array.isArray(raw) && raw.every(isNothing);
}
