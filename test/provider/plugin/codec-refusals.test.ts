import { ExtData, encode } from "@msgpack/msgpack";
import { decodeValue, encodeValue, fromWire, toWire } from "../../../provider/plugin/value/codec";
import { Decimal } from "../../../provider/plugin/value/decimal";
import { type Type, typeFromJson } from "../../../provider/plugin/value/type";
import { Dynamic, UNKNOWN, ValueError } from "../../../provider/plugin/value/value";

/** What is said of a value that does not fit, and where. */
function refusal(work: () => unknown): readonly [string, string] {
  try {
    work();
  } catch (error) {
    if (error instanceof ValueError) return [error.message, error.path.join(".")];
    throw error;
  }
  throw new Error("it was taken");
}

const TEXT: Type = { kind: "string" };
const EXACT: Type = { kind: "number", exact: true };
const PLAIN: Type = { kind: "number", exact: false };
const TYPES: readonly (readonly [string, Type, unknown])[] = [
  ["a string", TEXT, true],
  ["a bool", { kind: "bool" }, "secret"],
  ["a number", PLAIN, false],
  ["a list", { kind: "list", element: TEXT }, "secret"],
  ["a set", { kind: "set", element: TEXT }, { secret: 1 }],
  ["a tuple", { kind: "tuple", elements: [TEXT] }, "secret"],
  ["a map", { kind: "map", element: TEXT }, ["secret"]],
  ["an object", { kind: "object", attributes: { a: TEXT } }, "secret"],
];

it.each(TYPES)(
  "%s is refused where something else stands, both ways, and the value is not told",
  (name, type, value) => {
    for (const work of [() => toWire(value, type, ["at"]), () => fromWire(value, type, ["at"])]) {
      const [message, path] = refusal(work);
      expect(message).toContain(`expected ${name}, got a`);
      expect(message).not.toContain("secret");
      expect(path).toContain("at");
    }
  },
);

it("says what stands there instead: nothing, a list, an object of a class", () => {
  const told = [undefined, ["a", "b"], new Date(0), Object.create(null)].map(
    (value) => refusal(() => toWire(value, TEXT, []))[0],
  );
  expect(told).toEqual([
    expect.stringContaining("expected a string, got nothing"),
    expect.stringContaining("got a list of 2"),
    expect.stringContaining("got an Date"),
    expect.stringContaining("got an object"),
  ]);
});

it("a member that is missing is refused on the way out, and null on the way in", () => {
  const type: Type = { kind: "object", attributes: { a: TEXT, b: TEXT } };
  expect(refusal(() => encodeValue({ a: "x" }, type))).toEqual([expect.stringContaining("got nothing"), "b"]);
  expect(decodeValue(encode({ a: "x" }), type)).toEqual({ a: "x", b: null });
  const pair: Type = { kind: "tuple", elements: [TEXT, TEXT] };
  expect(refusal(() => toWire(["x"], pair, []))[0]).toContain("expected a tuple, got a list of 1");
  expect(fromWire(["x"], pair, [])).toEqual(["x", null]);
});

it("names the place of what does not fit inside lists and maps", () => {
  const type: Type = { kind: "map", element: { kind: "list", element: TEXT } };
  expect(refusal(() => toWire({ k: ["x", 1] }, type, []))[1]).toBe("k.1");
  expect(refusal(() => fromWire({ k: ["x", 1] }, type, []))[1]).toBe("k.1");
});

it("numbers: none that is infinite, none that would be rounded, zero without a sign, digits as JavaScript shows them", () => {
  expect(refusal(() => toWire(Number.NaN, PLAIN, []))[0]).toContain("expected a number, got a number");
  expect(refusal(() => fromWire(Number.POSITIVE_INFINITY, PLAIN, ["n"]))).toEqual([
    expect.stringContaining("expected a finite number, got Infinity"),
    "n",
  ]);
  const long = "0.1234567890123456789";
  expect(refusal(() => fromWire(long, PLAIN, []))[0]).toContain("has more digits than this attribute holds");
  expect(fromWire(long, EXACT, [])).toEqual(Decimal.of(long));
  expect(fromWire(long, { kind: "number" }, [])).toEqual(Decimal.of(long));
  expect(fromWire(5n, { kind: "number" }, [])).toBe(5);
  expect([-0, 0.1, 7, 2 ** 60].map((value) => toWire(value, PLAIN, []))).toEqual([
    0,
    "0.1",
    7,
    "1152921504606847000",
  ]);
  expect(toWire(Decimal.of(long), EXACT, [])).toBe(long);
});

it("a value of any type comes with its type, in MessagePack as in a state file", () => {
  const any: Type = { kind: "dynamic" };
  const value = new Dynamic(typeFromJson(["list", "string"]), ["x", UNKNOWN]);
  expect(decodeValue(encodeValue(value, any), any)).toEqual(value);
  expect(fromWire({ type: "string", value: "x" }, any, [])).toEqual(new Dynamic(TEXT, "x"));
  expect(refusal(() => toWire("secret", any, []))[0]).toContain("expected a Dynamic, got a string");
  for (const bare of ["secret", ["string", "x"], { value: "x" }]) {
    expect(refusal(() => fromWire(bare, any, ["any"]))).toEqual([
      expect.stringContaining("expected a value with its type"),
      "any",
    ]);
  }
});

it("an unknown of any payload is unknown, whatever the type", () => {
  for (const wire of [new ExtData(0, Uint8Array.of(0)), new ExtData(12, Uint8Array.of(1, 2))]) {
    expect(TYPES.map(([, type]) => fromWire(wire, type, []))).toEqual(TYPES.map(() => UNKNOWN));
  }
  expect(fromWire(undefined, TEXT, [])).toBeNull();
});
