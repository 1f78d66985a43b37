import { block, list, nested, num, object, str, UNKNOWN } from "../../../../provider/plugin/index";
import { replacedBy } from "../../../../provider/plugin/plan/replace";
import type { Members } from "../../../../provider/plugin/schema/member";
import type { Value } from "../../../../provider/plugin/value/value";

const rule = {
  port: num({ required: true, requiresReplace: true }),
  note: str({ optional: true }),
};

/** The paths below one member whose change, from one value to another, replaces the resource. */
function replaced(member: Members[string], before: Value, planned: Value) {
  return replacedBy(
    { name: str({ required: true }), part: member },
    { name: "b", part: planned },
    { name: "a", part: before },
  );
}

test("an attribute that replaces is named when it changes, or may", () => {
  const region = str({ optional: true, requiresReplace: true });
  expect(replaced(region, "eu", "us")).toEqual([["part"]]);
  expect(replaced(region, "eu", UNKNOWN)).toEqual([["part"]]);
  expect(replaced(region, "eu", "eu")).toEqual([]);
  expect(replaced(str({ optional: true }), "eu", "us")).toEqual([]);
  expect(replaced(list(object({ port: num() }), { optional: true }), [{ port: 1 }], [{ port: 2 }])).toEqual(
    [],
  );
});

test("a nested attribute that replaces as a whole is named as a whole", () => {
  const whole = nested.list(rule, { optional: true, requiresReplace: true });
  expect(replaced(whole, [], [{ port: 1, note: null }])).toEqual([["part"]]);
});

test("inside nested attributes and blocks it is named where it stands", () => {
  const [one, port, note] = [
    { port: 1, note: null },
    { port: 2, note: null },
    { port: 1, note: "n" },
  ];
  for (const single of [nested.single(rule, { optional: true }), block.single(rule), block.group(rule)]) {
    expect(replaced(single, one, port)).toEqual([["part", "port"]]);
    expect(replaced(single, one, note)).toEqual([]);
    expect(replaced(single, null, one)).toEqual([["part", "port"]]);
    expect(replaced(single, one, null)).toEqual([]);
    expect(replaced(single, one, UNKNOWN)).toEqual([]);
  }
  const list = nested.list(rule, { optional: true });
  expect(replaced(list, [one, one], [note, port])).toEqual([["part", 1, "port"]]);
  expect(replaced(list, [one], [one, one])).toEqual([["part", 1, "port"]]);
  expect(replaced(list, null, [one])).toEqual([["part", 0, "port"]]);
  expect(replaced(list, [one], [UNKNOWN])).toEqual([]);
  expect(replaced(list, [one], null)).toEqual([]);
  const map = nested.map(rule, { optional: true });
  expect(replaced(map, { "a.b": one, c: one }, { "a.b": port, c: note })).toEqual([["part", "a.b", "port"]]);
  expect(replaced(map, null, { "a.b": one })).toEqual([["part", "a.b", "port"]]);
  expect(replaced(map, { "a.b": one }, { "a.b": UNKNOWN })).toEqual([]);
  expect(replaced(map, { "a.b": one }, UNKNOWN)).toEqual([]);
});

test("a map is told from an object by its schema: its keys may be called like attributes", () => {
  const map = nested.map(rule, { optional: true });
  expect(replaced(map, { port: { port: 1, note: null } }, { port: { port: 2, note: null } })).toEqual([
    ["part", "port", "port"],
  ]);
});

test("a set is named as a whole, if anything in it replaces at any depth", () => {
  const [one, two] = [
    { port: 1, note: null },
    { port: 2, note: null },
  ];
  expect(replaced(nested.set(rule, { optional: true }), [one], [two])).toEqual([["part"]]);
  expect(replaced(nested.set(rule, { optional: true }), [one, two], [two, one])).toEqual([]);
  const harmless = { port: num({ required: true }), note: str({ optional: true }) };
  expect(replaced(nested.set(harmless, { optional: true }), [one], [two])).toEqual([]);
  const deep = (inner: Members) =>
    nested.set(
      { name: str({ required: true }), rules: nested.list(inner, { optional: true }) },
      { optional: true },
    );
  expect(replaced(deep(rule), [{ name: "a", rules: [] }], [{ name: "b", rules: [] }])).toEqual([["part"]]);
  expect(replaced(deep(harmless), [{ name: "a", rules: [] }], [{ name: "b", rules: [] }])).toEqual([]);
});
