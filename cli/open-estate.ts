import { type DeclaredEstate, declareEstate, problemsOf } from "../lib/declare/estate";
import { type Estate, loadEstate } from "../lib/estate";
import { formatLocatedFault, type LocatedFault } from "../lib/located-fault";
import type { Console } from "./console";
import { counted } from "./counted";
import { estateFilesIn } from "./estate-files";

type Reader = Pick<Console, "err" | "folder">;

/** An estate that is right in itself, with what its domains and tenants declare. */
export interface OpenedEstate {
  readonly estate: Estate;
  readonly declared: Extract<DeclaredEstate, { readonly ok: true }>;
}

/** Reads an estate's files and prints everything that is wrong with them; `undefined` if anything is. */
export function readEstateFile(path: string, console: Reader): Estate | undefined {
  const loaded = loadEstate(path, estateFilesIn(console.folder));
  if (loaded.ok) return loaded.estate;
  refuse(problemsOf(loaded), console);
  return undefined;
}

/**
 * Reads an estate and what its stacks declare; `undefined`, with everything printed, if anything is wrong.
 * @param select the names of the stacks that are wanted. @default all
 */
export function openEstate(
  path: string,
  console: Reader,
  select?: (estate: Estate) => ReadonlySet<string> | undefined,
): OpenedEstate | undefined {
  const estate = readEstateFile(path, console);
  if (!estate) return undefined;
  const declared = declareEstate(estate, select?.(estate));
  if (declared.ok) {
    warn(declared.advice, console);
    return { estate, declared };
  }
  refuse(declared.problems, console);
  return undefined;
}

/** Prints problems, a line each, and gives the exit code that goes with them. */
export function refuse(problems: readonly LocatedFault[], console: Pick<Console, "err">): 1 {
  for (const problem of problems) console.err(`${formatLocatedFault(problem)}\n`);
  console.err(`${counted(problems.length, "problem")}; nothing was written\n`);
  return 1;
}

/** Prints advice, a line each. */
export function warn(advice: readonly LocatedFault[], console: Pick<Console, "err">): void {
  for (const fault of advice) console.err(`warning: ${formatLocatedFault(fault)}\n`);
}
