import { Stop, type StopLevel } from "../../rollout/stop";

test("each request is more urgent than the one before, and all who listen are told", () => {
  const stop = new Stop();
  const told: StopLevel[] = [];
  stop.onRequest((level) => told.push(level));
  const end = stop.onRequest((level) => told.push(level));
  expect(stop.requested).toBe(false);
  expect(stop.request()).toBe("finish");
  expect([stop.requested, stop.interrupts]).toEqual([true, false]);
  end();
  expect([stop.request(), stop.request(), stop.request()]).toEqual(["interrupt", "kill", "kill"]);
  expect(stop.interrupts).toBe(true);
  expect(told).toEqual(["finish", "finish", "interrupt", "kill", "kill"]);
});
