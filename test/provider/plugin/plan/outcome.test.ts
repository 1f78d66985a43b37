import { block, decimal, list, map, nested, num, str, UNKNOWN } from "../../../../provider/plugin/index";
import { known, outcomeOf } from "../../../../provider/plugin/plan/outcome";
import { planResource } from "../../../../provider/plugin/plan/plan";
import type { Members } from "../../../../provider/plugin/schema/member";
import { Decimal } from "../../../../provider/plugin/value/decimal";
import type { Value } from "../../../../provider/plugin/value/value";

const inner = { host: str({ required: true }), id: str({ computed: true }) };

/** What comes of an answer for one member. */
function outcome(member: Members[string], answer: unknown, planned?: Value, partial = false) {
  const { state, diagnostics } = outcomeOf(
    { part: member },
    answer === undefined ? {} : { part: answer },
    planned === undefined ? undefined : { part: planned },
    partial,
  );
  return [state.part, ...diagnostics.map(({ path, detail }) => `${path?.join(".")}: ${detail}`)];
}

const NEVER = "It was not known when planned, and the provider gave no value. This is a bug in the provider.";
const ALWAYS =
  "The provider gave no value for an attribute that always has one. This is a bug in the provider.";

test("planned values reach a callback without what is not known yet", () => {
  expect(
    known({ a: 1, b: UNKNOWN, list: ["x", UNKNOWN], deep: { c: UNKNOWN, d: null }, exact: Decimal.of(1) }),
  ).toStrictEqual({
    a: 1,
    b: undefined,
    list: ["x", undefined],
    deep: { c: undefined, d: null },
    exact: Decimal.of(1),
  });
  expect(known(UNKNOWN)).toBeUndefined();
});

test("a whole answer is the state", () => {
  expect(outcome(str({ computed: true }), "x", UNKNOWN)).toEqual(["x"]);
  expect(outcome(nested.single(inner, { optional: true }), { host: "a", id: "1" }, UNKNOWN)).toEqual([
    { host: "a", id: "1" },
  ]);
  expect(outcome(nested.single(inner, { optional: true }), null, { host: "a", id: UNKNOWN })).toEqual([null]);
  expect(outcome(list(str(), { optional: true }), ["a", "b"])).toEqual([["a", "b"]]);
});

test("what an answer leaves out is what was planned", () => {
  expect(outcome(str({ optional: true }), undefined, "planned")).toEqual(["planned"]);
  expect(outcome(str({ optional: true }), undefined, null)).toEqual([null]);
  // `undefined` as a value is left out too.
  expect(outcomeOf({ part: str({ optional: true }) }, { part: undefined }, { part: "planned" })).toEqual({
    state: { part: "planned" },
    diagnostics: [],
  });
});

test("an answer may not leave out what was not known when planned", () => {
  expect(outcome(str({ computed: true }), undefined, UNKNOWN)).toEqual([null, `part: ${NEVER}`]);
  expect(outcome(str({ computed: true }), undefined)).toEqual([null, `part: ${NEVER}`]);
  expect(outcome(nested.single(inner, { optional: true }), undefined, { host: "a", id: UNKNOWN })).toEqual([
    null,
    `part: ${NEVER}`,
  ]);
});

test("the state of a callback that failed may leave out anything", () => {
  expect(outcome(str({ computed: true }), undefined, UNKNOWN, true)).toEqual([null]);
  expect(outcome(block.list(inner), undefined, undefined, true)).toEqual([[]]);
  expect(outcome(str({ optional: true }), undefined, "planned", true)).toEqual(["planned"]);
  // It may not be of a wrong type, for all that.
  expect(outcome(num({ optional: true }), "7", 6, true)[1]).toContain("wrong type");
});

test("parts of nested objects are left out one by one, in objects, lists, sets and maps", () => {
  const planned = { host: "a", id: "1" };
  const gone = { host: undefined, id: "2" };
  expect(outcome(nested.single(inner, { optional: true }), gone, planned)).toEqual([{ host: "a", id: "2" }]);
  expect(outcome(nested.single(inner, { optional: true }), gone, null)).toEqual([
    { host: null, id: "2" },
    `part.host: ${NEVER}`,
  ]);
  expect(outcome(nested.list(inner, { optional: true }), [gone, {}], [planned])).toEqual([
    [
      { host: "a", id: "2" },
      { host: null, id: null },
    ],
    `part.1.host: ${NEVER}`,
    `part.1.id: ${NEVER}`,
  ]);
  expect(outcome(nested.list(inner, { optional: true }), [gone])).toEqual([
    [{ host: null, id: "2" }],
    `part.0.host: ${NEVER}`,
  ]);
  expect(outcome(nested.map(inner, { optional: true }), { k: gone, l: {} }, { k: planned })).toEqual([
    { k: { host: "a", id: "2" }, l: { host: null, id: null } },
    `part.l.host: ${NEVER}`,
    `part.l.id: ${NEVER}`,
  ]);
  expect(outcome(nested.map(inner, { optional: true }), { k: gone })).toEqual([
    { k: { host: null, id: "2" } },
    `part.k.host: ${NEVER}`,
  ]);
  expect(outcome(block.group(inner), gone, planned)).toEqual([{ host: "a", id: "2" }]);
});

