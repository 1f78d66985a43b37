import { spawnSync } from "node:child_process";

/** Processes, but for ended ones, whose command line or environment names one of some paths. */
export function leftProcesses(paths: readonly string[]): readonly string[] {
  // Without a dash, `e` adds the environment.
  const { stdout } = spawnSync("ps", ["axeww", "-o", "pid=,stat=,args="], { encoding: "utf8" });
  return stdout
    .split("\n")
    .filter((line) => paths.some((path) => line.includes(path)) && !/^\s*\d+ Z/.test(line));
}

/** The gateway before the Cloudflare API that a run has started. */
export function gatewayOf(run: number | undefined): number | undefined {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  for (const line of stdout.split("\n")) {
    const [, pid, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === run && args.includes("gateway/main.js")) return Number(pid);
  }
  return undefined;
}

/** A process and all that it started, or those of them whose command line fits. */
export function familyOf(root = 0, which = /^/): readonly number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  const all = stdout.split("\n").flatMap((line) => {
    const [, pid, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
  });
  const family = new Set([root]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid, args }) => family.has(pid) && which.test(args)).map(({ pid }) => pid);
}
