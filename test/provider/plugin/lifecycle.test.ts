import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DiagnosticError } from "../../../provider/plugin/index";
import { Shelf, shelfProvider } from "./support/shelf";
import { Workspace } from "./support/terraform-run";

let shelf: Shelf;
let workspace: Workspace;

beforeEach(() => {
  shelf = new Shelf();
  workspace = new Workspace(shelfProvider(shelf));
});

afterEach(() => workspace.close());

const thing = (body: string) => `resource "shelf_thing" "x" {\n  name = "a"\n  ${body}\n}`;

test("create gives defaults and computed values, and the next plan is empty", async () => {
  await workspace.apply(thing('note = "n"'));
  expect(await workspace.values("shelf_thing.x")).toEqual({
    name: "a",
    note: "n",
    size: 3,
    secret: null,
    place: "middle",
    id: "id-a",
    revision: 1,
  });
  expect(await workspace.actions()).toEqual({});
});

test("an update keeps stable values in the plan and shows the others as known after apply", async () => {
  await workspace.apply(thing('note = "n"'));
  const output = await workspace.apply(thing('note = "m"'));
  expect(output).toMatch(/ {2}id += "id-a"/);
  expect(output).toMatch(/~ revision += 1 -> \(known after apply\)/);
  expect(output).toContain("1 changed");
  expect(await workspace.values("shelf_thing.x")).toMatchObject({ note: "m", revision: 2, id: "id-a" });
});

test("drift is found and fixed", async () => {
  await workspace.apply(thing('note = "n"'));
  shelf.things.set("a", { note: "other", size: 1, revision: 5, place: "top" });
  expect(await workspace.actions()).toEqual({ "shelf_thing.x": "update" });
  await workspace.apply(thing('note = "n"'));
  expect(shelf.things.get("a")).toMatchObject({ note: "n", size: 3, revision: 6 });
});

test("a change of an attribute that requires replacement replaces", async () => {
  await workspace.apply(thing(""));
  workspace.configure(thing("").replace('"a"', '"b"'));
  expect(await workspace.actions()).toEqual({ "shelf_thing.x": "delete,create" });
  await workspace.ok("apply", "-auto-approve");
  expect([...shelf.things.keys()]).toEqual(["b"]);
});

test("what was deleted outside is created again", async () => {
  await workspace.apply(thing(""));
  shelf.things.clear();
  expect(await workspace.actions()).toEqual({ "shelf_thing.x": "create" });
});

test("import, then an empty plan", async () => {
  shelf.things.set("a", { note: "n", size: 3, revision: 4, place: "top" });
  workspace.configure(thing('note = "n"'));
  await workspace.ok("import", "shelf_thing.x", "a");
  expect(await workspace.actions()).toEqual({});
  expect(await workspace.values("shelf_thing.x")).toMatchObject({ id: "id-a", revision: 4 });
  await workspace.ok("state", "rm", "shelf_thing.x");
  const missing = await workspace.run("import", "shelf_thing.x", "nobody");
  expect(missing.stderr).toContain('there is no shelf_thing with the id "nobody"');
});

test("a plan can say more than the schema: values known early, replacements, warnings, refusals", async () => {
  const front = await workspace.apply(thing('note = "front"'));
  expect(front).toMatch(/place += "front"/);
  workspace.configure(thing("size = 2"));
  expect(await workspace.actions()).toEqual({ "shelf_thing.x": "delete,create" });
  workspace.configure(thing('note = "never"'));
  expect((await workspace.run("plan")).stderr).toMatch(/never is no note[\s\S]*note = "never"/);
  workspace.configure(thing('note = "warn"'));
  expect(await workspace.ok("plan")).toContain("strange note");
});

test("a value of the provider's configuration that is left out has its default", async () => {
  await workspace.apply(thing(""));
  expect(shelf.calls[0]).toBe("configure p");
});

test("a sensitive value is not printed", async () => {
  const output = await workspace.apply(thing('secret = "hunter2"'));
  expect(output).not.toContain("hunter2");
  expect(output).toContain("(sensitive value)");
  expect(await workspace.values("shelf_thing.x")).toMatchObject({ secret: "hunter2" });
});

test("what is remembered beside the state comes back at every read and after an update", async () => {
  await workspace.apply(thing(""));
  await workspace.apply(thing('note = "m"'));
  shelf.calls.length = 0;
  await workspace.ok("plan");
  expect(shelf.calls.filter((call) => call.startsWith("read"))).toEqual(['read a {"here":["a"]}']);
});

test("validation points at the attribute, before anything is planned", async () => {
  workspace.configure(thing('note = ""'));
  const empty = await workspace.run("plan");
  expect(empty.stderr).toMatch(/invalid note[\s\S]*note = ""[\s\S]*write something/);
  workspace.configure(thing('note = "a"'));
  expect((await workspace.run("plan")).stderr).toMatch(
    /note repeats name[\s\S]*note = "a"[\s\S]*Say something new/,
  );
  expect(shelf.calls).toEqual([]);
});

