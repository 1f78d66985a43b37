import { SYSTEM_CLOCK } from "../../../provider/http/clock";
import { Gate } from "../../../provider/http/gate";
import { failure } from "../support/clients";

/** A task that ends when it is told to. */
function open(): { readonly task: () => Promise<void>; readonly end: () => void } {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { task: () => ended, end: () => end() };
}

test("never more at a time than the limit, and all of them in the end", async () => {
  const gate = new Gate(3, SYSTEM_CLOCK);
  let running = 0;
  let most = 0;
  const task = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
  };
  await Promise.all(Array.from({ length: 20 }, () => gate.run(task)));
  expect(most).toBe(3);
});

test("whoever gives up waiting takes no place with him", async () => {
  const gate = new Gate(1, SYSTEM_CLOCK);
  const { task, end } = open();
  const first = gate.run(task);
  const impatient = new AbortController();
  const waiting = failure(gate.run(async () => {}, impatient.signal));
  impatient.abort();
  expect((await waiting).code).toBe("cancelled");
  end();
  await first;
  await expect(gate.run(async () => "in")).resolves.toBe("in");
});

test("whoever gives up at the moment he is let in passes his place on", async () => {
  const gate = new Gate(1, SYSTEM_CLOCK);
  const { task, end } = open();
  const first = gate.run(task);
  const impatient = new AbortController();
  const waiting = failure(gate.run(async () => {}, impatient.signal));
  const next = gate.run(async () => "in");
  end();
  await first;
  impatient.abort();
  expect((await waiting).code).toBe("cancelled");
  await expect(next).resolves.toBe("in");
});

test("a task that fails gives its place back", async () => {
  const gate = new Gate(1, SYSTEM_CLOCK);
  await expect(gate.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(gate.run(async () => "in")).resolves.toBe("in");
});
