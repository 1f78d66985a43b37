import { resolve } from "node:path";
import type { Estate } from "../lib/estate";
import { type Synthesized, stackNames, synthesize } from "../stacks/synthesize";
import { toolId } from "../stacks/tool-id";
import { counted } from "./counted";
import { readEstateFile, refuse, warn } from "./open-estate";
import type { Console } from "./program";
import { selectStacks } from "./select-stacks";

export interface SynthOptions {
  readonly out: string;
  readonly domain?: readonly string[];
  readonly cache: boolean;
  readonly quiet?: boolean;
}

/** `mail-hygiene synth`: the estate as Terraform stacks in a folder. */
export async function synth(path: string, options: SynthOptions, console: Console): Promise<0 | 1> {
  const estate = readEstateFile(path, console);
  if (!estate) return 1;
  const only = selectStacks(stackNames(estate), options.domain);
  const made = await writeStacks(estate, { ...options, only }, console);
  if (!made) return 1;
  if (!options.quiet) {
    const cached = made.unchanged.length > 0 ? `, ${counted(made.unchanged.length, "stack")} unchanged` : "";
    console.out(`${counted(made.written.length, "stack")} written to ${options.out}${cached}\n`);
  }
  return 0;
}

/**
 * Writes an estate's stacks and says what deserves a look; `undefined`, with every problem printed, if the estate is
 * wrong.
 */
export async function writeStacks(
  estate: Estate,
  options: Omit<SynthOptions, "domain"> & { readonly only: ReadonlySet<string> | undefined },
  console: Console,
): Promise<Synthesized | undefined> {
  const result = await synthesize({
    estate,
    out: resolve(console.folder, options.out),
    only: options.only,
    tool: options.cache ? toolId() : undefined,
  });
  if (!result.ok) {
    refuse(result.problems, console);
    return undefined;
  }
  warn(result.advice, console);
  for (const name of result.removed) {
    console.err(
      `${name} is no longer in the estate: its stack was removed from ${options.out}, what it published is still ` +
        `there. Put it back and run terraform destroy, or remove it by hand.\n`,
    );
  }
  if (!options.quiet) for (const text of result.instructions) console.err(`${text}\n`);
  return result;
}
