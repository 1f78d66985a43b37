import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client, credentials } from "@grpc/grpc-js";
import { decode, encode } from "@msgpack/msgpack";
import { Enum, type Field, type IConversionOptions, Root, type Type } from "protobufjs/light";
import { FaultError } from "../../../../lib/fault";
import {
  bool,
  DiagnosticError,
  define,
  FunctionFault,
  type Listening,
  listen,
  num,
  type Provider,
  provider,
  str,
} from "../../../../provider/plugin/index";
import { CALLS, protocol } from "../../../../provider/plugin/server/proto";

/** The protocol as Terraform defines it, not as we do. */
const OFFICIAL = Root.fromJSON({
  nested: {
    tfplugin6: JSON.parse(readFileSync(join(__dirname, "tfplugin6.json"), "utf8")),
  },
});
const METHODS = OFFICIAL.lookupService("tfplugin6.Provider").methods;
const READ: IConversionOptions = { longs: Number, enums: String };

const official = (name: string) => OFFICIAL.lookupType(`tfplugin6.${name}`);
const asked = (call: string) => official(METHODS[call]?.requestType ?? "");
const answered = (call: string) => official(METHODS[call]?.responseType ?? "");

describe("each call's messages are those of the protocol: numbers, names, types, all the way down", () => {
  it.each(Object.keys(CALLS))("%s", (call) => {
    const [request, response, streams = false] = CALLS[call] ?? ["", ""];
    const ours = protocol();
    const faults = [
      ...differences(ours.lookupType(`tfplugin6.${request}`), asked(call), "request"),
      ...differences(ours.lookupType(`tfplugin6.${response}`), answered(call), "response"),
    ];
    expect([faults, streams]).toEqual([[], METHODS[call]?.responseStream === true]);
  });

  /** Of what we use; the protocol may have more. */
  function differences(ours: Type, theirs: Type, at: string, seen: readonly Type[] = []): readonly string[] {
    if (seen.includes(ours)) return [];
    return ours.fieldsArray.flatMap((field) => {
      const where = `${at}.${field.name}`;
      const other = theirs.fieldsById[field.id];
      if (other === undefined) return [`${where}: ${field.id} is not of the protocol`];
      const [one, two] = [field.resolve(), other.resolve()];
      if (shape(one) !== shape(two)) return [`${where}: ${shape(one)} and not ${shape(two)}`];
      const [inner, outer] = [one.resolvedType, two.resolvedType];
      if (inner instanceof Enum && outer instanceof Enum) {
        const wrong = Object.entries(inner.valuesById).filter(
          ([id, name]) => outer.valuesById[Number(id)] !== name.replace("INVALID_NESTING", "INVALID"),
        );
        // What only a block can be, an object cannot.
        return wrong.filter(([, name]) => name !== "GROUP").map(([, name]) => `${where}: ${name}`);
      }
      if (inner && outer && !(inner instanceof Enum) && !(outer instanceof Enum))
        return differences(inner, outer, where, [...seen, ours]);
      return [];
    });
  }

  const shape = (field: Field) =>
    [
      field.name,
      field.map ? "map" : field.repeated ? "repeated" : "one",
      field.resolvedType === null ? field.type : "message",
    ].join(" ");
});

const { resource, action } = define<{ readonly name: string }>();
const things = new Map<string, string>();

const thing = resource({
  identity: "name",
  attributes: {
    name: str({ required: true, requiresReplace: true, description: "Its name." }),
    note: str({ optional: true }),
  },
  create: async (plan) => plan,
  read: async (state) => (things.has(state.name) ? state : null),
  update: async (plan) => plan,
  delete: async () => {},
  import: async (name) => (things.has(name) ? { name, note: things.get(name) ?? null } : null),
});

const TEST: Provider = provider({
  name: "t",
  version: "0.0.0",
  attributes: {},
  configure: async () => ({ name: "client" }),
  resources: {
    t_thing: thing,
    t_plain: { ...thing, identity: undefined } as unknown as typeof thing,
  },
  dataSources: {},
  functions: {
    twice: {
      summary: "Twice",
      description: "The number twice.",
      parameters: [
        { name: "number", type: { kind: "number", exact: false }, description: "A number." },
        { name: "word", type: { kind: "string" }, description: "A word." },
      ],
      result: { kind: "number", exact: false },
      call([number, word]) {
        if (word === "fault") throw new FunctionFault("no such word\u001b[2J", 1);
        if (word === "faults") throw new FaultError("word", [{ message: "wrong" }]);
        return Number(number) * 2;
      },
    },
  },
  actions: {
    t_act: action({
      description: "Acts.",
      attributes: {
        name: str({ required: true, validate: (name) => (name === "bad" ? "got bad" : undefined) }),
        loud: bool({ optional: true }),
      },
      validate: ({ loud }) => (loud === true ? [{ severity: "warning", summary: "it will be loud" }] : []),
      async invoke({ name }, { client, progress, warn }) {
        progress(`${client.name} begins\nwith ${name}`);
        warn({ summary: "half of it" });
        if (name === "fails") throw new DiagnosticError({ summary: "it fails", path: ["name"] });
        progress("done");
      },
    }),
  },
});

