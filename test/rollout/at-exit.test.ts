import { atExit } from "../../rollout/at-exit";

const SIGNALS = ["exit", "SIGINT", "SIGTERM", "SIGHUP"] as const;
const listeners = () => SIGNALS.map((event) => process.listenerCount(event));

test("what is due is done once, whenever it is asked for, and nobody listens after that", () => {
  const before = listeners();
  const done: string[] = [];
  const first = atExit(() => done.push("first"));
  const second = atExit(() => done.push("second"));
  expect(listeners()).toEqual(before.map((count) => count + 1));
  first();
  first();
  expect([done, listeners()]).toEqual([["first"], before.map((count) => count + 1)]);
  second();
  expect([done, listeners()]).toEqual([["first", "second"], before]);
});

test("at the end of the process everything is done that is due", () => {
  const before = listeners();
  const done: string[] = [];
  const first = atExit(() => done.push("first"));
  atExit(() => done.push("second"));
  const [end] = process.listeners("exit").slice(-1);
  end?.call(process, 0);
  first();
  expect([done, listeners()]).toEqual([["first", "second"], before]);
});

test("a signal that others listen for is theirs to decide on", () => {
  const before = listeners();
  const done: string[] = [];
  const others = () => done.push("others");
  process.on("SIGHUP", others);
  const work = atExit(() => done.push("ours"));
  process.emit("SIGHUP", "SIGHUP");
  expect(done).toEqual(["others"]);
  work();
  process.off("SIGHUP", others);
  expect([done, listeners()]).toEqual([["others", "ours"], before]);
});

test("a signal that nobody else listens for ends the process as ever, after what is due", () => {
  const before = listeners();
  const done: string[] = [];
  const kill = jest.spyOn(process, "kill").mockImplementation((pid, signal) => {
    done.push(`${signal} to ${pid === process.pid ? "itself" : pid}`);
    return true;
  });
  atExit(() => done.push("first"));
  atExit(() => done.push("second"));
  process.emit("SIGHUP", "SIGHUP");
  kill.mockRestore();
  // The second signal is not caught any more: it does what it does by default.
  expect([done, listeners()]).toEqual([["first", "second", "SIGHUP to itself"], before]);
});
