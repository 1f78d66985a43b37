import {
  DiagnosticError,
  define,
  num,
  PartialState,
  provider,
  type Resource,
  str,
} from "../../../../provider/plugin/index";
import { ResourceCalls } from "../../../../provider/plugin/server/resource-calls";
import { Session } from "../../../../provider/plugin/server/session";
import { encodeValue } from "../../../../provider/plugin/value/codec";

const { resource } = define<object>();

type Life = Pick<Resource<object>, "read" | "create" | "update" | "delete" | "import">;

/** The calls of one resource whose callbacks are the test's. */
async function calls(life: Partial<Life>): Promise<ResourceCalls> {
  const definition = resource({
    attributes: {
      name: str({ required: true }),
      size: num({ optional: true }),
      id: str({ computed: true, stable: true }),
    },
    read: async (state) => state,
    create: async (plan) => ({ ...plan, id: "1" }),
    update: async (plan, { prior }) => ({ ...plan, id: prior.id }),
    delete: async () => undefined,
    ...(life as object),
  });
  const session = new Session(
    provider({
      name: "shelf",
      version: "1.0.0",
      attributes: {},
      configure: async () => ({}),
      resources: {},
      dataSources: {},
    }),
  );
  const config = { msgpack: encodeValue({}, { kind: "object", attributes: {} }), json: new Uint8Array() };
  expect(await session.configure(config, "1.11.4")).toEqual([]);
  return new ResourceCalls(session, "shelf_thing", definition as unknown as Resource<unknown>);
}

const PRIOR = { name: "a", size: 1, id: "1" };
const PLANNED = { name: "a", size: 2, id: "1" };
/** What was remembered beside the state. */
const REMEMBERED = new TextEncoder().encode('{"born":"2026"}');
const NONE = new Uint8Array();

function text(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder().decode(bytes);
}

describe("read", () => {
  test("an answer that is wrong in a part leaves the whole state as it was", async () => {
    const answer = await (await calls({ read: async () => ({ name: "b", size: "2", id: "1" }) })).read(
      PRIOR,
      REMEMBERED,
    );
    expect(answer.state).toBe(PRIOR);
    expect(answer.diagnostics.map(({ path, summary }) => [path, summary])).toEqual([
      [["size"], "the provider's answer is wrong"],
    ]);
    expect(text(answer.stored)).toBe('{"born":"2026"}');
  });

  test("a whole answer is the new state, and one of nothing is no resource", async () => {
    const found = { name: "a", size: 7, id: "1" };
    expect(await (await calls({ read: async () => found })).read(PRIOR, NONE)).toMatchObject({
      state: found,
      diagnostics: [],
    });
    expect(await (await calls({ read: async () => null })).read(PRIOR, REMEMBERED)).toEqual({
      state: undefined,
      stored: undefined,
      diagnostics: [],
    });
  });

  test("a read that fails leaves state and memory as they were", async () => {
    const failing = await calls({
      read: async () => {
        throw new DiagnosticError({ summary: "throttled" });
      },
    });
    const answer = await failing.read(PRIOR, REMEMBERED);
    expect([answer.state, answer.stored]).toEqual([PRIOR, REMEMBERED]);
    expect(answer.diagnostics).toEqual([expect.objectContaining({ summary: "throttled" })]);
  });
});

describe("apply", () => {
  const refused = async (): Promise<never> => {
    throw new DiagnosticError({ summary: "refused" });
  };
  const halfMade = async (): Promise<never> => {
    throw new PartialState({ name: "a", id: "9" }, { summary: "the size was refused" });
  };

  test("an update that fails keeps the state before it, and what was remembered beside it", async () => {
    const answer = await (await calls({ update: refused })).apply(PRIOR, PLANNED, REMEMBERED);
    expect([answer.state, text(answer.stored)]).toEqual([PRIOR, '{"born":"2026"}']);
    expect(answer.diagnostics).toEqual([expect.objectContaining({ summary: "refused" })]);
  });

  test("an update that fails half-way keeps what is so", async () => {
    const answer = await (await calls({ update: halfMade })).apply(PRIOR, PLANNED, REMEMBERED);
    expect([answer.state, text(answer.stored)]).toEqual([{ name: "a", size: 2, id: "9" }, '{"born":"2026"}']);
  });

  test("a delete that fails keeps both too", async () => {
    const answer = await (await calls({ delete: refused })).apply(PRIOR, undefined, REMEMBERED);
    expect([answer.state, text(answer.stored)]).toEqual([PRIOR, '{"born":"2026"}']);
  });

  test("a create that fails leaves nothing; one that fails half-way leaves what it made", async () => {
    const made = { name: "a", size: 2, id: null };
    const failed = await (await calls({ create: refused })).apply(undefined, made, REMEMBERED);
    expect([failed.state, failed.stored]).toEqual([undefined, undefined]);
    const half = await (await calls({ create: halfMade })).apply(undefined, made, REMEMBERED);
    expect([half.state, text(half.stored)]).toEqual([{ name: "a", size: 2, id: "9" }, '{"born":"2026"}']);
  });

  test("what is deleted is gone, with what was remembered", async () => {
    const deleted = jest.fn(async () => undefined);
    const answer = await (await calls({ delete: deleted })).apply(PRIOR, undefined, REMEMBERED);
    expect(answer).toEqual({ state: undefined, stored: undefined, diagnostics: [] });
    expect(deleted).toHaveBeenCalledTimes(1);
    // What is not there needs no deletion.
    await (await calls({ delete: deleted })).apply(undefined, undefined, NONE);
    expect(deleted).toHaveBeenCalledTimes(1);
  });
});