describe("a core of the newest protocol", () => {
  let listening: Listening;
  let core: Client;

  beforeAll(async () => {
    jest.spyOn(process.stderr, "write").mockReturnValue(true);
    listening = await listen(TEST);
    core = new Client(listening.address, credentials.createInsecure());
    await ask("ConfigureProvider", { config: json({}) });
  });

  afterAll(() => {
    core.close();
    listening.close();
    jest.restoreAllMocks();
  });

  const json = (value: object) => ({ json: Buffer.from(JSON.stringify(value)) });
  const write = (type: Type) => (value: object) => Buffer.from(type.encode(type.fromObject(value)).finish());
  const read = (type: Type) => (bytes: Buffer) => type.toObject(type.decode(bytes), READ);
  type Answer = ReturnType<Type["toObject"]>;

  function ask(call: string, request: object = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const [from, to] = [write(asked(call)), read(answered(call))];
      core.makeUnaryRequest(`/tfplugin6.Provider/${call}`, from, to, request, (error, value) =>
        error || value === undefined ? reject(error) : resolve(value),
      );
    });
  }

  async function events(request: object): Promise<readonly Answer[]> {
    const [from, to] = [write(asked("InvokeAction")), read(answered("InvokeAction"))];
    const stream = core.makeServerStreamRequest("/tfplugin6.Provider/InvokeAction", from, to, request);
    const all: Answer[] = [];
    for await (const event of stream) all.push(event);
    return all;
  }

  const value = (wire: { readonly msgpack: Uint8Array }) => decode(wire.msgpack);
  const identity = ({ identity_data }: Answer) => value(identity_data);

  it("is told of functions and actions, beside what older ones know", async () => {
    const schema = await ask("GetProviderSchema");
    const { action_schemas, functions, resource_schemas } = schema;
    expect(Object.keys(resource_schemas)).toEqual(["t_thing", "t_plain"]);
    const [first] = functions.twice.parameters;
    expect([first.name, Buffer.from(first.type).toString(), functions.twice.summary]).toEqual([
      "number",
      '"number"',
      "Twice",
    ]);
    expect(Buffer.from(functions.twice.return.type).toString()).toBe('"number"');
    const { block } = action_schemas.t_act.schema;
    expect([block.description, block.attributes.map(({ name }: Answer) => name)]).toEqual([
      "Acts.",
      ["name", "loud"],
    ]);
    expect(await ask("GetFunctions")).toEqual({ functions });
    expect(await ask("GetMetadata")).toMatchObject({
      functions: [{ name: "twice" }],
      actions: [{ type_name: "t_act" }],
    });
  });

  it("calls functions, and is told which argument is at fault", async () => {
    const call = (...args: readonly (string | number)[]) =>
      ask("CallFunction", { name: "twice", arguments: args.map((one) => ({ msgpack: encode(one) })) });
    expect(value((await call(21, "x")).result)).toBe(42);
    expect((await call(21, "fault")).error).toEqual({
      text: "no such word\\u001b[2J",
      function_argument: 1,
    });
    expect((await call(21, "faults")).error).toEqual({ text: expect.stringContaining("wrong") });
    expect((await call("many", "x")).error).toMatchObject({ function_argument: 0 });
    expect((await ask("CallFunction", { name: "toString" })).error.text).toContain("no function toString");
  });

  it("knows resources by their identity, and imports by it", async () => {
    const { identity_schemas: schemas } = await ask("GetResourceIdentitySchemas");
    expect(Object.keys(schemas)).toEqual(["t_thing"]);
    const [attribute] = schemas.t_thing.identity_attributes;
    expect({ ...attribute, type: Buffer.from(attribute.type).toString() }).toEqual({
      name: "name",
      type: '"string"',
      required_for_import: true,
      description: "Its name.",
    });

    const type_name = "t_thing";
    const state = { name: "a", note: null };
    things.set("a", "found");
    const config = json(state);
    const made = await ask("PlanResourceChange", { type_name, config, proposed_new_state: config });
    expect(made.planned_identity).toBeUndefined();
    const applied = await ask("ApplyResourceChange", { type_name, planned_state: config, config });
    expect(identity(applied.new_identity)).toEqual({ name: "a" });
    const seen = await ask("ReadResource", { type_name, current_state: config });
    expect(identity(seen.new_identity)).toEqual({ name: "a" });
    const changed = json({ name: "a", note: "b" });
    const update = { type_name, prior_state: config, config: changed, proposed_new_state: changed };
    expect(identity((await ask("PlanResourceChange", update)).planned_identity)).toEqual({ name: "a" });
    expect((await ask("ReadResource", { type_name: "t_plain", current_state: config })).new_identity).toBe(
      undefined,
    );

    const by = (name: object) =>
      ask("ImportResourceState", { type_name, identity: { identity_data: json(name) } });
    const [imported] = (await by({ name: "a" })).imported_resources;
    expect([value(imported.state), identity(imported.identity)]).toEqual([
      { name: "a", note: "found" },
      { name: "a" },
    ]);
    expect((await by({ name: "" })).diagnostics[0].summary).toContain("does not say name");
    const plain = await ask("ImportResourceState", {
      type_name: "t_plain",
      identity: { identity_data: json({ name: "a" }) },
    });
    expect(plain.diagnostics[0].summary).toBe("t_plain has no identity; give its id");
    things.delete("a");
    expect((await ask("ReadResource", { type_name, current_state: config })).new_identity).toBeUndefined();
  });

  it("has an identity of a state file read, but none of another version", async () => {
    const raw_identity = { json: Buffer.from('{"name":"a"}') };
    const upgraded = (version: number, type_name = "t_thing") =>
      ask("UpgradeResourceIdentity", { type_name, version, raw_identity });
    expect(identity((await upgraded(0)).upgraded_identity)).toEqual({ name: "a" });
    expect((await upgraded(1)).diagnostics[0].summary).toContain("written by another version");
    expect((await upgraded(0, "t_plain")).diagnostics[0].summary).toContain("written by another version");
    expect((await upgraded(0, "t_none")).diagnostics[0].summary).toContain("no resource t_none");
  });

  it("validates, plans and invokes actions, and hears what they say while they work", async () => {
    const validated = (config: object, type_name = "t_act") =>
      ask("ValidateActionConfig", { type_name, config: json(config) });
    const act = (name: string, action_type = "t_act") => ({
      action_type,
      config: json({ name, loud: null }),
    });
    expect(await validated({ name: "x", loud: null })).toEqual({});
    expect((await validated({ name: "x", loud: true })).diagnostics).toMatchObject([
      { severity: "WARNING", summary: "it will be loud" },
    ]);
    expect((await validated({ name: "bad", loud: null })).diagnostics[0].attribute).toEqual({
      steps: [{ attribute_name: "name" }],
    });
    expect((await validated({}, "t_none")).diagnostics[0].summary).toContain("no action t_none");
    expect((await ask("PlanAction", act("bad"))).diagnostics).toHaveLength(1);
    expect(await ask("PlanAction", act("x"))).toEqual({});
    expect(await events(act("x"))).toEqual([
      { progress: { message: "client begins\\nwith x" } },
      { progress: { message: "done" } },
      { completed: { diagnostics: [expect.objectContaining({ summary: "half of it" })] } },
    ]);
    expect((await events(act("fails"))).at(-1)?.completed.diagnostics).toMatchObject([
      { severity: "WARNING" },
      { severity: "ERROR", summary: "it fails", attribute: { steps: [{ attribute_name: "name" }] } },
    ]);
    expect((await events(act("x", "t_none")))[0]?.completed.diagnostics).toMatchObject([
      { summary: "the provider t has no action t_none" },
    ]);
  });
});

it("what no core could use does not start", async () => {
  const computed = {
    ...TEST,
    actions: { t_act: action({ attributes: { x: num({ computed: true }) }, invoke: async () => {} }) },
  };
  await expect(listen(computed)).rejects.toThrow("t_act.x: an action computes nothing");
  const nameless = { ...TEST, resources: { t_thing: { ...TEST.resources.t_thing, identity: "note" } } };
  await expect(listen(nameless as Provider)).rejects.toThrow(
    "t_thing: its identity note is no text attribute",
  );
});
