import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import os, { hostname } from "node:os";
import { join } from "node:path";
import { FolderInUse, LOCK_NAME, type LockOwner, lockFolder } from "../../rollout/folder-lock";
import { identityOf } from "../../rollout/process-identity";
import { temporaryFolder } from "../support/temp";

function program(name: string, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(__dirname, "support", name), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Another process that works in the folder. */
async function holder(folder: string): Promise<ChildProcess> {
  const child = program("lock-holder.cjs", folder);
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const closed = once(child, "close");
  child.kill(signal);
  return (await closed)[1];
}

/** A lock that nobody here has made, as its file has it. */
function lockOf(change: Partial<LockOwner["process"]>): string {
  const owner: LockOwner = {
    id: "e0a1f3f6-5f0b-4c57-9a53-0d6f3a3a0b11",
    command: "deploy",
    user: "adele",
    since: "2026-11-26T03:00:00.000Z",
    process: { ...identityOf(process.pid), ...change },
  };
  return JSON.stringify(owner);
}

/** A folder with such a lock in it. */
function lockedBy(change: Partial<LockOwner["process"]>): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, LOCK_NAME), lockOf(change));
  return folder;
}

function refusal(folder: string): string {
  try {
    lockFolder(folder, "plan").release();
  } catch (error) {
    if (error instanceof FolderInUse) return error.message;
    throw error;
  }
  throw new Error("it was not refused");
}

test("a second run is told who works in the folder, and the lock goes with the first", async () => {
  const folder = temporaryFolder();
  const child = await holder(folder);
  expect(refusal(folder)).toMatch(
    new RegExp(
      `^another run works in this folder: a deploy of \\S+, since \\d{4}-\\S+Z, as process ${child.pid} on ${hostname()}; wait for its end, or stop it$`,
    ),
  );
  await ended(child, "SIGTERM");
  expect(readdirSync(folder)).toEqual([]);
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s ends the run as ever, and its lock", async (name) => {
  const folder = temporaryFolder();
  expect(await ended(await holder(folder), name)).toBe(name);
  expect(readdirSync(folder)).toEqual([]);
});

test("a run that was killed leaves a lock that the next takes over, time and again", async () => {
  const folder = temporaryFolder();
  const first = await holder(folder);
  await ended(first, "SIGKILL");
  expect(readdirSync(folder)).toEqual([LOCK_NAME]);
  const heir = await holder(folder);
  await ended(heir, "SIGKILL");
  expect(readdirSync(folder)).toEqual([LOCK_NAME, `${LOCK_NAME}.2`]);
  const { tookOverFrom, release } = lockFolder(folder, "deploy");
  expect(tookOverFrom).toMatchObject({ command: "deploy", process: { pid: heir.pid } });
  expect(refusal(folder)).toContain(`as process ${process.pid} on`);
  release();
  expect(readdirSync(folder)).toEqual([]);
});

test("an id that went to another process since is not the owner's", () => {
  const folder = lockedBy({ started: "1" });
  const { tookOverFrom, release } = lockFolder(folder, "deploy");
  expect(tookOverFrom?.user).toBe("adele");
  release();
});

test("the owner is gone if its machine was started again since", () => {
  const { space } = identityOf(process.pid);
  const [machine = ""] = space.split(" ");
  if (process.platform !== "linux" || machine === "") return;
  lockFolder(lockedBy({ space: `${machine} another-boot pid:[1]` }), "deploy").release();
});

test.each([
  ["another host", { host: "build-7.contoso.com" }],
  ["another container of this machine", { space: `${identityOf(process.pid).space}0` }],
])("an owner in %s cannot be seen from here: it is named, with the way to break its lock", (_, change) => {
  const folder = lockedBy(change);
  const { host, pid } = { ...identityOf(process.pid), ...change };
  expect(refusal(folder)).toBe(
    `another run works in this folder, as far as its lock says: a deploy of adele, since 2026-11-26T03:00:00.000Z, ` +
      `as process ${pid} on ${host}, which cannot be seen from here; when it does not run any more: rm ${folder}/${LOCK_NAME}`,
  );
});

