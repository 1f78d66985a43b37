import { join, resolve } from "node:path";
import type { StackKind } from "../hosts/host";
import { counted } from "../lib/counted";
import { stackNames } from "../lib/declare/stack-names";
import type { Estate } from "../lib/estate";
import { shellWord } from "../lib/shell-word";
import { whileWriting } from "../rollout/disk-fault";
import { EntryCache } from "../stacks/entry-cache";
import { ASSEMBLY_FOLDER } from "../stacks/output-kinds";
import { type Synthesized, synthesize } from "../stacks/synthesize";
import { toolId } from "../stacks/tool-id";
import { alone } from "./alone";
import type { Console } from "./console";
import { readEstateFile } from "./open-estate";
import { refuse } from "./read-estate";
import { selectStacks } from "./select-stacks";

export interface SynthOptions {
  readonly out: string;
  readonly domain?: readonly string[];
  readonly cache: boolean;
  readonly quiet?: boolean;
}

const TOOLS: Readonly<Record<StackKind, string>> = { terraform: "Terraform", aws: "the AWS CDK" };

/** `mail-hygiene synth`: the estate as stacks of Terraform and of the AWS CDK in a folder. */
export function synth(path: string, options: SynthOptions, console: Console): Promise<0 | 1> {
  const out = resolve(console.folder, options.out);
  return alone({ folder: out }, "synth", console, () => synthAlone(path, options, console));
}

async function synthAlone(path: string, options: SynthOptions, console: Console): Promise<0 | 1> {
  const entries = new EntryCache(resolve(console.folder, options.out), options.cache ? toolId() : undefined);
  const estate = readEstateFile(path, console, entries);
  if (!estate) return 1;
  const only = selectStacks(stackNames(estate), options.domain);
  const made = await writeStacks(estate, { ...options, only }, console);
  if (!made) return 1;
  try {
    entries.save();
  } catch (error) {
    throw whileWriting(resolve(console.folder, options.out), error);
  }
  if (!options.quiet) {
    const cached = made.unchanged.length > 0 ? `, ${counted(made.unchanged.length, "stack")} unchanged` : "";
    console.out(`${counted(made.written.length, "stack")} written to ${options.out}${cached}\n`);
    const aws = made.written.filter((name) => made.kinds.get(name) === "aws").length;
    if (aws > 0) {
      const folder = join(options.out, ASSEMBLY_FOLDER);
      console.out(`${aws} of them for the AWS CDK: npx cdk deploy --app ${shellWord(folder)} <domain>\n`);
    }
    // Hundreds of domains have hundreds of them: they are told where somebody asks.
    const warnings = made.findings.filter(({ level }) => level !== "note").length;
    if (warnings > 0) console.err(`${counted(warnings, "warning")}: mail-hygiene check ${shellWord(path)}\n`);
  }
  return 0;
}

/**
 * Writes an estate's stacks and says what deserves a look; `undefined`, with every problem printed, if the estate is
 * wrong.
 */
export async function writeStacks(
  estate: Estate,
  options: Omit<SynthOptions, "domain"> & {
    readonly only: ReadonlySet<string> | undefined;
    /** Stacks of Terraform that have left the estate are told elsewhere. @default false */
    readonly tellsRemoved?: boolean;
  },
  console: Console,
): Promise<Synthesized | undefined> {
  const out = resolve(console.folder, options.out);
  const tool = options.cache ? toolId() : undefined;
  const result = await synthesize({ estate, out, only: options.only, tool }).catch((error: unknown) => {
    throw whileWriting(out, error);
  });
  if (!result.ok) {
    refuse(result.problems, console);
    return undefined;
  }
  const names = stackNames(estate);
  for (const name of result.removed) {
    const kind = result.kinds.get(name) ?? "terraform";
    const isInEstate = names.includes(name);
    const why = isInEstate ? `deployed by ${TOOLS[kind]} now` : "no longer in the estate";
    const isOfTerraform = isInEstate ? kind === "aws" : kind === "terraform";
    if (isOfTerraform && options.tellsRemoved) continue;
    const fix = isOfTerraform
      ? "After a review, mail-hygiene destroy <estate> --orphans takes it away."
      : "Put it back and run cdk destroy, or remove it by hand.";
    console.err(
      `${name} is ${why}: its stack was removed from ${options.out}, what it published is still there. ${fix}\n`,
    );
  }
  if (!options.quiet) for (const text of result.instructions) console.err(`${text}\n`);
  return result;
}
