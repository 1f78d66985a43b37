import fc from "fast-check";
import { runInOrder } from "../../rollout/schedule";

/** An order without cycles: each name may need earlier ones only. */
const order = fc
  .array(fc.array(fc.nat(20), { maxLength: 3 }), { minLength: 1, maxLength: 20 })
  .map(
    (needs) =>
      new Map(
        needs.map((needed, place) => [
          `d${place}`,
          [...new Set(needed.filter((one) => one < place).map((one) => `d${one}`))],
        ]),
      ),
  );

const plan = fc.record({
  after: order,
  parallel: fc.integer({ min: 1, max: 5 }),
  failing: fc.uniqueArray(fc.nat(20), { maxLength: 4 }),
  /** After how many beginnings the stop comes. */
  stopAfter: fc.option(fc.nat(20)),
  delays: fc.array(fc.nat(3), { minLength: 1, maxLength: 7 }),
});

test("nobody goes before a predecessor or beside too many, and everyone ends in exactly one way", async () => {
  await fc.assert(
    fc.asyncProperty(plan, async ({ after, parallel, failing, stopAfter, delays }) => {
      const bad = new Set(failing.map((place) => `d${place}`));
      const begun: string[] = [];
      const ended = new Set<string>();
      let running = 0;
      let most = 0;
      const isStopped = () => stopAfter !== null && begun.length > stopAfter;
      const outcomes = await runInOrder({
        after,
        parallel,
        isStopped,
        passes: (isFine: boolean) => isFine,
        work: async (name) => {
          expect(isStopped()).toBe(false);
          for (const needed of after.get(name) ?? [])
            expect([needed, ended.has(needed), bad.has(needed)]).toEqual([needed, true, false]);
          begun.push(name);
          most = Math.max(most, ++running);
          for (let turn = delays[begun.length % delays.length] ?? 0; turn >= 0; turn--)
            await Promise.resolve();
          running--;
          ended.add(name);
          return !bad.has(name);
        },
      });
      expect(most).toBeLessThanOrEqual(parallel);
      expect([...outcomes.keys()].sort()).toEqual([...after.keys()].sort());
      for (const [name, outcome] of outcomes) {
        expect(["done", "blocked", "skipped"]).toContain(outcome.kind);
        expect(outcome.kind === "done").toBe(ended.has(name));
        if (outcome.kind === "blocked") expect(after.get(name)).toContain(outcome.by);
        if (outcome.kind === "skipped") expect(isStopped()).toBe(true);
      }
    }),
  );
});

test("whoever waits behind a failure is told whom it waits for, and the others go on", async () => {
  const outcomes = await runInOrder({
    after: new Map([
      ["contoso.com", []],
      ["eu.contoso.com", ["contoso.com"]],
      ["de.eu.contoso.com", ["eu.contoso.com"]],
      ["fabrikam.com", []],
    ]),
    parallel: 1,
    isStopped: () => false,
    passes: (isFine: boolean) => isFine,
    work: async (name) => name !== "contoso.com",
  });
  expect(Object.fromEntries(outcomes)).toEqual({
    "contoso.com": { kind: "done", value: false },
    "eu.contoso.com": { kind: "blocked", by: "contoso.com" },
    "de.eu.contoso.com": { kind: "blocked", by: "eu.contoso.com" },
    "fabrikam.com": { kind: "done", value: true },
  });
});

test("a circle is refused before anything runs", async () => {
  const work = jest.fn();
  const after = new Map([
    ["contoso.com", ["contoso.net"]],
    ["contoso.net", ["contoso.com"]],
  ]);
  await expect(
    runInOrder({ after, parallel: 2, isStopped: () => false, passes: () => true, work }),
  ).rejects.toThrow("these wait for each other: contoso.com → contoso.net → contoso.com");
  expect(work).not.toHaveBeenCalled();
});

test("a predecessor that is not in the list is refused before anything runs", async () => {
  const work = jest.fn();
  const after = new Map([["a.contoso.com", ["contoso.com"]]]);
  await expect(
    runInOrder({ after, parallel: 2, isStopped: () => false, passes: () => true, work }),
  ).rejects.toThrow("a.contoso.com waits for contoso.com, which is not in the list");
  expect(work).not.toHaveBeenCalled();
});

test("an error of the work itself is thrown once everything that runs has ended", async () => {
  const ended: string[] = [];
  const after = new Map([
    ["contoso.com", []],
    ["contoso.net", []],
    ["contoso.org", []],
  ]);
  const work = async (name: string) => {
    if (name === "contoso.com") throw new Error("no space left on device");
    await new Promise((resolve) => setImmediate(resolve));
    ended.push(name);
  };
  await expect(
    runInOrder({ after, parallel: 2, isStopped: () => false, passes: () => true, work }),
  ).rejects.toThrow("no space left on device");
  expect(ended).toEqual(["contoso.net"]);
});
