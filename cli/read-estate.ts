import { counted } from "../lib/counted";
import { problemsWith } from "../lib/declare/problems";
import type { KnownEntries } from "../lib/estate/by-entry";
import { reloadEstate } from "../lib/estate/load";
import type { Estate } from "../lib/estate/model";
import { formatLocatedFault, type LocatedFault } from "../lib/located-fault";
import type { Console } from "./console";
import { estateFilesIn } from "./estate-files";

export type Reader = Pick<Console, "err" | "folder">;

/**
 * Reads an estate's files and prints everything that is wrong with them; `undefined` if anything is.
 * @param declare what else is asked of a faulty estate, as far as it could be read
 * @param known domains' entries that need not be read again. @default none
 */
export function readEstate(
  path: string,
  console: Reader,
  declare: Parameters<typeof problemsWith>[1],
  known?: KnownEntries,
): Estate | undefined {
  const loaded = reloadEstate(path, estateFilesIn(console.folder, path), known);
  if (loaded.ok) return loaded.estate;
  refuse(problemsWith(loaded, declare), console);
  return undefined;
}

/** What an estate declares; `undefined`, with every problem printed, if anything is wrong. */
export function accepted<Declared extends { readonly ok: true }>(
  declared: Declared | { readonly ok: false; readonly problems: readonly LocatedFault[] },
  console: Pick<Console, "err">,
): Declared | undefined {
  if (declared.ok) return declared;
  refuse(declared.problems, console);
  return undefined;
}

/** More than anybody reads; a file may be made of nothing else. */
const MOST_PROBLEMS = 1000;

/** Prints problems, a line each, and gives the exit code that goes with them. */
export function refuse(problems: readonly LocatedFault[], console: Pick<Console, "err">): 1 {
  for (const problem of problems.slice(0, MOST_PROBLEMS)) console.err(`${formatLocatedFault(problem)}\n`);
  const more = problems.length - MOST_PROBLEMS;
  if (more > 0) console.err(`… and ${counted(more, "more problem")}\n`);
  console.err(`${counted(problems.length, "problem")}; nothing was written\n`);
  return 1;
}
