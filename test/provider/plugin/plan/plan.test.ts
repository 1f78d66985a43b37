import { block, nested, num, set, str, UNKNOWN } from "../../../../provider/plugin/index";
import { planResource } from "../../../../provider/plugin/plan/plan";
import type { Members } from "../../../../provider/plugin/schema/member";
import type { ObjectValue, Value } from "../../../../provider/plugin/value/value";

const rule = {
  port: num({ required: true, requiresReplace: true }),
  note: str({ optional: true }),
  id: str({ computed: true, stable: true }),
};

const members = {
  name: str({ required: true }),
  region: str({ optional: true, computed: true, requiresReplace: true }),
  etag: str({ computed: true }),
  rules: nested.list(rule, { optional: true }),
  named: nested.map(rule, { optional: true }),
  some: nested.set(rule, { optional: true }),
  peer: block.set({
    host: str({ required: true, requiresReplace: true }),
    weight: num({ optional: true, default: 5 }),
  }),
};

const config = { name: "a", region: null, etag: null, rules: null, named: null, some: null, peer: [] };
const prior = { ...config, region: "eu", etag: "1" };

/** What becomes of one member of a resource whose `name` changes. */
function planned(member: Members[string], now: Value, before?: Value): Value | undefined {
  const all = { name: str({ required: true }), part: member };
  const state: ObjectValue | undefined = before === undefined ? undefined : { name: "a", part: before };
  return planResource(all, { name: "b", part: now }, state).part;
}

test("nothing changed: the plan is the state, computed values and all", () => {
  expect(planResource(members, config, prior)).toBe(prior);
});

test("a change makes what is computed unknown, but not what is stable or replaces", () => {
  expect(planResource(members, { ...config, name: "b" }, prior)).toEqual({
    ...prior,
    name: "b",
    region: "eu",
    etag: UNKNOWN,
  });
});

test("at create everything computed is unknown", () => {
  const created = { ...config, rules: [{ port: 1, note: null, id: null }] };
  expect(planResource(members, created, undefined)).toEqual({
    ...config,
    region: UNKNOWN,
    etag: UNKNOWN,
    rules: [{ port: 1, note: null, id: UNKNOWN }],
  });
});

test("what the configuration says is so, also where the provider could say it, and unknown where it is not known yet", () => {
  expect(planResource(members, { ...config, region: "us" }, prior)).toEqual({
    ...prior,
    region: "us",
    etag: UNKNOWN,
  });
  expect(planResource(members, { ...config, region: UNKNOWN, rules: UNKNOWN }, prior)).toEqual({
    ...prior,
    region: UNKNOWN,
    etag: UNKNOWN,
    rules: UNKNOWN,
  });
});

test("what is no longer written is gone, if nothing else gives it a value", () => {
  expect(planned(str({ optional: true }), null, "x")).toBeNull();
  expect(
    planned(nested.single({ a: str({ optional: true }) }, { optional: true }), null, { a: "x" }),
  ).toBeNull();
});

test("a default stands where nothing is written, at any depth", () => {
  expect(planned(num({ optional: true, default: 3 }), null)).toBe(3);
  expect(planned(num({ optional: true, default: 3 }), null, 7)).toBe(3);
  expect(planned(num({ optional: true, default: 3 }), 4, 3)).toBe(4);
  const inner = { port: num({ required: true }), weight: num({ optional: true, default: 5 }), id: rule.id };
  const whole = nested.single(inner, { optional: true, default: { port: 25, weight: 1, id: "x" } });
  expect(planned(whole, null)).toEqual({ port: 25, weight: 1, id: "x" });
  const many = nested.list(inner, { optional: true, default: [] });
  expect(planned(many, null)).toEqual([]);
  expect(planned(many, [{ port: 25, weight: null, id: null }])).toEqual([
    { port: 25, weight: 5, id: UNKNOWN },
  ]);
});

test("a default that leaves something to the provider is completed like a configuration", () => {
  const inner = { port: num({ required: true }), id: str({ computed: true, stable: true, nullable: true }) };
  const whole = nested.single(inner, { optional: true, default: { port: 25, id: null } });
  expect(planned(whole, null)).toEqual({ port: 25, id: UNKNOWN });
  expect(planned(whole, null, { port: 25, id: "one" })).toEqual({ port: 25, id: "one" });
});

