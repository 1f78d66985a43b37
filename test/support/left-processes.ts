import { spawnSync } from "node:child_process";

/** Processes, but for ended ones, whose command line or environment names one of some paths. */
export function leftProcesses(paths: readonly string[]): readonly string[] {
  // Without a dash, `e` adds the environment.
  const { stdout } = spawnSync("ps", ["axeww", "-o", "pid=,stat=,args="], { encoding: "utf8" });
  return stdout
    .split("\n")
    .filter((line) => paths.some((path) => line.includes(path)) && !/^\s*\d+ Z/.test(line));
}