test("a create that fails leaves no state; one that throws anything becomes a diagnostic", async () => {
  shelf.meanwhile = () => {
    throw new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
  };
  workspace.configure(thing(""));
  const { code, stderr } = await workspace.run("apply", "-auto-approve");
  expect(code).toBe(1);
  expect(stderr).toContain("cannot create shelf_thing");
  expect(stderr).toContain("fetch failed: connect ECONNREFUSED");
  expect(await workspace.values("shelf_thing.x")).toBeUndefined();
});

test("a create that fails half-way keeps what exists, and the next apply replaces it", async () => {
  shelf.meanwhile = (step) => {
    if (step === "create") throw new DiagnosticError({ summary: "the size was refused" });
  };
  workspace.configure(thing("size = 5"));
  const { stderr } = await workspace.run("apply", "-auto-approve");
  expect(stderr).toMatch(/the size was refused[\s\S]*size = 5/);
  expect(await workspace.values("shelf_thing.x")).toMatchObject({ name: "a", id: "id-a", revision: null });
  shelf.meanwhile = () => {};
  expect(await workspace.actions()).toEqual({ "shelf_thing.x": "delete,create" });
});

test("an update or a delete that fails keeps the state before it", async () => {
  await workspace.apply(thing('note = "n"'));
  shelf.meanwhile = () => {
    throw new Error("throttled");
  };
  workspace.configure(thing('note = "m"'));
  expect((await workspace.run("apply", "-auto-approve")).stderr).toContain("cannot update shelf_thing");
  expect(await workspace.values("shelf_thing.x")).toMatchObject({ note: "n" });
  expect((await workspace.run("destroy", "-auto-approve")).stderr).toContain("cannot delete shelf_thing");
  expect(await workspace.values("shelf_thing.x")).toMatchObject({ name: "a" });
});

test("Ctrl-C reaches the callback, whose end becomes the outcome", async () => {
  shelf.meanwhile = async (_, signal) => {
    terraform.process.kill("SIGINT");
    await new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
    });
  };
  workspace.configure(thing(""));
  const terraform = await workspace.start("apply", "-auto-approve");
  const { code, stderr } = await terraform.ended;
  expect(code).toBe(1);
  expect(stderr).toContain("cancelled: create shelf_thing");
});

test("a state of an older schema version is rewritten; one of a newer is refused", async () => {
  await workspace.apply(thing(""));
  const rewrite = (version: number, change: (text: string) => string) => {
    const text = change(workspace.stateText()).replace(
      /"schema_version": \d+/,
      `"schema_version": ${version}`,
    );
    writeFileSync(join(workspace.folder, "terraform.tfstate"), text);
  };
  rewrite(0, (text) => text.replace('"name": "a"', '"title": "a",\n            "gone": 1'));
  expect(await workspace.actions()).toEqual({});
  rewrite(7, (text) => text);
  expect((await workspace.run("plan")).stderr).toMatch(/schema version 7|newer/);
});

test("a moved block from another kind of resource is refused", async () => {
  await workspace.apply('resource "shelf_all" "x" {\n  group {\n    key = "g"\n  }\n}');
  workspace.configure(`${thing("")}\nmoved {\n  from = shelf_all.x\n  to   = shelf_thing.x\n}`);
  expect((await workspace.run("plan")).stderr).toContain("Unsupported `moved` across resource types");
});

test("a provider configured by another resource: plan goes on without a client, apply has one", async () => {
  const configuration = `
resource "terraform_data" "t" { input = "t" }
provider "shelf" { token = terraform_data.t.output }
${thing("")}`;
  workspace.configure(configuration);
  expect(await workspace.actions()).toEqual({ "terraform_data.t": "create", "shelf_thing.x": "create" });
  await workspace.ok("apply", "-auto-approve");
  await workspace.ok("apply", "-auto-approve", "-replace=terraform_data.t");
  expect(await workspace.actions("-replace=terraform_data.t")).toEqual({
    "terraform_data.t": "delete,create",
  });
  workspace.configure(`${configuration}\ndata "shelf_look" "d" { name = "a" }`);
  const { stderr } = await workspace.run("plan", "-replace=terraform_data.t");
  expect(stderr).toContain("the configuration of the provider shelf is known after apply only");
});

test("a provider that cannot be configured says why at its attribute; a warning stops nothing", async () => {
  workspace.configure(`provider "shelf" {\n  token = "wrong"\n}\n${thing("")}`);
  expect((await workspace.run("plan")).stderr).toMatch(/the token is wrong[\s\S]*token = "wrong"/);
  expect(await workspace.apply(`provider "shelf" {\n  token = "old"\n}\n${thing("")}`)).toContain(
    "the token is old",
  );
});

test("a data source gives what it reads, and its errors stand at the attribute", async () => {
  await workspace.apply(`${thing('note = "n"')}\ndata "shelf_look" "d" {\n  name = shelf_thing.x.name\n}`);
  expect(await workspace.values("data.shelf_look.d")).toEqual({ name: "a", note: "n" });
  workspace.configure('data "shelf_look" "d" {\n  name = "nobody"\n}');
  expect((await workspace.run("plan")).stderr).toMatch(/no thing nobody[\s\S]*name = "nobody"/);
  workspace.configure('data "shelf_look" "d" {\n  name = "bad"\n}');
  expect((await workspace.run("validate")).stderr).toMatch(/name = "bad"[\s\S]*not this one/);
});
