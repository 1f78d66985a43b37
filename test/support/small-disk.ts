import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { temporaryFolder } from "./temp";

/** A file system of a few megabytes, where this user may mount one. */
export function smallDisk(megabytes: number): { readonly folder: string; close(): void } | undefined {
  const folder = temporaryFolder();
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  return status === 0 ? { folder, close: () => void spawnSync("umount", ["-l", folder]) } : undefined;
}

/**
 * Leaves no room on the disk of a folder.
 * @param count blocks of 4,096 octets to take. @default all there are
 * @returns the file that takes it
 */
export function fill(folder: string, count?: number): string {
  const file = join(folder, "filler");
  const most = count === undefined ? [] : [`count=${count}`];
  spawnSync("dd", ["if=/dev/zero", `of=${file}`, "bs=4096", ...most], { stdio: "ignore" });
  return file;
}
