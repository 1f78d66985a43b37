import { DiagnosticError, type Provider, provider, str, UNKNOWN } from "../../../../provider/plugin/index";
import { StoredPrivate } from "../../../../provider/plugin/server/private";
import { Session } from "../../../../provider/plugin/server/session";
import { encodeValue } from "../../../../provider/plugin/value/codec";
import type { ObjectValue } from "../../../../provider/plugin/value/value";

/** A provider whose client is the signal that it was configured with. */
function signalProvider(configure?: (signal: AbortSignal) => Promise<unknown>): Provider {
  return provider({
    name: "shelf",
    version: "1.0.0",
    attributes: { token: str({ optional: true }) },
    configure: async (_, { signal }) => configure?.(signal) ?? signal,
    resources: {},
    dataSources: {},
  });
}

function wire(config: ObjectValue) {
  const attributes = { token: { kind: "string" } } as const;
  return { msgpack: encodeValue(config, { kind: "object", attributes }), json: new Uint8Array() };
}

const STORED = new StoredPrivate(undefined);

test("a provider that was stopped and is configured again has a signal that is not aborted", async () => {
  const session = new Session(signalProvider());
  await session.configure(wire({ token: null }), "1.11.4");
  const first = session.signal;
  session.stop();
  expect([first.aborted, session.signal]).toEqual([true, first]);
  expect(await session.configure(wire({ token: null }), "1.11.4")).toEqual([]);
  expect(session.signal.aborted).toBe(false);
  expect(session.client).toBe(session.signal);
  expect(session.context(STORED, []).signal).toBe(session.signal);
});

test("configured again without a stop it keeps its signal, which calls under way have", async () => {
  const session = new Session(signalProvider());
  const { signal } = session;
  await session.configure(wire({ token: null }), "1.11.4");
  expect(session.signal).toBe(signal);
});

test("a stop says why to whoever listens", () => {
  const session = new Session(signalProvider());
  session.stop();
  expect(session.signal.reason).toEqual(
    new DiagnosticError({ summary: "cancelled", detail: "Terraform was asked to stop." }),
  );
});

test("without a configuration, or with one that is not known yet, nothing has a client", async () => {
  const session = new Session(signalProvider());
  expect(session.client).toBeUndefined();
  expect(() => session.context(STORED, [])).toThrow("the provider shelf is not configured");
  await session.configure(wire({ token: UNKNOWN }), "1.11.4");
  expect([session.configurationUnknown, session.client]).toEqual([true, undefined]);
  expect(() => session.context(STORED, [])).toThrow(
    "the configuration of the provider shelf is known after apply only",
  );
  await session.configure(wire({ token: "t" }), "1.11.4");
  expect([session.configurationUnknown, session.client]).toEqual([false, session.signal]);
});

test("a configuration that fails leaves no client of an earlier one, unless that was alike", async () => {
  let isBad = false;
  const session = new Session(
    signalProvider(async (signal) => {
      if (isBad) throw new DiagnosticError({ summary: "the token is wrong" });
      return signal;
    }),
  );
  await session.configure(wire({ token: null }), "1.11.4");
  const { client } = session;
  isBad = true;
  const wrong = [expect.objectContaining({ summary: "the token is wrong" })];
  // Other runs of Terraform that share this process work with it.
  expect(await session.configure(wire({ token: null }), "1.11.4")).toEqual(wrong);
  expect(session.client).toBe(client);
  expect(await session.configure(wire({ token: "another" }), "1.11.4")).toEqual(wrong);
  expect(session.client).toBeUndefined();
});

describe("a provider that breaks", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test("tells calls under way to end, fails them after a grace, and takes no more", async () => {
    const session = new Session(signalProvider());
    await session.configure(wire({ token: null }), "1.11.4");
    const waiting = session.until(new Promise(() => {}));
    const outcome = jest.fn();
    waiting.catch(outcome);
    session.fail(new Error("an event without a listener"));
    session.fail("a second time");
    expect(session.signal.aborted).toBe(true);
    await jest.advanceTimersByTimeAsync(2999);
    expect(outcome).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(outcome).toHaveBeenCalledWith(new Error("the provider shelf failed"));
    expect(() => session.context(STORED, [])).toThrow("the provider shelf failed");
    await expect(session.until(new Promise(() => {}))).rejects.toThrow("the provider shelf failed");
  });
});
