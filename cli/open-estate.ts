import { type DeclaredEstate, declareEstate } from "../lib/declare/estate";
import type { Estate } from "../lib/estate";
import type { KnownEntries } from "../lib/estate/by-entry";
import { accepted, type Reader, readEstate } from "./read-estate";

/** An estate that is right in itself, with what its domains and tenants declare. */
export interface OpenedEstate {
  readonly estate: Estate;
  readonly declared: Extract<DeclaredEstate, { readonly ok: true }>;
}

/**
 * Reads an estate's files and prints everything that is wrong with them; `undefined` if anything is.
 * @param known domains' entries that need not be read again. @default none
 */
export function readEstateFile(path: string, console: Reader, known?: KnownEntries): Estate | undefined {
  return readEstate(path, console, declareEstate, known);
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
  const declared = estate && accepted(declareEstate(estate, select?.(estate)), console);
  return declared && { estate, declared };
}
