import { ExtData, encode } from "@msgpack/msgpack";
import fc from "fast-check";
import { decodeValue, encodeValue } from "../../../provider/plugin/value/codec";
import { Decimal } from "../../../provider/plugin/value/decimal";
import { equal } from "../../../provider/plugin/value/equal";
import { parseState } from "../../../provider/plugin/value/json";
import { type Type, typeFromJson, typeToJson } from "../../../provider/plugin/value/type";
import { Dynamic, UNKNOWN, type Value, ValueError } from "../../../provider/plugin/value/value";
import { anyText } from "../../support/texts";

const name = fc.stringMatching(/^[a-z_]{1,6}$/).filter((text) => text !== "__proto__");

/** Any type; `dynamic` only where it may stand. */
const types: fc.Arbitrary<Type> = fc.letrec<{ type: Type; inner: Type }>((tie) => ({
  inner: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Type>(
      { kind: "string" },
      { kind: "bool" },
      { kind: "number", exact: false },
      { kind: "number", exact: true },
    ),
    fc.record({
      kind: fc.constantFrom("list" as const, "set" as const, "map" as const),
      element: tie("inner"),
    }),
    fc.record({ kind: fc.constant("tuple" as const), elements: fc.array(tie("inner"), { maxLength: 3 }) }),
    fc.record({
      kind: fc.constant("object" as const),
      attributes: fc.dictionary(name, tie("inner"), { maxKeys: 3, noNullPrototype: true }),
    }),
  ),
  type: fc.oneof(
    tie("inner"),
    fc.constant<Type>({ kind: "dynamic" }),
    fc.record({
      kind: fc.constant("object" as const),
      attributes: fc.dictionary(name, tie("type"), { maxKeys: 3, noNullPrototype: true }),
    }),
  ),
})).type;

const decimals = fc
  .tuple(fc.bigInt(), fc.nat(400))
  .map(([digits, scale]) => Decimal.of(`${digits}e-${scale}`));

/** Any value of a type, with nulls and unknowns anywhere. */
function valuesOf(type: Type): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(UNKNOWN) },
    { weight: 8, arbitrary: known(type) },
  );
}

function known(type: Type): fc.Arbitrary<Value> {
  switch (type.kind) {
    case "string":
      return anyText();
    case "bool":
      return fc.boolean();
    case "number":
      if (type.exact) return decimals;
      return fc
        .oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }))
        .map((n) => n + 0);
    case "list":
    case "set":
      return fc.array(valuesOf(type.element), { maxLength: 4 });
    case "map":
      return fc.dictionary(
        fc.string().filter((key) => key !== "__proto__"),
        valuesOf(type.element),
        {
          maxKeys: 4,
          noNullPrototype: true,
        },
      );
    case "object":
      return fc.record(
        Object.fromEntries(Object.entries(type.attributes).map(([key, part]) => [key, valuesOf(part)])),
      );
    case "tuple":
      return fc.tuple(...type.elements.map(valuesOf));
    case "dynamic":
      return types
        .filter((inner) => inner.kind !== "dynamic" && !JSON.stringify(inner).includes("exact"))
        .filter((inner) => !JSON.stringify(inner).includes("dynamic"))
        .chain((inner) => known(inner).map((value) => new Dynamic(inner, value)));
  }
}

const typed = types.chain((type) => valuesOf(type).map((value) => ({ type, value })));

test("encoding and decoding any value of any type gives the same value", () => {
  fc.assert(
    fc.property(typed, ({ type, value }) => {
      expect(decodeValue(encodeValue(value, type), type)).toEqual(value);
    }),
    { numRuns: 500 },
  );
});

test("a value without unknowns equals itself after the way there and back", () => {
  fc.assert(
    fc.property(typed, ({ type, value }) => {
      fc.pre(!JSON.stringify(value, (_, part) => (part === UNKNOWN ? "UNKNOWN" : part))?.includes("UNKNOWN"));
      expect(equal(value, decodeValue(encodeValue(value, type), type), type)).toBe(true);
    }),
  );
});

