import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import judges from "./judges.json";

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
  if (commands.every(isOnPath)) return { test, it, describe };
  return { test: test.skip, it: it.skip, describe: describe.skip };
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
