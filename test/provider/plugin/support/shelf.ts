import {
  block,
  bool,
  DiagnosticError,
  decimal,
  define,
  dynamic,
  list,
  map,
  nested,
  num,
  object,
  PartialState,
  type Provider,
  provider,
  type StateOf,
  set,
  str,
} from "../../../../provider/plugin/index";

/** What exists outside of Terraform, and what the next calls shall do. */
export class Shelf {
  readonly things = new Map<string, { note: string | null; size: number; revision: number; place: string }>();
  readonly calls: string[] = [];
  /** Whether the provider tells Terraform's log what it does. */
  loud = false;
  /** Called in the middle of create, update and delete, after the outside has changed. */
  meanwhile: (step: string, signal: AbortSignal) => Promise<void> | void = () => {};
}

interface Part {
  readonly key: string;
  readonly mark: string | undefined;
}

interface Parts<P extends Part, N extends P & { readonly inner: readonly P[] | null }> {
  readonly one: P | null;
  readonly many: readonly P[] | null;
  readonly some: readonly P[] | null;
  readonly named: { readonly [key: string]: N } | null;
}

/** What the provider computes in nested attributes: a mark for each key. */
function marks<P extends Part, N extends P & { readonly inner: readonly P[] | null }>(plan: Parts<P, N>) {
  const marked = <T extends Part>(one: T) => ({ ...one, mark: one.mark ?? `marked ${one.key}` });
  return {
    one: plan.one && marked(plan.one),
    many: plan.many?.map(marked) ?? null,
    some: plan.some?.map(marked) ?? null,
    named:
      plan.named &&
      Object.fromEntries(
        Object.entries(plan.named).map(([key, one]) => [
          key,
          { ...marked(one), inner: one.inner?.map(marked) ?? null },
        ]),
      ),
  };
}

