import { block, nested, num, str, UNKNOWN } from "../../../../provider/plugin/index";
import { outcomeOf } from "../../../../provider/plugin/plan/outcome";
import { planResource } from "../../../../provider/plugin/plan/plan";
import { replacedBy } from "../../../../provider/plugin/plan/replace";
import { checkMembers } from "../../../../provider/plugin/schema/check";
import { wirePath } from "../../../../provider/plugin/server/messages";

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

test("nothing changed: the plan is the state, computed values and all", () => {
  expect(planResource(members, config, prior)).toBe(prior);
});

test("a change makes what is computed unknown, but not what is stable or replaces", () => {
  expect(planResource(members, { ...config, name: "b" }, prior)).toMatchObject({
    region: "eu",
    etag: UNKNOWN,
  });
});

test("at create everything computed is unknown", () => {
  const created = { ...config, rules: [{ port: 1, note: null, id: null }] };
  expect(planResource(members, created, undefined)).toMatchObject({
    region: UNKNOWN,
    etag: UNKNOWN,
    rules: [{ port: 1, note: null, id: UNKNOWN }],
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

test("an attribute that replaces is named where it stands; in a set, by the set", () => {
  const before = {
    ...prior,
    rules: [{ port: 1, note: null, id: "x" }],
    named: { "a.b": { port: 1, note: null, id: "x" } },
    peer: [{ host: "a", weight: 5 }],
  };
  const replaced = (change: object) => replacedBy(members, { ...before, ...change }, before);
  expect(replaced({ name: "b", etag: UNKNOWN })).toEqual([]);
  expect(replaced({ region: UNKNOWN })).toEqual([["region"]]);
  expect(replaced({ rules: [{ port: 2, note: null, id: "x" }] })).toEqual([["rules", 0, "port"]]);
  expect(replaced({ rules: [{ port: 1, note: "n", id: "x" }] })).toEqual([]);
  expect(replaced({ named: { "a.b": { port: 2, note: null, id: "x" } } })).toEqual([
    ["named", "a.b", "port"],
  ]);
  expect(replaced({ peer: [{ host: "b", weight: 5 }] })).toEqual([["peer"]]);
});

test("a path on the wire tells attributes from keys by the schema, and ends at a set", () => {
  expect(wirePath(["named", "a.b", "port"], members)).toEqual({
    steps: [{ attribute_name: "named" }, { element_key_string: "a.b" }, { attribute_name: "port" }],
  });
  expect(wirePath(["rules", 3], members)).toEqual({
    steps: [{ attribute_name: "rules" }, { element_key_int: 3 }],
  });
  expect(wirePath(["some", 0, "port"], members)).toEqual({ steps: [{ attribute_name: "some" }] });
  expect(wirePath(["nobody"], members)).toEqual({ steps: [] });
});

test("a wrong answer loses nothing that can be stored, and says where it is wrong", () => {
  const planned = planResource(members, config, undefined);
  const { state, diagnostics } = outcomeOf(
    members,
    { ...config, region: 7, etag: undefined, peer: null },
    planned,
  );
  expect(state).toEqual({ ...config, region: null, etag: null, peer: [] });
  expect(diagnostics.map(({ path }) => path)).toEqual([["region"], ["etag"], ["peer"]]);
});

test("a schema that Terraform would refuse does not start", () => {
  expect(() => checkMembers({ Name: str({ required: true }) }, "t_x")).toThrow(
    "t_x.Name: names are lower-case",
  );
  expect(() => checkMembers({ count: num({ optional: true }) }, "t_x")).toThrow(
    "t_x.count: the name is Terraform's own",
  );
  expect(() => checkMembers({ name: str() }, "t_x")).toThrow("required, optional or computed");
});
