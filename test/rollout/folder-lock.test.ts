import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
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

/** A folder with a lock in it that nobody here has made. */
function lockedBy(change: Partial<LockOwner["process"]>): string {
  const folder = temporaryFolder();
  const owner: LockOwner = {
    id: "e0a1f3f6-5f0b-4c57-9a53-0d6f3a3a0b11",
    command: "deploy",
    user: "adele",
    since: "2026-11-26T03:00:00.000Z",
    process: { ...identityOf(process.pid), ...change },
  };
  writeFileSync(join(folder, LOCK_NAME), JSON.stringify(owner));
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