/** A provider for tests: every type and nesting mode, over a shelf in memory. */
export function shelfProvider(shelf: Shelf, version = 1): Provider {
  const { resource, dataSource } = define<Shelf>();

  const thing = resource({
    version,
    attributes: {
      name: str({ required: true, requiresReplace: true }),
      note: str({ optional: true, validate: (note) => (note === "" ? "write something" : undefined) }),
      size: num({ optional: true, default: 3 }),
      secret: str({ optional: true, sensitive: true }),
      place: str({ optional: true, computed: true }),
      id: str({ computed: true, stable: true }),
      revision: num({ computed: true }),
    },
    upgrade: { 0: ({ title, ...rest }) => ({ ...rest, name: title ?? null }) },
    validate: ({ note, name }) =>
      note !== null && note === name
        ? [{ summary: "note repeats name", detail: "Say something new.", path: ["note"] }]
        : [],
    // A thing written "front" goes to the front, which can be said before it is made; one that shrinks is made anew.
    async modifyPlan(plan, { prior, config, warn }) {
      if (plan.note === "warn") warn({ summary: "strange note", path: ["note"] });
      if (plan.note === "never") return { diagnostics: [{ summary: "never is no note", path: ["note"] }] };
      const smaller = prior !== undefined && typeof plan.size === "number" && plan.size < prior.size;
      return {
        ...(plan.note === "front" && config.place === null && { values: { place: "front" } }),
        ...(smaller && { requiresReplace: [["size"]] }),
      };
    },
    async create(plan, { client, signal, private: stored, progress }) {
      if (client.loud) progress(`shelving ${plan.name}`);
      client.calls.push(`create ${plan.name}`);
      const place = plan.place ?? "middle";
      client.things.set(plan.name, { note: plan.note, size: plan.size, revision: 1, place });
      stored.set("born", { here: [plan.name] });
      try {
        await client.meanwhile("create", signal);
      } catch (error) {
        if (!(error instanceof DiagnosticError)) throw error;
        throw new PartialState(
          { ...plan, id: `id-${plan.name}` },
          { summary: error.message, path: ["size"] },
        );
      }
      return { ...plan, place, id: `id-${plan.name}`, revision: 1 };
    },
    async read(state, { client, private: stored }) {
      client.calls.push(`read ${state.name} ${JSON.stringify(stored.get("born") ?? null)}`);
      const found = client.things.get(state.name);
      return found ? { ...state, ...found } : null;
    },
    async update(plan, { client, prior, signal }) {
      client.calls.push(`update ${plan.name}`);
      const revision = (prior.revision ?? 0) + 1;
      const place = plan.place ?? prior.place ?? "middle";
      client.things.set(plan.name, { note: plan.note, size: plan.size, revision, place });
      await client.meanwhile("update", signal);
      return { ...plan, id: prior.id, revision, place };
    },
    async delete({ name }, { client, signal }) {
      client.calls.push(`delete ${name}`);
      await client.meanwhile("delete", signal);
      client.things.delete(name);
    },
    async import(id, { client }) {
      const found = client.things.get(id);
      return found ? { ...found, name: id, id: `id-${id}`, secret: null } : null;
    },
  });

  const part = {
    key: str({ required: true }),
    note: str({ optional: true }),
    weight: num({ optional: true, default: 1 }),
    mark: str({ computed: true, stable: true }),
  };
  const written = {
    key: str({ required: true }),
    note: str({ optional: true }),
    list: list(str(), { optional: true }),
  };

  const allAttributes = {
    id: str({ computed: true, stable: true }),
    text: str({ optional: true }),
    flag: bool({ optional: true }),
    number: num({ optional: true }),
    digits: decimal({ optional: true }),
    anything: dynamic({ optional: true }),
    strings: list(str(), { optional: true }),
    numbers: set(num(), { optional: true }),
    flags: map(bool(), { optional: true }),
    lists: map(list(set(str())), { optional: true }),
    box: object({ width: num(), tags: list(str()), exact: decimal() }, { optional: true }),
    boxes: set(object({ width: num(), name: str() }), { optional: true }),
    one: nested.single(part, { optional: true }),
    many: nested.list(part, { optional: true }),
    some: nested.set(part, { optional: true }),
    named: nested.map({ ...part, inner: nested.list(part, { optional: true }) }, { optional: true }),
    made: nested.single(
      { key: str({ computed: true }), when: num({ computed: true }) },
      { computed: true, stable: true },
    ),
  };

  const allBlocks = {
    single: block.single(written),
    group: block.group(written),
    listed: block.list(written, {
      max: 5,
      blocks: { deep: block.set(written, { blocks: { deeper: block.list(written) } }) },
    }),
    chosen: block.set(written),
    labelled: block.map(written),
  };

  const everything = new Map<string, StateOf<typeof allAttributes & typeof allBlocks>>();

  const all = resource({
    attributes: allAttributes,
    blocks: allBlocks,
    async create(plan) {
      const id = `all-${everything.size + 1}`;
      const state = { ...plan, ...marks(plan), id, made: { key: "made", when: 1 } };
      everything.set(id, state);
      return state;
    },
    read: async ({ id }) => everything.get(id) ?? null,
    async update(plan, { prior }) {
      const state = { ...plan, ...marks(plan), id: prior.id, made: prior.made };
      everything.set(prior.id, state);
      return state;
    },
    delete: async ({ id }) => void everything.delete(id),
    import: async (id) => everything.get(id) ?? null,
  });

  const look = dataSource({
    attributes: {
      name: str({ required: true, validate: (name) => (name === "bad" ? "not this one" : undefined) }),
      note: str({ computed: true, nullable: true }),
    },
    async read({ name }, { client }) {
      const found = client.things.get(name);
      if (!found) throw new DiagnosticError({ summary: `no thing ${name}`, path: ["name"] });
      return { name, note: found.note };
    },
  });

  return provider({
    name: "shelf",
    version: "1.0.0",
    description: "a shelf",
    attributes: {
      prefix: str({ optional: true, default: "p", description: "unused" }),
      token: str({ optional: true, sensitive: true }),
    },
    async configure({ token, prefix }, { warn }) {
      shelf.calls.push(`configure ${prefix}`);
      if (token === "old") warn({ summary: "the token is old" });
      if (token === "wrong") throw new DiagnosticError({ summary: "the token is wrong", path: ["token"] });
      return shelf;
    },
    resources: { shelf_thing: thing, shelf_all: all },
    dataSources: { shelf_look: look },
  });
}