test("a lock that nobody can read is not taken for none", () => {
  const folder = join(temporaryFolder(), "my out");
  mkdirSync(folder);
  writeFileSync(join(folder, LOCK_NAME), '{"id":');
  expect(refusal(folder)).toBe(
    `${folder}/${LOCK_NAME} is no lock that this version reads, so nobody knows who works here; when nobody does: rm '${folder}/${LOCK_NAME}'`,
  );
});

test("a folder that was made for the lock goes with it, unless something came into it", () => {
  const empty = join(temporaryFolder(), "cdktf.out");
  lockFolder(empty, "synth").release();
  expect(existsSync(empty)).toBe(false);
  const lock = lockFolder(empty, "synth");
  writeFileSync(join(empty, "manifest.json"), "{}");
  lock.release();
  expect(readdirSync(empty)).toEqual(["manifest.json"]);
});

test("a folder that cannot be made says why", () => {
  const file = join(temporaryFolder(), "cdktf.out");
  writeFileSync(file, "");
  expect(() => lockFolder(file, "synth")).toThrow(
    `cannot write in ${file}: a file is in its place (EEXIST: file already exists, mkdir '${file}')`,
  );
});

test("of many that ask, also after some were killed while they worked, there is never more than one", async () => {
  const folder = temporaryFolder();
  const log = join(temporaryFolder(), "log");
  const workers = Array.from({ length: 8 }, (_, place) =>
    program("lock-worker.cjs", folder, log, "12", place < 4 ? String(2 + place) : "0"),
  );
  await Promise.all(workers.map((worker) => once(worker, "close")));
  // The last of them may be one that was killed.
  lockFolder(folder, "deploy").release();
  const lines = [...readFileSync(log, "utf8").trim().split("\n"), "begin test", "end test"];
  const killed = workers.slice(0, 4).map(({ pid }) => pid);
  let inside: string | undefined;
  let takenOver = 0;
  for (const line of lines) {
    const [what, pid] = line.split(" ");
    if (what === "end") {
      expect(inside).toBe(pid);
      inside = undefined;
      continue;
    }
    if (inside !== undefined) {
      expect(killed).toContain(Number(inside));
      takenOver++;
    }
    inside = pid;
  }
  expect([inside, takenOver]).toEqual([undefined, 4]);
  expect(lines.filter((line) => line.startsWith("end")).length).toBe(4 * 12 + (1 + 2 + 3 + 4) + 1);
  expect(readdirSync(folder)).toEqual([]);
});

test("a folder in the lock's place is no lock that somebody could read, and is not taken for none", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, LOCK_NAME));
  expect(refusal(folder)).toContain("is no lock that this version reads");
});

test("what those left who were killed while they asked is swept away by the next", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, `${LOCK_NAME}.new-9d0c`), "{");
  writeFileSync(join(folder, `${LOCK_NAME}.backup`), "of a person");
  const { tookOverFrom, release } = lockFolder(folder, "deploy");
  expect([tookOverFrom, readdirSync(folder)]).toEqual([undefined, [LOCK_NAME, `${LOCK_NAME}.backup`]]);
  release();
});

test("in a container whose user has no name, the owner is told by the user's number", () => {
  const folder = temporaryFolder();
  const nameless = jest.spyOn(os, "userInfo").mockImplementation(() => {
    throw new Error("A system error occurred: uv_os_get_passwd returned ENOENT (no such file or directory)");
  });
  const { release } = lockFolder(folder, "deploy");
  nameless.mockRestore();
  expect(refusal(folder)).toContain(`: a deploy of user ${process.getuid?.()}, since `);
  release();
});

/** A fault as the file system gives it. */
function fault(code: string, text: string): Error {
  return Object.assign(new Error(`${code}: ${text}`), { code });
}

