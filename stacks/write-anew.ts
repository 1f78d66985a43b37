import { rmSync, writeFileSync } from "node:fs";

/**
 * Writes a file as a new one: a link that lies in its place is not followed.
 * @throws the system's error, also `EEXIST` where something came in between
 */
export function writeAnew(file: string, text: string): void {
  rmSync(file, { force: true });
  writeFileSync(file, text, { flag: "wx" });
}
