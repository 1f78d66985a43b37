import { providerSchema } from "../../../provider/plugin/index";
import { Shelf, shelfProvider } from "./support/shelf";
import { Workspace } from "./support/terraform-run";

let workspace: Workspace;

beforeEach(() => {
  workspace = new Workspace(shelfProvider(new Shelf()));
});

afterEach(() => workspace.close());

const EVERYTHING = `
resource "shelf_all" "x" {
  text    = "größe \\u0000 \\"quoted\\" 𝄞"
  flag    = false
  number  = 0.1
  digits  = 123456789012345678901234567890.000000000000000000000001
  anything = { list = ["a", 2, true, null], big = 9007199254740993, none = null }
  strings = ["b", "a", "b", ""]
  numbers = [3, 1, 2.5, -1e21]
  flags   = { yes = true, "a.b" = false, constructor = true }
  lists   = { x = [["a", "b"], []], empty = [] }
  box     = { width = 9007199254740991, tags = [], exact = 18446744073709551616 }
  boxes   = [{ width = 2, name = "b" }, { width = 1, name = null }]
  one     = { key = "k" }
  many    = [{ key = "b", note = "" }, { key = "a", weight = 7 }]
  some    = [{ key = "z" }, { key = "a", note = "n" }]
  named   = { p = { key = "1", inner = [{ key = "deep" }] }, q = { key = "2" } }
  single {
    key = "s"
  }
  group {
    key  = "g"
    list = []
  }
  listed {
    key = "l1"
    deep {
      key = "d"
      deeper {
        key = "dd"
        list = ["x"]
      }
    }
    deep {
      key = "c"
    }
  }
  listed {
    key = "l2"
  }
  chosen {
    key = "c2"
  }
  chosen {
    key  = "c1"
    note = "n"
  }
  labelled "one" {
    key = "m"
  }
}`;

test("every type and nesting mode survives plan, apply, refresh, show and import", async () => {
  await workspace.apply(EVERYTHING);
  const values = await workspace.values("shelf_all.x");
  const block = { note: null, list: null };
  expect(values).toEqual({
    id: "all-1",
    text: 'größe \u0000 "quoted" 𝄞',
    flag: false,
    number: 0.1,
    digits: expect.anything(),
    anything: { list: ["a", 2, true, null], big: expect.anything(), none: null },
    strings: ["b", "a", "b", ""],
    numbers: [-1e21, 1, 2.5, 3],
    flags: { yes: true, "a.b": false, constructor: true },
    lists: { x: [["a", "b"], []], empty: [] },
    box: { width: 9007199254740991, tags: [], exact: 2 ** 64 },
    boxes: expect.arrayContaining([
      { width: 2, name: "b" },
      { width: 1, name: null },
    ]),
    one: { key: "k", note: null, weight: 1, mark: "marked k" },
    many: [
      { key: "b", note: "", weight: 1, mark: "marked b" },
      { key: "a", note: null, weight: 7, mark: "marked a" },
    ],
    some: [
      { key: "a", note: "n", weight: 1, mark: "marked a" },
      { key: "z", note: null, weight: 1, mark: "marked z" },
    ],
    named: {
      p: {
        key: "1",
        note: null,
        weight: 1,
        mark: "marked 1",
        inner: [{ key: "deep", note: null, weight: 1, mark: "marked deep" }],
      },
      q: { key: "2", note: null, weight: 1, mark: "marked 2", inner: null },
    },
    made: { key: "made", when: 1 },
    single: { key: "s", ...block },
    group: { key: "g", note: null, list: [] },
    listed: [
      {
        key: "l1",
        ...block,
        deep: [
          { key: "d", ...block, deeper: [{ key: "dd", note: null, list: ["x"] }] },
          { key: "c", ...block, deeper: [] },
        ],
      },
      { key: "l2", ...block, deep: [] },
    ],
    chosen: [
      { key: "c1", note: "n", list: null },
      { key: "c2", ...block },
    ],
    labelled: { one: { key: "m", ...block } },
  });
  expect(workspace.stateText()).toContain("123456789012345678901234567890.000000000000000000000001");
  expect(workspace.stateText()).toContain('"big": 9007199254740993');
  expect(await workspace.actions()).toEqual({});
  await workspace.ok("apply", "-refresh-only", "-auto-approve");
  expect(await workspace.values("shelf_all.x")).toEqual(values);
  await workspace.ok("state", "rm", "shelf_all.x");
  await workspace.ok("import", "shelf_all.x", "all-1");
  expect(await workspace.values("shelf_all.x")).toEqual(values);
  expect(await workspace.actions()).toEqual({});
});

