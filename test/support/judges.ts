import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import judges from "./judges.json";

interface Judge {
  readonly command: string;
  /** Packages that Debian does not install with the program's, each with a file that tells that it is there. */
  readonly besides?: readonly { readonly file: string }[];
}

/** What a file of tests calls; each of them is skipped, which jest shows, where a judge is missing. */
interface Judged {
  readonly test: jest.It;
  readonly it: jest.It;
  readonly describe: jest.Describe;
}

/**
 * The tests of programs that judge our work and are no packages of npm. `npm test` installs the programs where it can,
 * and does not pass without them.
 * @param commands names of test/support/judges.json
 * @throws Error for a program that is not there, which `npm test` would not look for
 */
export function judgedBy(...commands: readonly string[]): Judged {
  const unknown = commands.filter((command) => !judges.some((judge) => judge.command === command));
  if (unknown.length > 0) throw new Error(`not in test/support/judges.json: ${unknown.join(", ")}`);
  const needed = (judges as readonly Judge[]).filter(({ command }) => commands.includes(command));
  if (needed.every(isThere)) return { test, it, describe };
  return { test: test.skip, it: it.skip, describe: describe.skip };
}

/** The program, and what else it is judged with. */
function isThere({ command, besides = [] }: Judge): boolean {
  return isOnPath(command) && besides.every(({ file }) => existsSync(file));
}

function isOnPath(command: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
