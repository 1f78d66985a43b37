import * as fc from "fast-check";
import type { ObjectAttribute } from "../../../provider/objects/attribute";
import { type AttributeValue, isUnset, same } from "../../../provider/objects/codec/codec";
import { ADDRESSES } from "../../../provider/objects/codec/lists";
import { INSTANT_TEXT, SIZE_TEXT, TIME_SPAN } from "../../../provider/objects/codec/measures";
import { SENSITIVE_TYPES } from "../../../provider/objects/codec/structures";
import type { Table } from "../../../provider/objects/table";

/** A configuration: what is left out is not there. */
export type Drawn = Readonly<Record<string, AttributeValue>>;

const WORDS = fc
  .array(fc.constantFrom("Mail", "of", "others", "Prüfung", '"quoted"', "50 %", "a;b"), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(" "));
const two = (number: number) => String(number).padStart(2, "0");

/** Values that an attribute may have, by what its table says of it. */
function valuesOf({ codec, example }: ObjectAttribute): fc.Arbitrary<AttributeValue> {
  const { choices, range, type } = codec;
  if (choices) {
    return type === "texts"
      ? fc.subarray([...choices], { minLength: 1, maxLength: Math.min(4, choices.length) })
      : fc.constantFrom(...choices);
  }
  if (type === "flag") return fc.boolean();
  if (type === "number") {
    const [least, most] = range ?? [0, 100];
    return fc.integer({ min: least, max: most });
  }
  if (codec === SIZE_TEXT) return fc.integer({ min: 1, max: 900 }).map((number) => `${number} KB`);
  if (codec === TIME_SPAN) {
    return fc.tuple(fc.integer({ min: 12, max: 23 }), fc.nat(59)).map(([h, m]) => `${h}:${two(m)}:00`);
  }
  if (codec === INSTANT_TEXT) {
    return fc
      .integer({ min: Date.UTC(2027, 0), max: Date.UTC(2030, 0) })
      .map((time) => new Date(Math.floor(time / 1000) * 1000).toISOString().replace(".000Z", "Z"));
  }
  if (codec === ADDRESSES) {
    const address = fc.integer({ min: 1, max: 254 }).map((last) => `192.0.2.${last}`);
    return fc.uniqueArray(address, { minLength: 1, maxLength: 3 });
  }
  if (codec === SENSITIVE_TYPES) {
    const kinds = fc.constantFrom(...(Array.isArray(example) ? example : []));
    const type = fc.tuple(kinds, fc.integer({ min: 1, max: 9 }));
    const text = type.map(([name, count]) => (count === 1 ? name : `${name};mincount=${count}`));
    return fc.uniqueArray(text, { minLength: 1, maxLength: 2, selector: (one) => one.split(";")[0] });
  }
  const known = Array.isArray(example) ? example : [example ?? "Text"].map(String);
  // Like the example, and not the same: something in front, another number at the end, other digits.
  const like = fc
    .tuple(
      fc.constantFrom(...known),
      fc.constantFrom("", "a", "b", "c", "d"),
      fc.option(fc.integer({ min: 900, max: 999 })),
      fc.nat(9),
    )
    .map(([text, front, number, by]) => {
      if (number !== null) return `${front}${text.replace(/\d+$/, String(number))}`;
      return `${front}${text.replace(/\d/g, (digit: string) => String(Math.min(9, Number(digit) + by)))}`;
    })
    .filter((text) => codec.fault?.(text) === undefined);
  if (type === "texts")
    // Lists with an order go together, and are equally long.
    return fc.uniqueArray(like, {
      minLength: codec.ordered ? 2 : 1,
      maxLength: codec.ordered ? 2 : 3,
      selector: (one) => codec.key(one),
    });
  return example === undefined ? WORDS : like;
}

type Draw = () => Drawn[string] | undefined;

/**
 * A configuration that the table's rules take; names, and what other objects are called, are given. All of it differs from
 * another one, where rules let it.
 */
export function drawn(table: Table, given: Drawn, seed: number, from?: Drawn): Drawn {
  const draws = new Map(
    Object.entries(table.attributes)
      // What Exchange does not show cannot drift: tests of its own lead it.
      .filter(([name, { local, unread }]) => !(name in given) && !local && !unread)
      .map(([name, attribute], place): readonly [string, Draw] => {
        const always = attribute.required || attribute.decided || table.kind === "singleton";
        const values = always
          ? valuesOf(attribute)
          : fc.option(valuesOf(attribute), { freq: 6, nil: undefined });
        const pool = fc.sample(values, { seed: seed + place, numRuns: 60 })[Symbol.iterator]();
        const next: Draw = () => pool.next().value;
        let turn = 0;
        // First one that differs, then any, then none.
        return [
          name,
          () => {
            turn += 1;
            if (turn > 20 && !attribute.required) return undefined;
            return from === undefined || turn > 10 ? next() : unlike(table, name, from, next);
          },
        ];
      }),
  );
  let values = Object.fromEntries([...draws].map(([name, draw]) => [name, draw()]));
  // What a rule speaks against is drawn again.
  for (let round = 0; round < 150; round += 1) {
    const faulty = broken(table, { ...values, ...given });
    if (faulty.size === 0) return present({ ...values, ...given });
    values = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, faulty.has(name) ? draws.get(name)?.() : value]),
    );
  }
  throw new Error(
    `${table.noun}: no values that its rules take; ${[...broken(table, { ...values, ...given })]}`,
  );
}

/** A few tries: some have no other value. */
function unlike(table: Table, name: string, from: Drawn, next: Draw): Drawn[string] | undefined {
  let value = next();
  for (
    let tries = 0;
    tries < 12 && differences(table, from, present({ ...from, [name]: value })).length === 0;
    tries += 1
  ) {
    value = next();
  }
  return value;
}

function present(values: Readonly<Record<string, Drawn[string] | undefined>>): Drawn {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): readonly (readonly [string, Drawn[string]])[] =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

/** The attributes that broken rules look at; only the one at fault where a rule looks at many. */
function broken(
  table: Table,
  values: Readonly<Record<string, Drawn[string] | undefined>>,
): ReadonlySet<string> {
  const whole = Object.fromEntries(
    Object.entries(table.attributes).map(([name, { default: usual, decided }]) => {
      const absent = table.kind === "singleton" || decided ? undefined : (usual ?? null);
      return [name, values[name] ?? absent];
    }),
  );
  const found = (table.rules ?? []).flatMap((rule) => {
    const seen = new Set<string>();
    const watched = new Proxy(whole, {
      get(target, name) {
        seen.add(String(name));
        return target[String(name)];
      },
    });
    const faults = [...rule(watched)];
    if (faults.length === 0) return [];
    return seen.size > 6 ? faults.map(({ path = [] }) => String(path[0])) : [...seen];
  });
  return new Set(found);
}

/** Attributes of which both say something, and not the same. */
export function differences(table: Table, a: Drawn, b: Drawn): readonly string[] {
  return Object.entries(table.attributes).flatMap(([name, attribute]) => {
    const [one, other] = [a, b].map((values) => effective(table, attribute, values[name]));
    if (one === undefined || other === undefined) return [];
    return same(attribute.codec, one, other) ? [] : [name];
  });
}

/** What a value that is left out comes to; undefined where Exchange says it. */
export function effective(
  table: Table,
  attribute: ObjectAttribute,
  value: AttributeValue | undefined,
): AttributeValue | null | undefined {
  if (value !== undefined) return isUnset(value) ? null : value;
  if (table.kind === "singleton" || attribute.decided) return undefined;
  return attribute.default ?? null;
}
