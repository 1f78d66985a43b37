import { resolve } from "node:path";
import { stackNames, synthesize } from "../stacks/synthesize";
import { toolId } from "../stacks/tool-id";
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
  const result = await synthesize({
    estate,
    out: resolve(console.folder, options.out),
    only: selectStacks(stackNames(estate), options.domain),
    tool: options.cache ? toolId() : undefined,
  });
  if (!result.ok) return refuse(result.problems, console);
  const { written, unchanged, removed, advice, instructions } = result;
  warn(advice, console);
  for (const name of removed) {
    console.err(
      `${name} is no longer in the estate: its stack was removed from ${options.out}, what it published is still ` +
        `there. Put it back and run terraform destroy, or remove it by hand.\n`,
    );
  }
  if (!options.quiet) {
    const cached = unchanged.length > 0 ? `, ${count(unchanged.length)} unchanged` : "";
    for (const text of instructions) console.err(`${text}\n`);
    console.out(`${count(written.length)} written to ${options.out}${cached}\n`);
  }
  return 0;
}

function count(stacks: number): string {
  return stacks === 1 ? "1 stack" : `${stacks} stacks`;
}