test("null, empty and missing stay three things where Terraform tells them apart", async () => {
  await workspace.apply(`
resource "shelf_all" "x" {
  text = ""
  strings = []
  numbers = null
  flags = {}
  anything = []
  many = []
  some = []
  named = {}
  group { key = "g" }
}`);
  expect(await workspace.values("shelf_all.x")).toMatchObject({
    text: "",
    flag: null,
    number: null,
    strings: [],
    numbers: null,
    flags: {},
    lists: null,
    anything: [],
    box: null,
    one: null,
    many: [],
    some: [],
    named: {},
    single: null,
    listed: [],
    chosen: [],
    labelled: {},
  });
  expect(await workspace.actions()).toEqual({});
  await workspace.apply(
    'resource "shelf_all" "x" {\n text = null\n strings = null\n many = null\n anything = null\n group { key = "g" }\n}',
  );
  expect(await workspace.values("shelf_all.x")).toMatchObject({
    text: null,
    strings: null,
    many: null,
    anything: null,
  });
  expect(await workspace.actions()).toEqual({});
});

test("sets have no order: written the other way round they are the same", async () => {
  await workspace.apply(EVERYTHING);
  workspace.configure(
    EVERYTHING.replace("[3, 1, 2.5, -1e21]", "[-1e21, 2.5, 3, 1]")
      .replace(
        '[{ width = 2, name = "b" }, { width = 1, name = null }]',
        '[{ width = 1, name = null }, { width = 2, name = "b" }]',
      )
      .replace('[{ key = "z" }, { key = "a", note = "n" }]', '[{ key = "a", note = "n" }, { key = "z" }]'),
  );
  expect(await workspace.actions()).toEqual({});
});

test("a change of one element leaves what was computed for the others", async () => {
  await workspace.apply(EVERYTHING);
  await workspace.apply(
    EVERYTHING.replace('some    = [{ key = "z" }', 'some    = [{ key = "new" }, { key = "z" }'),
  );
  expect(await workspace.values("shelf_all.x")).toMatchObject({
    id: "all-1",
    some: [{ mark: "marked a" }, { mark: "marked new" }, { mark: "marked z" }],
    made: { key: "made" },
  });
});

test("values that are not yet known pass through collections, nested attributes and blocks", async () => {
  const output = await workspace.apply(`
resource "shelf_thing" "first" { name = "first" }
resource "shelf_all" "x" {
  text     = shelf_thing.first.id
  strings  = ["a", shelf_thing.first.id]
  numbers  = [1, shelf_thing.first.revision + 1]
  flags    = { a = shelf_thing.first.revision == 1 }
  box      = { width = shelf_thing.first.revision, tags = [shelf_thing.first.id], exact = 1 }
  anything = { id = shelf_thing.first.id }
  many     = [{ key = shelf_thing.first.id }]
  some     = [{ key = "k", note = shelf_thing.first.id }, { key = shelf_thing.first.id }]
  named    = { a = { key = "k", weight = shelf_thing.first.revision } }
  group { key = shelf_thing.first.id }
  chosen { key = shelf_thing.first.id }
  dynamic "listed" {
    for_each = toset([shelf_thing.first.id])
    content {
      key = listed.key
    }
  }
}`);
  expect(output).toContain("2 added");
  expect(await workspace.values("shelf_all.x")).toMatchObject({
    text: "id-first",
    strings: ["a", "id-first"],
    numbers: [1, 2],
    flags: { a: true },
    box: { width: 1, tags: ["id-first"] },
    anything: { id: "id-first" },
    many: [{ key: "id-first", mark: "marked id-first" }],
    named: { a: { weight: 1 } },
    group: { key: "id-first" },
    listed: [{ key: "id-first" }],
  });
  expect(await workspace.actions()).toEqual({});
});

test("a number that would be rounded, and a null among elements, are refused where they stand", async () => {
  workspace.configure('resource "shelf_all" "x" {\n  number = 9007199254740993\n}');
  const rounded = await workspace.run("validate");
  expect(rounded.stderr).toContain("number = 9007199254740993");
  expect(rounded.stderr).toContain("9007199254740993 has more digits than this attribute holds");
  workspace.configure('resource "shelf_all" "x" {\n  strings = ["a", null]\n}');
  expect((await workspace.run("validate")).stderr).toContain("null among the elements");
});

test("the schema printed without Terraform is the schema Terraform prints", async () => {
  workspace.configure('resource "shelf_thing" "x" { name = "a" }');
  const { provider_schemas } = JSON.parse(await workspace.ok("providers", "schema", "-json"));
  expect(JSON.parse(JSON.stringify(providerSchema(workspace.provider)))).toEqual(
    provider_schemas["example.com/test/shelf"],
  );
});