test("a type survives Terraform's notation", () => {
  const plain = (type: Type) =>
    JSON.parse(JSON.stringify(type, (key, part) => (key === "exact" ? undefined : part)));
  fc.assert(fc.property(types, (type) => expect(typeFromJson(typeToJson(type))).toEqual(plain(type))));
});

test("a decimal keeps its value, and a number its digits", () => {
  expect(Decimal.of("1.50e3").text).toBe("1500");
  expect(Decimal.of("-0.000").text).toBe("0");
  expect(Decimal.of("12.5e-3").text).toBe("0.0125");
  expect(Decimal.of("0012").text).toBe("12");
  expect(Decimal.of(1e21).text).toBe("1000000000000000000000");
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
      expect(Decimal.of(n).toNumber()).toBe(n + 0);
    }),
  );
  fc.assert(
    fc.property(fc.bigInt(), fc.nat(60), (digits, scale) => {
      const { text } = Decimal.of(`${digits}e${scale}`);
      expect(BigInt(text)).toBe(digits * 10n ** BigInt(scale));
    }),
  );
});

test("0.1 goes out as digits: Go would read a double as 0.1000000000000000055511151231257827", () => {
  expect(encodeValue(0.1, { kind: "number", exact: false })).toEqual(encode("0.1"));
  expect(encodeValue(7, { kind: "number", exact: false })).toEqual(encode(7));
});

test("an unknown is two bytes of extension and one of payload; a refined one is read as unknown too", () => {
  expect([...encodeValue(UNKNOWN, { kind: "string" })]).toEqual([0xd4, 0, 0]);
  expect(decodeValue(encode(new ExtData(12, Uint8Array.of(0x81, 1, 0xc2))), { kind: "string" })).toBe(
    UNKNOWN,
  );
});

test("integers of 64 bits are read without rounding", () => {
  const wire = encode(2n ** 64n - 1n, { useBigInt64: true });
  expect(decodeValue(wire, { kind: "number", exact: true })).toEqual(Decimal.of(2n ** 64n - 1n));
  expect(() => decodeValue(wire, { kind: "number", exact: false })).toThrow(
    "more digits than this attribute holds",
  );
});

test("a value of the wrong type is told at its place, and never printed", () => {
  const type: Type = { kind: "object", attributes: { keys: { kind: "list", element: { kind: "string" } } } };
  const wrong = () => encodeValue({ keys: ["a", 12345] }, type);
  expect(wrong).toThrow(new ValueError("expected a string, got a number", ["keys", 1]));
  try {
    wrong();
  } catch (error) {
    expect(error).toMatchObject({ path: ["keys", 1] });
  }
  expect(() => encodeValue({}, type)).toThrow("expected a list, got nothing");
  expect(() => encodeValue(Number.NaN, { kind: "number" })).toThrow("expected a number");
});

test("a missing attribute reads as null, one too many is not read", () => {
  const type: Type = { kind: "object", attributes: { a: { kind: "string" } } };
  expect(decodeValue(encode({ b: 1 }), type)).toEqual({ a: null });
});

test("numbers in a state file keep their digits; strings that look like numbers stay strings", () => {
  expect(parseState('{"n": 12345678901234567890, "t": "12345678901234567890", "f": 0.5, "e": 1e2}')).toEqual({
    n: "12345678901234567890",
    t: "12345678901234567890",
    f: 0.5,
    e: 100,
  });
  expect(() => parseState("[1]")).toThrow(SyntaxError);
});

test("sets are equal in any order, lists in one; no unknown equals anything", () => {
  const element: Type = { kind: "string" };
  expect(equal(["a", "b", "a"], ["b", "a", "a"], { kind: "set", element })).toBe(true);
  expect(equal(["a", "b", "b"], ["b", "a", "a"], { kind: "set", element })).toBe(false);
  expect(equal(["a", "b"], ["b", "a"], { kind: "list", element })).toBe(false);
  expect(equal(UNKNOWN, UNKNOWN, element)).toBe(false);
  expect(equal(0.5, Decimal.of("0.50"), { kind: "number" })).toBe(true);
});
