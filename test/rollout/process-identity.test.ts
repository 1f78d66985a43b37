import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { hostname } from "node:os";
import { identityOf, livenessOf } from "../../rollout/process-identity";
import { judgedBy } from "../support/judges";

const judged = judgedBy("ps");
const own = identityOf(process.pid);
/** Above the highest id that Linux and macOS give. */
const NO_PROCESS = 2 ** 22 + 1;

function notThere(): Error {
  return Object.assign(new Error("ENOENT: no such file or directory"), { code: "ENOENT" });
}

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

test("a machine whose boot has no id was not started again, as far as anybody knows", () => {
  const [machine = "", , namespace = ""] = own.space.split(" ");
  expect(livenessOf({ ...own, space: `${machine}  ${namespace}` })).toBe("elsewhere");
});

test("a machine without an id is not known to be the same after a start, so nothing on it is said to be gone", () => {
  // Container images often have no /etc/machine-id; what is below /proc may be hidden as well.
  const refuse = () => {
    throw notThere();
  };
  const { readFileSync } = fs;
  const read = jest
    .spyOn(fs, "readFileSync")
    .mockImplementation((...file) =>
      /machine-id|boot_id/.test(String(file[0])) ? refuse() : readFileSync(...file),
    );
  const link = jest.spyOn(fs, "readlinkSync").mockImplementation(refuse);
  try {
    const hidden = identityOf(process.pid);
    expect(livenessOf(hidden)).toBe("alive");
    if (process.platform === "linux") expect(hidden.space).toBe("  ");
    expect(livenessOf({ ...hidden, space: " another-boot pid:[1]" })).toBe("elsewhere");
  } finally {
    read.mockRestore();
    link.mockRestore();
  }
});

function isZombie(pid: number): boolean {
  return spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout.startsWith("Z");
}

/** A process, with a child that ended and of which it takes no note, until the test is over. */
async function withZombie(work: (parent: number, zombie: number) => void): Promise<void> {
  const parent = spawn("sh", ["-c", "sh -c 'echo $$; exit' & exec sleep 60"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [zombie] = await once(parent.stdout, "data");
  try {
    const pid = Number(String(zombie));
    while (!isZombie(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
    work(parent.pid ?? 0, pid);
  } finally {
    parent.kill("SIGKILL");
    await once(parent, "exit");
  }
}

judged.test("what ended and waits for its parent is gone", async () => {
  await withZombie((parent, zombie) => {
    const { started: _, ...unknown } = own;
    expect([parent, zombie].map((pid) => livenessOf({ ...unknown, pid }))).toEqual(["alive", "gone"]);
  });
});

/** The process of a system that has no /proc. */
function onMacOs(work: () => void): void {
  const before = Object.getOwnPropertyDescriptor(process, "platform");
  if (!before) throw new Error("no platform");
  Object.defineProperty(process, "platform", { ...before, value: "darwin" });
  try {
    work();
  } finally {
    Object.defineProperty(process, "platform", before);
  }
}

describe("on macOS, where there is no /proc, ps tells", () => {
  judged.test("when a process started, in words that mean the same in every language", () => {
    onMacOs(() => {
      const identity = identityOf(process.pid);
      expect(identity).toEqual({
        pid: process.pid,
        host: hostname(),
        space: "darwin",
        started: expect.stringMatching(/^[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d \d{4}$/),
      });
      expect(livenessOf(identity)).toBe("alive");
      expect(livenessOf({ ...identity, started: "Thu Nov 26 03:00:00 2020" })).toBe("gone");
    });
  });

  judged.test("what runs, what ended and waits for its parent, and what there is none of", async () => {
    await withZombie((parent, zombie) => {
      onMacOs(() => {
        const { started: _, ...unknown } = identityOf(process.pid);
        const pids = [parent, zombie, NO_PROCESS];
        expect(pids.map((pid) => livenessOf({ ...unknown, pid }))).toEqual(["alive", "gone", "gone"]);
      });
    });
  });
});

describe("what the system does not show is gone only where there is no process of that id", () => {
  test("below a /proc that hides the processes of others", () => {
    if (process.platform !== "linux") return;
    const { readFileSync } = fs;
    const hidden = jest.spyOn(fs, "readFileSync").mockImplementation((...file) => {
      if (/^\/proc\/\d+\//.test(String(file[0]))) throw notThere();
      return readFileSync(...file);
    });
    try {
      expect([livenessOf(own), livenessOf({ ...own, pid: NO_PROCESS })]).toEqual(["elsewhere", "gone"]);
      expect(identityOf(process.pid)).toEqual({ pid: own.pid, host: own.host, space: own.space });
    } finally {
      hidden.mockRestore();
    }
  });

  test("where another user's process may not even be signalled", () => {
    onMacOs(() => {
      const path = process.env.PATH;
      process.env.PATH = "/nowhere";
      const kill = jest.spyOn(process, "kill").mockImplementation(() => {
        throw Object.assign(new Error("kill EPERM"), { code: "EPERM" });
      });
      try {
        expect(livenessOf({ pid: 1, host: hostname(), space: "darwin" })).toBe("elsewhere");
      } finally {
        process.env.PATH = path;
        kill.mockRestore();
      }
    });
  });

  test("where there is no ps", () => {
    onMacOs(() => {
      const path = process.env.PATH;
      process.env.PATH = "/nowhere";
      try {
        const unseen = { host: hostname(), space: "darwin" };
        const pids = [process.pid, NO_PROCESS];
        expect(pids.map((pid) => livenessOf({ ...unseen, pid }))).toEqual(["elsewhere", "gone"]);
      } finally {
        process.env.PATH = path;
      }
    });
  });
});
