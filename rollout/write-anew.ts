import { constants, copyFileSync, rmSync, writeFileSync } from "node:fs";

/**
 * Writes a file as a new one. What lies in its place is taken away and never written through, such as a link that somebody put
 * there to a file elsewhere; what comes in between makes it fail (`EEXIST`). It is `O_NOFOLLOW` on systems without it, too.
 * @throws the system's error
 */
export function writeAnew(file: string, data: string | Uint8Array, mode = 0o666): void {
  rmSync(file, { force: true });
  writeFileSync(file, data, { mode, flag: "wx" });
}

/** The same with a copy of another file. */
export function copyAnew(source: string, file: string): void {
  rmSync(file, { force: true });
  copyFileSync(source, file, constants.COPYFILE_EXCL);
}
