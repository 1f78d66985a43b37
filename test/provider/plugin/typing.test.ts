import {
  block,
  bool,
  define,
  isUnknown,
  list,
  nested,
  num,
  provider,
  str,
} from "../../../provider/plugin/index";

interface Client {
  readonly base: string;
}

const { resource } = define<Client>();

// What the compiler makes of this definition is the test: `npm run typecheck` refuses it if a type is lost.
const relay = resource({
  attributes: {
    name: str({
      required: true,
      requiresReplace: true,
      validate: (name) => (name.length > 3 ? undefined : "too short"),
    }),
    enabled: bool({ optional: true, default: true }),
    size: num({ optional: true }),
    id: str({ computed: true, stable: true }),
    hosts: list(str(), { optional: true }),
    rule: nested.list({ port: num({ required: true }), key: str({ computed: true }) }, { optional: true }),
  },
  blocks: { peer: block.list({ host: str({ required: true }) }) },
  validate: (config) => (isUnknown(config.name) ? [] : [{ summary: config.name }]),
  async create(plan, { client }) {
    const enabled: boolean = plan.enabled;
    const size: number | null = plan.size;
    const hosts: readonly string[] | null = plan.hosts;
    const peers: readonly string[] = plan.peer.map(({ host }) => host);
    // @ts-expect-error: computed values are not known yet
    const id: string = plan.id;
    // @ts-expect-error: there is no such attribute
    plan.nothing;
    const rule = plan.rule?.map((one) => ({ ...one, key: `${client.base}:${one.port}` })) ?? null;
    return { ...plan, size, hosts, enabled, id: [plan.name, id ?? "new", ...peers].join("/"), rule };
  },
  read: async (state) => (state.id === "" ? null : state),
  // @ts-expect-error: the computed attribute id is missing from the answer
  update: async (plan) => ({ ...plan, rule: null }),
  delete: async () => {},
});

test("the callbacks of a definition are called with values as their types say", async () => {
  const { resources } = provider({
    name: "relay",
    version: "1.0.0",
    attributes: { base: str({ required: true }) },
    configure: async ({ base }) => ({ base }),
    resources: { relay_relay: relay },
    dataSources: {},
  });
  const plan = {
    name: "edge",
    enabled: true,
    size: null,
    id: undefined,
    hosts: null,
    rule: [{ port: 25, key: undefined }],
    peer: [{ host: "mx1" }],
  };
  const context = {
    client: { base: "b" },
    signal: new AbortController().signal,
    private: { get: () => undefined, set: () => {}, delete: () => {} },
    warn: () => {},
    progress: () => {},
  };
  expect(await resources.relay_relay?.create(plan, context)).toEqual({
    ...plan,
    id: "edge/new/mx1",
    rule: [{ port: 25, key: "b:25" }],
  });
});