describe.each<[what: string, wrap: (inner: Members) => Members[string], one: (value: Value) => Value]>([
  ["a nested object", (inner) => nested.single(inner, { optional: true }), (one) => one],
  ["a block", (inner) => block.single(inner), (one) => one],
  ["a block that is always there", (inner) => block.group(inner), (one) => one],
  ["a list", (inner) => nested.list(inner, { optional: true }), (one) => [one]],
  ["a map", (inner) => nested.map(inner, { optional: true }), (one) => ({ "a.b": one })],
  ["a set", (inner) => nested.set(inner, { optional: true }), (one) => [one]],
])("in %s", (_, wrap, one) => {
  const inner = { port: num({ required: true }), etag: str({ computed: true }), id: rule.id };

  test("stable values stay as they were, others that are computed follow a change", () => {
    expect(
      planned(wrap(inner), one({ port: 1, etag: null, id: null }), one({ port: 1, etag: "e", id: "i" })),
    ).toEqual(one({ port: 1, etag: UNKNOWN, id: "i" }));
  });

  test("what was not there has nothing computed yet", () => {
    const created = one({ port: 1, etag: UNKNOWN, id: UNKNOWN });
    expect(planned(wrap(inner), one({ port: 1, etag: null, id: null }))).toEqual(created);
    expect(planned(wrap(inner), one({ port: 1, etag: null, id: null }), null)).toEqual(created);
  });

  test("nothing changed: the plan is the state", () => {
    const all = { part: wrap(inner) };
    const before = { part: one({ port: 1, etag: "e", id: "i" }) };
    expect(planResource(all, { part: one({ port: 1, etag: null, id: null }) }, before)).toBe(before);
  });

  test("one that is not known yet is unknown as a whole", () => {
    expect(planned(wrap(inner), UNKNOWN, one({ port: 1, etag: "e", id: "i" }))).toBe(UNKNOWN);
    expect(planned(wrap(inner), one(UNKNOWN), one({ port: 1, etag: "e", id: "i" }))).toEqual(one(UNKNOWN));
  });
});

test("elements of a list are the same by their place, those of a map by their key", () => {
  const inner = { port: num({ required: true }), id: rule.id };
  const [one, two] = [
    { port: 1, id: "one" },
    { port: 2, id: "two" },
  ];
  const now = { port: 3, id: null };
  expect(planned(nested.list(inner, { optional: true }), [now, now, now], [one, two])).toEqual([
    { port: 3, id: "one" },
    { port: 3, id: "two" },
    { port: 3, id: UNKNOWN },
  ]);
  expect(planned(nested.map(inner, { optional: true }), { b: now, c: now }, { a: one, b: two })).toEqual({
    b: { port: 3, id: "two" },
    c: { port: 3, id: UNKNOWN },
  });
});

test("elements of a set are recognised by what the configuration says of them", () => {
  const before = {
    ...prior,
    some: [
      { port: 1, note: "x", id: "one" },
      { port: 2, note: null, id: "two" },
    ],
  };
  const now = {
    ...config,
    some: [
      { port: 2, note: null, id: null },
      { port: 3, note: null, id: null },
    ],
  };
  expect(planResource(members, now, before)).toMatchObject({
    some: [
      { port: 2, note: null, id: "two" },
      { port: 3, note: null, id: UNKNOWN },
    ],
  });
});

test("each element of a set before is found once, the first one first", () => {
  const inner = { port: num({ required: true }), id: rule.id };
  const now = { port: 1, id: null };
  const before = ["one", "two"].map((id) => ({ port: 1, id }));
  expect(planned(nested.set(inner, { optional: true }), [now, now, now], before)).toEqual([
    { port: 1, id: "one" },
    { port: 1, id: "two" },
    { port: 1, id: UNKNOWN },
  ]);
});

