import { spawn } from "node:child_process";
import { once } from "node:events";
import { hostname } from "node:os";
import { identityOf, livenessOf } from "../../rollout/process-identity";

const own = identityOf(process.pid);

test("this process is alive, on this host", () => {
  expect(own).toMatchObject({ pid: process.pid, host: hostname() });
  expect(livenessOf(own)).toBe("alive");
});

test("what ended is gone, also where its id went to another process since", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  await once(child, "spawn");
  const identity = identityOf(child.pid ?? 0);
  expect(livenessOf(identity)).toBe("alive");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(livenessOf(identity)).toBe("gone");
  expect(livenessOf({ ...own, started: "1" })).toBe("gone");
});

test("a process of which nobody noted the start is told by its id alone", () => {
  const { started: _, ...unknown } = own;
  expect(livenessOf(unknown)).toBe("alive");
});

test("on another host, or in another container, nobody here can see it", () => {
  expect(livenessOf({ ...own, host: `${hostname()}.elsewhere` })).toBe("elsewhere");
  const [machine = "", boot = ""] = own.space.split(" ");
  expect(livenessOf({ ...own, space: `${machine} ${boot} pid:[1]` })).toBe("elsewhere");
  expect(livenessOf({ ...own, space: `another ${boot} pid:[1]` })).toBe("elsewhere");
});

test("a machine that was started again has nothing left of before", () => {
  const [machine = "", , namespace = ""] = own.space.split(" ");
  const before = { ...own, space: `${machine} another-boot ${namespace}` };
  expect(livenessOf(before)).toBe(machine === "" || process.platform !== "linux" ? "elsewhere" : "gone");
});
