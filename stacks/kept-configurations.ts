import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMapping, type Mapping } from "../lib/mapping";
import { readJson, STACK_FILE } from "./output-cache";
import { writeAnew } from "./write-anew";

/** Below the output folder: the last configuration of each stack that was removed and may still have to be destroyed. */
const REMOVED_FOLDER = "removed";

/**
 * Puts aside the configuration of a stack that leaves the output: destroying it takes its providers and backend. One that
 * declares nothing, as a destroy that was killed leaves it, takes the place of none: what is protected it does not say.
 */
export function keepConfiguration(out: string, stack: string, configuration: Mapping): void {
  const file = keptFile(out, stack);
  if (configuration.resource === undefined && existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeAnew(file, JSON.stringify(configuration, undefined, 2));
}

/** The configuration of a stack of Terraform in an output folder, if it is there. */
export function configurationIn(out: string, stack: string): Mapping | undefined {
  const configuration = readJson(join(out, "stacks", stack, STACK_FILE));
  return isMapping(configuration) ? configuration : undefined;
}

/** The last configurations of stacks of Terraform in an output folder that an estate no longer has, by stack. */
export function keptConfigurations(
  out: string,
  isCurrent: (stack: string) => boolean,
): ReadonlyMap<string, Mapping> {
  const kept = new Map<string, Mapping>();
  const keep = (stack: string, configuration: unknown) => {
    if (!isCurrent(stack) && isMapping(configuration)) kept.set(stack, configuration);
  };
  // Of stacks that went since the last synth.
  for (const stack of namesIn(join(out, "stacks"))) keep(stack, configurationIn(out, stack));
  for (const stack of keptStacks(out)) keep(stack, readJson(keptFile(out, stack)));
  return kept;
}

/** Forgets what was kept of stacks. */
export function dropConfigurations(out: string, isOver: (stack: string) => boolean): void {
  for (const stack of keptStacks(out)) if (isOver(stack)) rmSync(keptFile(out, stack), { force: true });
}

function keptFile(out: string, stack: string): string {
  return join(out, REMOVED_FOLDER, `${stack}.json`);
}

function keptStacks(out: string): readonly string[] {
  return namesIn(join(out, REMOVED_FOLDER)).flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []);
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