test("an element of a set is described by its nested objects too, with what they leave to the provider", () => {
  const peer = { host: str({ required: true }), weight: num({ optional: true, default: 5 }), mark: rule.id };
  const inner = {
    one: nested.single(peer, { optional: true }),
    many: nested.list({ host: str({ required: true }) }, { optional: true }),
    tags: set(str(), { optional: true }),
    id: rule.id,
  };
  const element = (host: string, id: string | null, mark: string | null, weight: number | null) => ({
    one: { host, weight, mark },
    many: [{ host }],
    tags: ["x", "y"],
    id,
  });
  const part = nested.set(inner, { optional: true });
  const before = [element("a", "A", "m", 5), element("b", "B", "n", 7)];
  expect(planned(part, [element("b", null, null, 7), element("a", null, null, null)], before)).toEqual([
    element("b", "B", "n", 7),
    element("a", "A", "m", 5),
  ]);
  // Another weight than the default is another peer, and so is a host, a list, or an object that came or went.
  const unlike = [
    element("a", null, null, 6),
    element("c", null, null, 5),
    { ...element("a", null, null, 5), many: [{ host: "z" }] },
    { ...element("a", null, null, 5), tags: ["x"] },
    { ...element("a", null, null, 5), one: null },
  ];
  for (const now of unlike)
    expect(planned(part, [now], before)).toEqual([expect.objectContaining({ id: UNKNOWN })]);
  const bare = { ...element("a", "A", "m", 5), one: null };
  expect(planned(part, [element("a", null, null, 5)], [bare])).toEqual([
    expect.objectContaining({ id: UNKNOWN }),
  ]);
});

test("what an element of a set leaves out is no description, unless nothing else gives it a value", () => {
  const inner = { host: str({ required: true }), note: str({ optional: true }), id: rule.id };
  const part = nested.set(inner, { optional: true });
  const before = [{ host: "a", note: "n", id: "A" }];
  expect(planned(part, [{ host: "a", note: null, id: null }], before)).toEqual([
    { host: "a", note: null, id: UNKNOWN },
  ]);
  expect(planned(part, [{ host: "a", note: "n", id: null }], before)).toEqual(before);
});

test("an element of a set that is not known yet is none of those before", () => {
  const inner = { host: str({ required: true }), id: rule.id };
  const part = nested.set(inner, { optional: true });
  expect(planned(part, [UNKNOWN, { host: "a", id: null }], [{ host: "a", id: "A" }])).toEqual([
    UNKNOWN,
    { host: "a", id: "A" },
  ]);
});

test("an element that is not known yet takes no other's place, even where it would describe anything", () => {
  const inner = { note: str({ optional: true, computed: true, stable: true }), id: rule.id };
  const part = nested.set(inner, { optional: true });
  expect(planned(part, [UNKNOWN, { note: null, id: null }], [{ note: "x", id: "A" }])).toEqual([
    UNKNOWN,
    { note: "x", id: "A" },
  ]);
});

test("a nested object that is absent before and after is no difference of an element", () => {
  const inner = {
    host: str({ required: true }),
    one: nested.single({ a: str({ required: true }) }, { optional: true }),
    id: rule.id,
  };
  const part = nested.set(inner, { optional: true });
  const before = [{ host: "a", one: null, id: "A" }];
  expect(planned(part, [{ host: "a", one: null, id: null }], before)).toEqual(before);
  expect(planned(part, [{ host: "a", one: { a: "x" }, id: null }], before)).toEqual([
    { host: "a", one: { a: "x" }, id: UNKNOWN },
  ]);
  const withOne = [{ host: "a", one: { a: "x" }, id: "A" }];
  expect(planned(part, [{ host: "a", one: null, id: null }], withOne)).toEqual([
    { host: "a", one: null, id: UNKNOWN },
  ]);
});

test("a block that is always there describes an element with what it leaves to the provider", () => {
  const group = block.group({ weight: num({ optional: true, default: 5 }), mark: rule.id });
  const part = block.set({ host: str({ required: true }), id: rule.id }, { blocks: { peer: group } });
  const before = [
    { host: "a", id: "A", peer: { weight: 7, mark: "m" } },
    { host: "a", id: "B", peer: { weight: 5, mark: "n" } },
  ];
  expect(planned(part, [{ host: "a", id: null, peer: { weight: null, mark: null } }], before)).toEqual([
    before[1],
  ]);
});

test("an element of a set that leaves out a default means the one that has it", () => {
  const inner = { host: str({ required: true }), weight: num({ optional: true, default: 5 }), id: rule.id };
  const members = { part: nested.set(inner, { optional: true }) };
  const before = { part: [7, 5].map((weight) => ({ host: "a", weight, id: `id ${weight}` })) };
  const now = { part: [null, 7].map((weight) => ({ host: "a", weight, id: null })) };
  expect(planResource(members, now, before)).toBe(before);
});

test("a default in a block of a set is no change of the set", () => {
  const before = {
    ...prior,
    peer: [
      { host: "a", weight: 5 },
      { host: "b", weight: 7 },
    ],
  };
  const now = {
    ...config,
    peer: [
      { host: "b", weight: 7 },
      { host: "a", weight: null },
    ],
  };
  expect(planResource(members, now, before)).toBe(before);
});
