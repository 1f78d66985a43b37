import type { ExchangeObject, Parameters } from "../exchange/types";
import type { ObjectAttribute } from "./attribute";
import { type AttributeValue, isTexts, isUnset, respelled, same } from "./codec/codec";
import type { Table } from "./table";

/** A resource's attributes by name. */
export type Values = Readonly<Record<string, AttributeValue | null | undefined>>;

/** The attributes' values among what Terraform hands over, which may hold more. */
export function valuesOf(table: Table, given: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(
    Object.keys(table.attributes).map((name) => {
      const value = given[name];
      return [name, isAttributeValue(value) ? value : undefined];
    }),
  );
}

function isAttributeValue(value: unknown): value is AttributeValue | null {
  return (
    value === null ||
    ["string", "number", "boolean"].includes(typeof value) ||
    (Array.isArray(value) && value.every((member) => typeof member === "string"))
  );
}

/** What Exchange says, attribute by attribute, spelled as before where both mean the same. */
export function readValues(table: Table, row: ExchangeObject, before: Values = {}): Values {
  return Object.fromEntries(
    Object.entries(table.attributes).map(([name, { codec, property, default: usual, local, unread }]) => {
      if (local || unread) return [name, before[name] ?? usual ?? null];
      const read = respelled(codec, codec.decode(row[property]), before[name]);
      // What Exchange leaves out, as it does with what the tenant has no licence for, is as it is by default.
      return [name, isUnset(read) && table.kind !== "singleton" ? (usual ?? read) : read];
    }),
  );
}

/** What a plan says of an object that it did not make: of what Exchange does not show, nobody knows yet what it is. */
export function readable(table: Table, planned: Values): Values {
  return Object.fromEntries(Object.entries(planned).filter(([name]) => !table.attributes[name]?.unread));
}

/** Attributes whose values are known in `after` and differ from `before`, as far as Exchange has them. */
export function differing(table: Table, after: Values, before: Values): readonly string[] {
  return Object.entries(table.attributes).flatMap(([name, { codec, local }]) => {
    const value = after[name];
    return local || value === undefined || same(codec, value, before[name] ?? null) ? [] : [name];
  });
}

/** What `New-` is told: what differs from Exchange's defaults, so that nothing is asked for that nobody wrote. */
export function newParameters(table: Table, plan: Values): Parameters {
  return Object.fromEntries(
    Object.entries(table.attributes).flatMap(([name, attribute]) => {
      const value = plan[name];
      if (attribute.setOnly || attribute.local || isUnset(value)) return [];
      if (attribute.default !== undefined && same(attribute.codec, value, attribute.default)) return [];
      return [[attribute.parameter, attribute.made?.(plan) ?? attribute.codec.encode(value)]];
    }),
  );
}

/** What `Set-` is told for these attributes. */
export function setParameters(
  table: Table,
  names: readonly string[],
  after: Values,
  before: Values,
): Parameters {
  return Object.fromEntries(
    names.flatMap((name) => {
      const attribute = table.attributes[name];
      if (attribute === undefined || attribute.switched) return [];
      if (attribute.inAndOut) return inAndOut(attribute, after[name], before[name]);
      if (attribute.made && !isUnset(after[name])) return [[attribute.parameter, attribute.made(after)]];
      return [[attribute.parameter, written(attribute, after[name], before[name])]];
    }),
  );
}

function written(
  attribute: ObjectAttribute,
  value: AttributeValue | null | undefined,
  before: AttributeValue | null | undefined,
): unknown {
  if (isUnset(value)) return attribute.cleared;
  if (!attribute.memberwise || isUnset(before) || !isTexts(value) || !isTexts(before)) {
    return attribute.codec.encode(value);
  }
  // A plain object does not bind: the type has to be named.
  return {
    "@odata.type": "#Exchange.GenericHashTable",
    Add: without(attribute, value, before),
    Remove: without(attribute, before, value),
  };
}

function inAndOut(
  attribute: ObjectAttribute,
  value: AttributeValue | null | undefined,
  before: AttributeValue | null | undefined,
): readonly (readonly [string, unknown])[] {
  const now = isUnset(value) || !isTexts(value) ? [] : value;
  const then = isUnset(before) || !isTexts(before) ? [] : before;
  const changes = [
    ["Add", without(attribute, now, then)],
    ["Remove", without(attribute, then, now)],
  ] as const;
  return changes.flatMap(([verb, members]) =>
    members.length === 0 ? [] : [[`${verb}${attribute.parameter}`, members] as const],
  );
}

/** The members that are not among others. */
function without(
  { codec: { key } }: ObjectAttribute,
  members: readonly string[],
  others: readonly string[],
): readonly string[] {
  const known = new Set(others.map(key));
  return members.filter((member) => !known.has(key(member)));
}
