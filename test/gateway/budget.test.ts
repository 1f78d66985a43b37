import fc from "fast-check";
import { Budget, cloudflareLimits } from "../../gateway/budget";
import { VirtualClock } from "./virtual-clock";

/** Asks for so many calls at once. @returns when each was sent, filled as time passes */
function asked(budget: Budget, clock: VirtualClock, calls: number): number[] {
  const sent: number[] = [];
  for (let call = 0; call < calls; call++) void budget.take().then(() => sent.push(clock.now()));
  return sent;
}

test("what the limit allows goes at once, the rest when the first are 5 minutes old", async () => {
  const clock = new VirtualClock();
  const budget = new Budget(cloudflareLimits(1200), clock);
  const sent = asked(budget, clock, 2500);
  await clock.pass(15_000);
  expect(sent).toHaveLength(1200);
  expect(budget.queued).toBe(1300);
  // Two more windows of 5 minutes, and a second for the way; 15 s of the first are over.
  expect(budget.longestWait()).toBe(2 * 301_000 - 15_000);
  await clock.pass(301_000);
  expect(sent).toHaveLength(2400);
  await clock.pass(301_000);
  expect(sent).toHaveLength(2500);
});

test("no second has more than 100 calls: Cloudflare refuses 200 from one address", async () => {
  const clock = new VirtualClock();
  const sent = asked(new Budget(cloudflareLimits(1200), clock), clock, 250);
  await clock.pass(1999);
  expect(sent).toHaveLength(200);
  expect(sent.filter((moment) => moment === 0)).toHaveLength(100);
});

test("first come, first served", async () => {
  const clock = new VirtualClock();
  const budget = new Budget([{ calls: 1, milliseconds: 10 }], clock);
  const order: number[] = [];
  for (const caller of [1, 2, 3, 4, 5]) void budget.take().then(() => order.push(caller));
  await clock.pass(100);
  expect(order).toEqual([1, 2, 3, 4, 5]);
});

test("a call learns how long it has waited", async () => {
  const clock = new VirtualClock();
  const budget = new Budget([{ calls: 1, milliseconds: 7000 }], clock);
  const waits = Promise.all([budget.take(), budget.take(), budget.take()]);
  await clock.pass(20_000);
  expect(await waits).toEqual([0, 7000, 14_000]);
});

test("a pause holds back what waits already, and a shorter one does not end it", async () => {
  const clock = new VirtualClock();
  const budget = new Budget([{ calls: 2, milliseconds: 1000 }], clock);
  const sent = asked(budget, clock, 3);
  await clock.pass(500);
  budget.pause(60_000);
  budget.pause(10);
  expect(budget.longestWait()).toBe(60_000);
  await clock.pass(60_000);
  expect(sent).toEqual([0, 0, 60_500]);
});

test("what the API says is left is kept to, and no later word of an earlier moment adds to it", async () => {
  const clock = new VirtualClock();
  const budget = new Budget([{ calls: 100, milliseconds: 1000 }], clock);
  budget.told("default", 3, 30_000);
  const sent = asked(budget, clock, 5);
  await clock.pass(100);
  budget.told("default", 9, 30_000);
  expect([sent.length, budget.longestWait()]).toEqual([3, 29_900]);
  await clock.pass(29_900);
  expect(sent).toHaveLength(5);
  // That time is over, and with it what was said of it.
  budget.told("default", 50, 30_000);
  asked(budget, clock, 40);
  await clock.pass(1000);
  expect([budget.queued, budget.longestWait()]).toEqual([0, 0]);
});

test("whatever is asked when, no stretch of time has more calls than its limit, and none is held back for nothing", async () => {
  const limit = fc.record({
    calls: fc.integer({ min: 1, max: 8 }),
    milliseconds: fc.integer({ min: 1, max: 500 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(limit, { minLength: 1, maxLength: 3 }),
      fc.array(
        fc.record({ pause: fc.integer({ min: 0, max: 700 }), calls: fc.integer({ max: 12, min: 1 }) }),
        {
          maxLength: 8,
        },
      ),
      async (limits, bursts) => {
        const clock = new VirtualClock();
        const budget = new Budget(limits, clock);
        const sent: number[] = [];
        let count = 0;
        for (const { pause, calls } of bursts) {
          await clock.pass(pause);
          count += calls;
          for (let call = 0; call < calls; call++) void budget.take().then(() => sent.push(clock.now()));
        }
        const longest = budget.longestWait();
        await clock.pass(longest);
        // The bound that people are told holds, and is reached.
        expect(sent).toHaveLength(count);
        expect(budget.queued).toBe(0);
        for (const { calls, milliseconds } of limits) {
          for (const [place, moment] of sent.entries()) {
            const later = sent[place + calls];
            if (later !== undefined) expect(later - moment).toBeGreaterThanOrEqual(milliseconds);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