test("a part of the wrong type is taken from the plan, or null, and told with its path", () => {
  expect(outcome(str({ optional: true }), 7, "planned")).toEqual([
    "planned",
    expect.stringMatching(/^part: .*wrong type/),
  ]);
  expect(outcome(str({ optional: true }), 7, UNKNOWN)).toEqual([
    null,
    expect.stringMatching(/^part: .*wrong type/),
  ]);
  const [state, told] = outcome(
    nested.list(inner, { optional: true }),
    [{ host: 7, id: "1" }],
    [{ host: "a", id: "1" }],
  );
  expect(state).toEqual([{ host: "a", id: "1" }]);
  expect(told).toMatch(
    /^part\.0\.host: The provider gave a value of the wrong type: .+\. This is a bug in the provider\.$/,
  );
  for (const odd of ["text", 7, [1], [null, "x", ["y"]]])
    expect(outcome(nested.list(inner, { optional: true }), odd)[0]).toBeNull();
});

test("a getter of an author's object is not asked: only plain values are answers", () => {
  const odd = {
    get part(): string {
      throw new Error("of its own");
    },
  };
  expect(outcomeOf({ part: str({ optional: true }) }, odd, { part: "planned" }).state).toEqual({
    part: "planned",
  });
});

test("an error of an author's own object is thrown on", () => {
  const odd = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error("of its own");
      },
    },
  );
  expect(() => outcome(map(str(), { optional: true }), odd)).toThrow("of its own");
});

test("a number that would be rounded is of the wrong type, and told with its path", () => {
  const precise = Decimal.of("0.1234567890123456789012345678901234567890");
  expect(outcome(num({ optional: true }), precise, 1)).toEqual([
    1,
    expect.stringMatching(/^part: .*wrong type/),
  ]);
});

test("an answer that still holds something unknown gives no value", () => {
  expect(outcome(str({ computed: true }), UNKNOWN, "planned")).toEqual(["planned", `part: ${ALWAYS}`]);
  expect(outcome(nested.list(inner, { optional: true }), [{ host: "a", id: UNKNOWN }])).toEqual([
    null,
    `part: ${ALWAYS}`,
  ]);
});

test("blocks that repeat are never null to Terraform, nor is one that is always there", () => {
  expect(outcome(block.list(inner), null)).toEqual([[], `part: ${ALWAYS}`]);
  expect(outcome(block.set(inner), null, [{ host: "a", id: "1" }])).toEqual([
    [{ host: "a", id: "1" }],
    `part: ${ALWAYS}`,
  ]);
  expect(outcome(block.map(inner), null)).toEqual([{}, `part: ${ALWAYS}`]);
  const deep = block.group(
    { host: str({ optional: true }) },
    { blocks: { rule: block.list(inner), one: block.single(inner) } },
  );
  expect(outcome(deep, null)).toEqual([{ host: null, rule: [], one: null }, `part: ${ALWAYS}`]);
  expect(outcome(block.single(inner), null)).toEqual([null]);
  expect(outcome(nested.list(inner, { optional: true }), null)).toEqual([null]);
  expect(outcome(nested.map(inner, { optional: true }), null, {})).toEqual([null]);
});

test.each([null, undefined, "text", 7])("an answer that is %j holds nothing", (answer) => {
  expect(outcomeOf({ part: str({ optional: true }) }, answer, { part: "planned" })).toEqual({
    state: { part: "planned" },
    diagnostics: [],
  });
});

test("numbers are stored as the schema has them", () => {
  expect(outcome(decimal({ optional: true }), Decimal.of(7))).toEqual([Decimal.of(7)]);
});

test("a wrong answer loses nothing that can be stored, and says where it is wrong", () => {
  const members = {
    name: str({ required: true }),
    region: str({ optional: true, computed: true }),
    etag: str({ computed: true }),
    peer: block.set(inner),
  };
  const config = { name: "a", region: null, etag: null, peer: [] };
  const planned = planResource(members, config, undefined);
  const { state, diagnostics } = outcomeOf(
    members,
    { ...config, region: 7, etag: undefined, peer: null },
    planned,
  );
  expect(state).toEqual({ ...config, region: null, etag: null, peer: [] });
  expect(diagnostics.map(({ path, summary }) => [path, summary])).toEqual([
    [["region"], "the provider's answer is wrong"],
    [["etag"], "the provider's answer is wrong"],
    [["peer"], "the provider's answer is wrong"],
  ]);
});
