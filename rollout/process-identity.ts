import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import * as v from "valibot";

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
  const started = startOf(pid);
  return { pid, ...(started === undefined ? {} : { started }), host: hostname(), space: space() };
}

export function livenessOf({ pid, started, host, space: known }: ProcessIdentity): Liveness {
  if (host !== hostname()) return "elsewhere";
  const here = space();
  // The same machine, started again since: nothing of then runs any more.
  if (known !== here) return sameMachine(known, here) ? "gone" : "elsewhere";
  const now = startOf(pid);
  if (now === undefined) return "gone";
  return started === undefined || started === now ? "alive" : "gone";
}

/** When a process started; `undefined` if there is none, or only what its parent has not taken note of (a zombie). */
function startOf(pid: number): string | undefined {
  if (process.platform === "linux") {
    const stat = textOf(`/proc/${pid}/stat`);
    if (stat === undefined) return undefined;
    // The name, in brackets, may hold anything: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[STARTTIME];
  }
  const { stdout, error } = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  const [, state = "", started] = /^\s*(\S+)\s+(.+?)\s*$/.exec(error ? "" : stdout) ?? [];
  return state.startsWith("Z") ? undefined : started;
}

/** Field 22, the state being field 3. */
const STARTTIME = 22 - 3;

function space(): string {
  if (process.platform !== "linux") return process.platform;
  const machine = textOf("/etc/machine-id")?.trim() ?? "";
  const boot = textOf("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
  return [machine, boot, linkOf("/proc/self/ns/pid") ?? ""].join(" ");
}

/** Did only the boot change? A container's namespace does not outlive one either, so it says nothing then. */
function sameMachine(one: string, other: string): boolean {
  const [machine, boot] = one.split(" ");
  const [now, booted] = other.split(" ");
  return machine !== undefined && machine !== "" && machine === now && boot !== booted;
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
