import { waitFor } from "../../../provider/resources/wait";
import { jumpingClock } from "./jumping-clock";

const never = new AbortController().signal;

it("looks at once, and gives the first value it sees", async () => {
  const clock = jumpingClock();
  const answers = [undefined, undefined, "Valid"];
  await expect(waitFor(clock, { timeout: 60 }, never, async () => answers.shift())).resolves.toBe("Valid");
  expect(clock.paused).toEqual([2000, 3000]);
});

it("pauses longer each time, up to a limit, and looks once more at the deadline", async () => {
  const clock = jumpingClock();
  let looks = 0;
  const found = await waitFor(clock, { timeout: 30, first: 4, longest: 10 }, never, async () => {
    looks++;
    return undefined;
  });
  expect(found).toBeUndefined();
  expect(clock.paused).toEqual([4000, 6000, 9000, 10_000, 1000]);
  expect(looks).toBe(6);
});

it("with no time to wait, looks once", async () => {
  const clock = jumpingClock();
  let looks = 0;
  await waitFor(clock, { timeout: 0 }, never, async () => void looks++);
  expect([looks, clock.paused]).toEqual([1, []]);
});

it("ends when it is told to stop", async () => {
  const stop = new AbortController();
  const clock = jumpingClock();
  const waiting = waitFor(clock, { timeout: 60 }, stop.signal, async () => {
    stop.abort();
    return undefined;
  });
  await expect(waiting).rejects.toThrow("cancelled");
});
