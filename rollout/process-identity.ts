import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import * as v from "valibot";
import { errorCode } from "./disk-fault";

export const ProcessIdentitySchema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** When it started, in the system's own words: an id that went to another process since has another. */
  started: v.exactOptional(v.string()),
  host: v.string(),
  /** Where process ids count: the machine, its boot and, on Linux, the namespace that containers have of their own. */
  space: v.string(),
});

/** A process, told apart from one that has its id later or elsewhere. */
export type ProcessIdentity = Readonly<v.InferOutput<typeof ProcessIdentitySchema>>;

/** What is known of a process: `elsewhere`, nobody here can see whether it runs. */
export type Liveness = "alive" | "gone" | "elsewhere";

/** The process of an id, on this machine. */
export function identityOf(pid: number): ProcessIdentity {
  const started = look(pid)?.started;
  return { pid, ...(started === undefined ? {} : { started }), host: hostname(), space: space() };
}

export function livenessOf({ pid, started, host, space: known }: ProcessIdentity): Liveness {
  if (host !== hostname()) return "elsewhere";
  const here = space();
  // The same machine, started again since: nothing of then runs any more.
  if (known !== here) return sameMachine(known, here) ? "gone" : "elsewhere";
  const now = look(pid);
  // Hidden (hidepid of /proc), or the system refused to say (no `ps`, too many files open): not known to be gone.
  if (!now) return exists(pid) ? "elsewhere" : "gone";
  if (now.isOver) return "gone";
  return started === undefined || started === now.started ? "alive" : "gone";
}

/** What the system tells of a process. */
interface Seen {
  /** Did it end, and its parent took no note of it yet (a zombie)? */
  readonly isOver: boolean;
  readonly started: string | undefined;
}

/** @returns `undefined` if there is no such process, or none that may be seen */
function look(pid: number): Seen | undefined {
  if (process.platform === "linux") {
    const stat = textOf(`/proc/${pid}/stat`);
    if (stat === undefined) return undefined;
    // The name, in brackets, may hold anything: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { isOver: fields[0] === "Z" || fields[0] === "X", started: fields[STARTTIME] };
  }
  const { stdout, error } = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  const told = error ? null : /^\s*\S+\s+(.+?)\s*$/.exec(stdout);
  return told ? { isOver: /^\s*Z/.test(stdout), started: told[1] } : undefined;
}

/** Field 22, the state being field 3. */
const STARTTIME = 22 - 3;

/** Is there any process of that id? That of another user may not be signalled, which tells that it is there. */
function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}

function space(): string {
  if (process.platform !== "linux") return process.platform;
  const machine = textOf("/etc/machine-id")?.trim() ?? "";
  const boot = textOf("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
  return [machine, boot, linkOf("/proc/self/ns/pid") ?? ""].join(" ");
}

/** Did the boot change, on a machine that is known? A container's namespace does not outlive one either, so it says nothing then. */
function sameMachine(one: string, other: string): boolean {
  const [machine, boot] = one.split(" ");
  const [now, booted] = other.split(" ");
  return [machine, boot, booted].every(Boolean) && machine === now && boot !== booted;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function linkOf(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}
