import { Attributes, knownValue, knownValues } from "../../../lib/plan/attributes";

const UNKNOWN = { kind: "unknown" };
const SENSITIVE = { kind: "sensitive" };
const NONE = { kind: "none" };
const known = (value: unknown) => ({ kind: "known", value });

test.each<[string, unknown, unknown, unknown, object]>([
  ["a text", { name: "contoso.com" }, {}, {}, known("contoso.com")],
  ["a text that is empty", { name: "" }, {}, {}, known("")],
  ["a text that is known at apply", { name: null }, { name: true }, {}, UNKNOWN],
  ["a text that is sensitive", { name: "secret" }, {}, { name: true }, SENSITIVE],
  ["a text that is known at apply and sensitive", { name: null }, { name: true }, { name: true }, UNKNOWN],
  ["no text", { name: null }, {}, {}, NONE],
  ["another kind than a text", { name: 1 }, {}, {}, NONE],
  ["an attribute that is left out", {}, {}, {}, NONE],
  ["a resource that is unknown as a whole", {}, true, {}, UNKNOWN],
  ["a resource that is sensitive as a whole", { name: "secret" }, {}, true, SENSITIVE],
  ["marks of another shape", { name: "contoso.com" }, ["name"], "name", known("contoso.com")],
  [
    "a mark that is not true",
    { name: "contoso.com" },
    { name: false },
    { name: "true" },
    known("contoso.com"),
  ],
])("%s", (_title, values, unknown, sensitive, read) => {
  expect(new Attributes(values, unknown, sensitive).text("name")).toEqual(read);
});

test("what every object has is no attribute", () => {
  const attributes = new Attributes({}, {}, {});
  expect([
    attributes.text("constructor"),
    attributes.text("toString"),
    attributes.block("__proto__"),
  ]).toEqual([NONE, NONE, undefined]);
});

test.each<[unknown, object]>([
  [10, known(10)],
  [0, known(0)],
  ["10", known(10)],
  ["10 s", NONE],
  ["s10", NONE],
  ["", NONE],
  ["-1", NONE],
  [true, NONE],
  [null, NONE],
])("as a number %j is %j", (value, read) => {
  expect(new Attributes({ ttl: value }).number("ttl")).toEqual(read);
});

test.each<[unknown, object]>([
  [true, known(true)],
  [false, known(false)],
  ["true", NONE],
  [null, NONE],
])("as a flag %j is %j", (value, read) => {
  expect(new Attributes({ proxied: value }).flag("proxied")).toEqual(read);
});

test.each<[string, unknown, unknown, unknown, readonly object[]]>([
  ["texts", ["a", "b"], undefined, undefined, [known("a"), known("b")]],
  ["no list", null, undefined, undefined, []],
  ["a text that is no list", "a", undefined, undefined, []],
  ["a list that is unknown as a whole", null, true, undefined, [UNKNOWN]],
  ["a list that is sensitive as a whole", ["a", "b"], undefined, true, [SENSITIVE]],
  [
    "a list with a member that is unknown",
    ["a", null, "c"],
    [false, true, false],
    undefined,
    [known("a"), UNKNOWN, known("c")],
  ],
  [
    "a set whose unknown members are not among its values",
    ["a"],
    [false, true, true],
    undefined,
    [known("a"), UNKNOWN, UNKNOWN],
  ],
  ["a set of which nothing is known", [], [true, true], undefined, [UNKNOWN, UNKNOWN]],
  [
    "a list with a member that is sensitive",
    ["a", "secret"],
    undefined,
    [false, true],
    [known("a"), SENSITIVE],
  ],
  ["members that are no texts", ["a", null, 1, ["b"]], undefined, undefined, [known("a")]],
  ["more members than marks", ["a", "b"], [true], undefined, [UNKNOWN, known("b")]],
])("a list: %s", (_title, list, unknown, sensitive, members) => {
  const attributes = new Attributes({ records: list }, { records: unknown }, { records: sensitive });
  expect(attributes.texts("records")).toEqual(members);
});

test("a list in a resource that is unknown as a whole is one unknown member", () => {
  expect(new Attributes({ records: ["a"] }, true).texts("records")).toEqual([UNKNOWN]);
});

test("blocks are read with the marks of each", () => {
  const attributes = new Attributes(
    { rule: [{ name: "a" }, { name: "secret" }, { name: null }], one: { name: "b" }, empty: [], text: "c" },
    { rule: [{}, {}, { name: true }] },
    { rule: [{}, { name: true }], one: true },
  );
  const names = (key: string) => attributes.blocks(key).map((block) => block.text("name"));
  expect([names("rule"), names("one"), names("empty"), names("text"), names("none")]).toEqual([
    [known("a"), SENSITIVE, UNKNOWN],
    [SENSITIVE],
    [],
    [],
    [],
  ]);
  expect([
    attributes.block("rule")?.text("name"),
    attributes.block("one")?.text("name"),
    attributes.block("empty"),
  ]).toEqual([known("a"), SENSITIVE, undefined]);
});

test("values that are known are taken out of what a plan says of them", () => {
  const attributes = new Attributes({ name: "a", records: ["a", "b"] }, { records: [true] });
  expect([knownValue(attributes.text("name")), knownValue(attributes.text("none"))]).toEqual([
    "a",
    undefined,
  ]);
  expect(knownValues(attributes.texts("records"))).toEqual(["b"]);
});