describe("on a file system without hard links", () => {
  afterEach(() => jest.restoreAllMocks());
  const refuseLinks = (before: (file: string) => void = () => undefined) =>
    jest.spyOn(fs, "linkSync").mockImplementation((_, file) => {
      before(String(file));
      throw fault("EPERM", "operation not permitted, link");
    });

  test("the lock is held all the same", () => {
    const folder = temporaryFolder();
    refuseLinks();
    const { release } = lockFolder(folder, "deploy");
    expect(readdirSync(folder)).toEqual([LOCK_NAME]);
    expect(refusal(folder)).toContain(`as process ${process.pid} on`);
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("another who is first keeps it", () => {
    const folder = temporaryFolder();
    refuseLinks((file) => writeFileSync(file, lockOf({ host: "build-7.contoso.com" })));
    expect(refusal(folder)).toContain("a deploy of adele");
    expect(readFileSync(join(folder, LOCK_NAME), "utf8")).toContain("build-7.contoso.com");
  });
});

describe("whatever another does in the same moment, one has the lock", () => {
  const { linkSync, readdirSync: list, readFileSync: read, writeFileSync: write } = fs;
  afterEach(() => jest.restoreAllMocks());

  test("who is first while we ask", () => {
    const folder = temporaryFolder();
    jest.spyOn(fs, "linkSync").mockImplementationOnce((from, to) => {
      write(to, lockOf({ host: "build-7.contoso.com" }));
      linkSync(from, to);
    });
    expect(refusal(folder)).toContain("a deploy of adele");
    expect(readdirSync(folder)).toEqual([LOCK_NAME]);
  });

  test("who is first, and sweeps away what we were about to lock with", () => {
    const folder = temporaryFolder();
    let release = () => {};
    jest.spyOn(fs, "linkSync").mockImplementationOnce((from, to) => {
      ({ release } = lockFolder(folder, "deploy"));
      linkSync(from, to);
    });
    expect(refusal(folder)).toContain(`as process ${process.pid} on`);
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("who lets go, and takes the folder away that was made for the lock, as we look", () => {
    const folder = join(temporaryFolder(), "cdktf.out");
    const other = lockFolder(folder, "synth");
    jest.spyOn(fs, "readdirSync").mockImplementationOnce(() => {
      other.release();
      list(folder);
      throw new Error("the folder is still there");
    });
    const { tookOverFrom, release } = lockFolder(folder, "deploy");
    expect([tookOverFrom, readdirSync(folder)]).toEqual([undefined, [LOCK_NAME]]);
    release();
    expect(existsSync(folder)).toBe(false);
  });

  test("who lets go as we read whose lock it is", () => {
    const folder = temporaryFolder();
    const other = lockFolder(folder, "synth");
    jest.spyOn(fs, "readFileSync").mockImplementation((...file) => {
      if (file[0] === join(folder, LOCK_NAME)) other.release();
      return read(...file);
    });
    const { tookOverFrom, release } = lockFolder(folder, "deploy");
    expect([tookOverFrom, readdirSync(folder)]).toEqual([undefined, [LOCK_NAME]]);
    release();
  });

  test("who took over from the dead, and was done, since we looked", () => {
    const folder = lockedBy({ started: "1" });
    jest.spyOn(fs, "writeFileSync").mockImplementationOnce((...file) => {
      lockFolder(folder, "plan").release();
      write(...file);
    });
    const { tookOverFrom, release } = lockFolder(folder, "deploy");
    // The dead one's work was taken over already.
    expect([tookOverFrom, readdirSync(folder)]).toEqual([undefined, [LOCK_NAME]]);
    release();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a folder that cannot be locked says why, and nothing is left in it", () => {
  afterEach(() => jest.restoreAllMocks());

  test("on a full disk", () => {
    const folder = temporaryFolder();
    jest.spyOn(fs, "writeFileSync").mockImplementationOnce(() => {
      throw fault("ENOSPC", "no space left on device, write");
    });
    expect(() => lockFolder(folder, "deploy")).toThrow(
      `cannot write in ${folder}: no space is left on the disk; make room (ENOSPC: no space left on device, write)`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("with too many files open to see who works in it", () => {
    const folder = temporaryFolder();
    jest.spyOn(fs, "readdirSync").mockImplementationOnce(() => {
      throw fault("EMFILE", "too many open files, scandir");
    });
    expect(() => lockFolder(folder, "deploy")).toThrow(
      `cannot write in ${folder}: this process has too many files open (EMFILE: too many open files, scandir)`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});
